/** Who calls: told by the bearer token, or by the session's cookie. */
import { OPERATOR } from '../../../domain/decider.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { personOf } from '../../house/me.ts';
import { problem } from '../../house/problems.ts';
import { sameSecret } from '../../house/secrets.ts';
import { heldBy, type Held } from '../../house/sessions.ts';
import { sessionToken } from './session-cookie.ts';
import type { Door, Identity, Web } from './web.ts';

const NOBODY: Identity = {
  caller: { kind: 'nobody', signIn: null, scope: 'read', onlyCompany: null, personIn: () => null },
  session: null,
  holds: () => false,
  key: null,
};
const LOCAL: Identity = {
  caller: { kind: 'operator', signIn: null, scope: 'write', onlyCompany: null, personIn: () => OPERATOR },
  session: null,
  holds: () => true,
  key: 'operator',
};

/** The identity behind a request. A bearer token that is worth nothing is a problem; a worthless cookie is nobody. */
export const identify = (door: Door, c: Web): Result<Identity, Problem> => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    if (sameSecret(bearer, door.operatorSecret())) return ok(LOCAL);
    const held = heldBy(door.house.store, bearer, door.now());
    return held?.kind === 'api'
      ? ok(identityOf(door, held, bearer))
      : problem('wrong-token', 'This token is unknown or was revoked.', 'Use another, or sign in.');
  }
  const token = sessionToken(c);
  const held = token === null ? null : heldBy(door.house.store, token, door.now());
  return ok(held?.kind === 'web' && token !== null ? identityOf(door, held, token) : NOBODY);
};

const identityOf = ({ house, now }: Door, { id, signIn, kind, scope, company }: Held, token: string): Identity => {
  const inCompany = personOf(house, signIn);
  return {
    caller: {
      kind: kind === 'web' ? 'session' : 'token',
      signIn,
      scope,
      onlyCompany: company,
      personIn: (asked) => (company !== null && asked !== company ? null : inCompany(asked)),
    },
    session: kind === 'web' ? id : null,
    holds: () => heldBy(house.store, token, now()) !== null,
    key: kind === 'web' ? signIn : id,
  };
};
