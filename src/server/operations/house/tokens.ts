/** API tokens: for one company, reading or writing, in the name of the person who made them. Shown once. */
import { ok } from '../../../kernel/result.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { problem } from '../../house/problems.ts';
import { newId, newSecret } from '../../house/secrets.ts';
import type { Run } from '../operation.ts';

export const tokens: Run<'tokens'> = async ({ house }, { company }) =>
  ok({
    tokens: house.store.sessions
      .tokensOf(company)
      .map(({ id, name, scope, madeAt, lastUsedAt }) => ({ id, name: name ?? '', scope, made: madeAt, lastUsed: lastUsedAt })),
  });

export const tokenAdd: Run<'token add'> = async ({ house, now }, { company, name, scope }, caller) => {
  // A token acts in the name of somebody who can be held to it, and ends with his membership.
  if (caller.signIn === null)
    return problem(
      'no-sign-in',
      'A token acts in the name of a person, and you are nobody in particular here.',
      'Sign in as an owner of the company.',
    );
  const token = newSecret('lsk');
  const id = newId('t');
  house.store.sessions.add({ token, id, signIn: caller.signIn, kind: 'api', name, scope, company, expiresAt: null, madeAt: now() });
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'token made', `${name} (${scope})`, company);
  return ok({ id, token });
};

export const tokenRevoke: Run<'token revoke'> = async ({ house, now }, { company, id }, caller) => {
  if (!house.store.sessions.revoke(id, company)) return problem('no-such-token', 'There is no such token.', 'Look at the tokens again.');
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'token revoked', id, company);
  return ok({});
};
