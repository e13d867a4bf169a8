/**
 * Erasing a person of the facts: rows, held rows, files as received, the events that programs sent, and letters that wait to be sent
 * to him. Written in the audit, without a name. What people wrote of him in their own words is theirs and is not searched.
 */
import { handleOf } from '../../../facts/identity/handle.ts';
import { ok } from '../../../kernel/result.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { problem } from '../../house/problems.ts';
import { asProblem, factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';

export const personErase: Run<'person erase'> = async (world, { company, handle }, caller) => {
  const found = handleOf(handle);
  if (!found || found.kind === 'account' || found.kind === 'domain')
    return problem('invalid-input', `"${handle}" is no person.`, 'Name a contact, an address or a visitor, like contact:crm:003A.');
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { room, facts, doing } = met.value;
  const erased = await facts.erasePerson(found, doing);
  if (!erased.ok) return asProblem(erased.refusal);
  const { visitors, emails, rows, files, shared } = erased.value;
  const events = visitors.length + emails.length > 0 ? room.store.eraseArrivals({ visitors, emails }) : 0;
  const letters = emails.length > 0 ? room.store.eraseLettersTo(emails) : 0;
  const { house, now } = world;
  const changed = Object.values(rows).reduce((sum, n) => sum + n, 0);
  audit(
    house,
    now(),
    nameFor(house, caller.signIn, caller.kind),
    'person erased',
    `${changed} rows, ${events} events, ${files.length} files, ${letters} letters`,
    company,
  );
  return ok({ rows, events, letters, files: [...files], shared: [...shared] });
};
