/**
 * Access: the one place where it is decided who may call an operation. What a person may decide within a
 * company is domain/may.ts; here it is only whether he gets as far as asking.
 */
import type { Role } from '../../domain/company/company.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Problem } from '../contract/problem.ts';
import type { Access } from '../contract/shape.ts';
import { noSuchCompany, problem, signedOut } from '../house/problems.ts';
import type { Caller, World } from './operation.ts';

type Asked = { readonly access: Access; readonly effect: 'read' | 'write'; readonly company: string | null };

const ROLES: { readonly [A in 'read' | 'write' | 'own']: readonly Role[] } = {
  read: ['owner', 'marketer', 'stakeholder', 'viewer'],
  write: ['owner', 'marketer'],
  own: ['owner'],
};

/** All is well, or why this caller may not call this operation. */
export const admit = ({ house }: Pick<World, 'house'>, asked: Asked, caller: Caller): Result<null, Problem> => {
  const { access } = asked;
  if (access === 'open' || caller.kind === 'operator') return ok(null);
  if (caller.kind === 'nobody') return signedOut();
  if (access === 'operator')
    return problem(
      'command-line-only',
      'Only the command line on the server itself may do this.',
      'Run it there: npm run -s lockstep -- …',
    );
  if (caller.kind === 'token') {
    const within = tokenMay(asked, caller);
    if (!within.ok) return within;
  }
  if (access === 'signed-in') return ok(null);
  if (access === 'house')
    return caller.signIn !== null && house.store.signIns.byId(caller.signIn)?.ownsHouse
      ? ok(null)
      : problem('not-house-owner', 'Only the owner of this installation may do this.', 'Ask the person who made the first account.');
  return asked.company === null ? ok(null) : belongs({ house }, asked.company, ROLES[access], caller);
};

const tokenMay = ({ access, effect, company }: Asked, caller: Caller): Result<null, Problem> => {
  if (caller.onlyCompany !== null && company !== null && company !== caller.onlyCompany) return noSuchCompany(company);
  if (access === 'own' || access === 'house') return problem('token-too-narrow', 'An API token may not do this.', 'Sign in as a person.');
  if (effect === 'write' && caller.scope === 'read')
    return problem('token-only-reads', 'This API token may only read.', 'Use a token with the scope "write".');
  return ok(null);
};

const belongs = ({ house }: Pick<World, 'house'>, id: string, roles: readonly Role[], caller: Caller): Result<null, Problem> => {
  const person = house.has(id) ? caller.personIn(id) : null;
  if (person === null) return noSuchCompany(id);
  const room = house.company(id);
  if (!room.ok) return room;
  const role = room.value.roleOf(person);
  if (role === null) return noSuchCompany(id);
  return roles.includes(role)
    ? ok(null)
    : problem('may-not', `As ${role} you may not do this.`, `It takes ${roles.join(' or ')}: ask an owner of the company for that role.`);
};

/** Whether this caller may send files: whoever may load facts somewhere. */
export const mayUpload = ({ house }: Pick<World, 'house'>, caller: Caller): Result<null, Problem> => {
  if (caller.kind === 'operator') return ok(null);
  if (caller.kind === 'nobody') return signedOut();
  if (caller.kind === 'token' && caller.scope === 'read') return tokenMay({ access: 'write', effect: 'write', company: null }, caller);
  const somewhere = house.companies().some((id) => belongs({ house }, id, ROLES.write, caller).ok);
  return somewhere || (caller.signIn !== null && house.store.signIns.byId(caller.signIn)?.ownsHouse)
    ? ok(null)
    : problem('may-not', 'You may load files into none of your companies.', 'Ask an owner of the company for the role of marketer.');
};
