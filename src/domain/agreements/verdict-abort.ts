/**
 * Abort: the campaign ends, money that is not spent goes back to its line, open work is dropped or goes back into the
 * Backlog, and the next of the Backlog that fits into the days that came free is named.
 */
import type { ItemId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { practiceOf } from '../backlog/practice.ts';
import { openQuestions, unmetNeeds } from '../backlog/readiness.ts';
import { sizeOf } from '../backlog/sizing.ts';
import { giveBack } from '../campaign/set-aside.ts';
import type { Ctx } from '../decider.ts';
import type { LoggedRefusal } from './logged.ts';
import { maySay, openWorkOf } from './verdict-acts.ts';
import { abortedInLog } from './verdict-log.ts';
import { takenNow } from './verdict.ts';
import type { Verdict, VerdictBook, VerdictCommand, VerdictProduced, VerdictRefusal } from './verdict.ts';

type Abort = Extract<VerdictCommand, { readonly type: 'verdict/abort' }>;

/** The first of the Backlog that nobody has started, that may start, and whose size fits into these days; null where none does. */
export const nextThatFits = (book: VerdictBook, days: number, without: ReadonlySet<ItemId>): ItemId | null => {
  if (days <= 0) return null;
  const ruled = practiceOf(book).readyToStart;
  const order = book.backlog.get('backlog')?.items ?? [];
  return (
    order.find((id) => {
      const item = book.item.get(id);
      if (!item || without.has(id) || item.retired || item.finishedOn || item.startedOn) return false;
      const size = sizeOf(book, item).days;
      return (
        size !== null &&
        size > 0 &&
        size <= days &&
        (!ruled || openQuestions(book, item).length === 0) &&
        unmetNeeds(book, item).length === 0
      );
    }) ?? null
  );
};

/** Days that come free when this work is not done now: what its sizes say; unsized work frees nothing that could be counted. */
export const freedDays = (book: VerdictBook, id: Abort['id']): number =>
  Math.round(openWorkOf(book, id).reduce((sum, item) => sum + (sizeOf(book, item).days ?? 0), 0) * 1000) / 1000;

export const abort = (
  v: Verdict | undefined,
  { id, drop, why, log }: Abort,
  ctx: Ctx,
  book: VerdictBook,
): Result<readonly VerdictProduced[], VerdictRefusal | LoggedRefusal> => {
  const may = maySay(book, id, 'abort');
  if (!may.ok) return may;
  const open = openWorkOf(book, id);
  const stranger = drop.find((item) => !open.some((one) => one.id === item));
  if (stranger !== undefined) return refuse({ code: 'not-work-of-campaign', item: stranger });
  const dropped = open.filter((item) => drop.includes(item.id)).map((item) => item.id);
  const returned = open.filter((item) => !drop.includes(item.id) && item.startedOn !== null).map((item) => item.id);
  const { events, freedMinor } = giveBack(book, book.campaign.get(id)!, why, ctx);
  const days = freedDays(book, id);
  const next = nextThatFits(book, days, new Set(open.map((item) => item.id)));
  const drops = next === null ? null : book.item.get(next)!.title;
  const entry = abortedInLog(book, { id, log }, takenNow(v)!, { days, next: drops }, ctx);
  if (!entry.ok) return entry;
  return ok([
    { type: 'campaign/aborted', id, why, freedMinor, freedDays: days, dropped, returned, next },
    ...events,
    ...dropped.map((item) => ({ type: 'item/dropped' as const, id: item, why })),
    ...returned.map((item) => ({ type: 'item/returned' as const, id: item })),
    { type: 'verdict/logged', id, did: 'aborted', log, why },
    ...entry.value,
  ]);
};
