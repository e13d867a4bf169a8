/** When a workshop is: a moment there is and that has not gone by, links that last until then, work before it and not after it. */
import { isDay, type Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { dayIn } from '../../kernel/zone.ts';
import type { Company } from '../company/company.ts';
import type { Ctx } from '../decider.ts';
import type { WorkshopRefusal } from './workshop.ts';

type Refused = Result<null, WorkshopRefusal>;
type Companies = { readonly company: ReadonlyMap<'company', Company> };
const fine: Refused = ok(null);

/** A moment in UTC that there is: 31 February is none. */
const isMoment = (found: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,3})?Z$/.test(found) && isDay(found.slice(0, 10));

const dayOf = ({ company }: Companies, at: string): Day => dayIn(company.get('company')?.zone ?? 'UTC', at);

/** It starts today or later, and its links last until then. */
export const timesHold = (book: Companies, starts: string, linksUntil: Day, { at }: Pick<Ctx, 'at'>): Refused => {
  if (!isMoment(starts)) return refuse({ code: 'not-an-instant', found: starts });
  const on = dayOf(book, starts);
  if (on < dayOf(book, at)) return refuse({ code: 'workshop-gone-by', on });
  return linksUntil < on ? refuse({ code: 'links-end-before', until: linksUntil, on }) : fine;
};

/** It is about a quarter there is, and that has not ended. */
export const quarterHolds = (book: Companies, period: string, { at }: Pick<Ctx, 'at'>): Refused => {
  const fiscal = book.company.get('company')?.fiscal;
  const quarter = fiscal && quarterNamed(fiscal, period);
  if (!quarter) return refuse({ code: 'not-a-quarter', found: period });
  return quarter.to <= dayOf(book, at) ? refuse({ code: 'quarter-gone-by', period }) : fine;
};

/** What is asked before it is sent by a day that has not gone by, and no later than the day of the workshop. */
export const preworkHolds = (book: Companies, starts: string, until: Day, { at }: Pick<Ctx, 'at'>): Refused => {
  const [today, on] = [dayOf(book, at), dayOf(book, starts)];
  return until < today || until > on ? refuse({ code: 'prework-day', until, from: today, to: on }) : fine;
};
