/** Who decided what, when: the events of one thing, or of all, newest first. */
import { DECIDERS, kindOf, type Event } from '../../../domain/book.ts';
import type { AnyDecider } from '../../../domain/decider.ts';
import { ok } from '../../../kernel/result.ts';
import type { Sent } from '../../contract/book.ts';
import { noSuchCompany } from '../../house/problems.ts';
import { seenBy } from '../../house/sent.ts';
import type { Run } from '../operation.ts';

export const history: Run<'history'> = async ({ house }, { company, thing, limit, before }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const person = caller.personIn(company);
  const role = person === null ? null : opened.value.roleOf(person);
  if (role === null) return noSuchCompany(company);
  const all = opened.value.entries();
  const found: Sent[] = [];
  for (let i = Math.min(before === undefined ? all.length : before - 1, all.length) - 1; i >= 0 && found.length <= limit; i--) {
    const entry = all[i]!;
    if (thing === undefined || isAbout(entry.event, thing)) found.push(...seenBy(role, [entry]));
  }
  return ok({ entries: found.slice(0, limit), more: found.length > limit });
};

/** True for an event that changed this thing; a place in the Backlog or in a cycle belongs to the work item too. */
const isAbout = (event: Event, thing: string): boolean => {
  if (event.type === 'backlog/placed') return event.item === thing;
  if ((event.type === 'cycle/taken' || event.type === 'cycle/left') && event.item === thing) return true;
  const decider: AnyDecider = DECIDERS[kindOf(event)];
  return decider.keyOf(event as never) === thing;
};
