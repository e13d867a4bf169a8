/**
 * The audit of one company: grants, tokens, and when its people signed in. From where they did, and what concerns
 * the whole house, is for its owner and the local operator.
 */
import { ok } from '../../../kernel/result.ts';
import type { AuditEntry } from '../../../store/house/watch.ts';
import type { Run } from '../operation.ts';

export const auditLines: Run<'audit'> = async ({ house }, { company, limit }, caller) => {
  const { audit, members, signIns } = house.store;
  const whole = caller.kind === 'operator' || (caller.signIn !== null && signIns.byId(caller.signIn)?.ownsHouse === true);
  const mails = new Set(members.in(company).map(({ signIn }) => signIns.byId(signIn)?.email));
  const houses = audit.latest(10_000).filter((line) => line.company === null && (whole || mails.has(line.who)));
  const shown = ({ at, who, what, detail, company: of }: AuditEntry) => ({ at, who, what, detail: of === null && !whole ? '' : detail });
  const lines = [...audit.latest(limit, company), ...houses].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return ok({ entries: lines.slice(0, limit).map(shown) });
};
