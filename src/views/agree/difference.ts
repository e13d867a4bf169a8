/** What differs between two wordings, each difference one sentence without its full stop. */
import type { AgreedOutcome } from '../../domain/guidepoint/guidepoint.ts';
import { dayLong, list } from '../words/format.ts';
import { seatTitle } from '../words/names.ts';
import { valueShort } from '../words/values.ts';
import type { Teller } from './signed.ts';

export type Wording = { readonly statement: string; readonly outcomes: readonly AgreedOutcome[]; readonly seats: readonly string[] };

export const differences = (t: Teller, before: Wording, after: Wording): string[] => {
  const currency = t.book.company.get('company')?.currency ?? null;
  const write = (o: AgreedOutcome): string => valueShort(o.target, o.metric.unit, currency);
  const was = new Map(before.outcomes.map((o) => [o.outcome, o]));
  const is = new Map(after.outcomes.map((o) => [o.outcome, o]));
  const moved = after.outcomes.flatMap((o) => {
    const old = was.get(o.outcome);
    if (!old) return [`In: ${o.name}, ${write(o)} by ${dayLong(o.due, t.today)}`];
    return [
      ...(old.target === o.target ? [] : [`${o.name}: ${write(old)} becomes ${write(o)}`]),
      ...(old.due === o.due ? [] : [`${o.name}: by ${dayLong(o.due, t.today)} instead of ${dayLong(old.due, t.today)}`]),
      ...(old.baseline === o.baseline
        ? []
        : [
            `${o.name}: counted from ${o.baseline === null ? 'no baseline' : write({ ...o, target: o.baseline })} instead of ${old.baseline === null ? 'no baseline' : write({ ...old, target: old.baseline })}`,
          ]),
      ...(old.name === o.name ? [] : [`“${old.name}” is now called “${o.name}”`]),
    ];
  });
  const out = before.outcomes.filter((o) => !is.has(o.outcome)).map((o) => `Out: ${o.name}`);
  const seats = (now: readonly string[], then: readonly string[]): string[] =>
    now.filter((s) => !then.includes(s)).map((s) => seatTitle(t.book, s));
  const asked = seats(after.seats, before.seats);
  const freed = seats(before.seats, after.seats);
  return [
    ...(before.statement === after.statement ? [] : ['The statement is worded anew']),
    ...moved,
    ...out,
    ...(asked.length > 0 ? [`${list(asked)} signs too`] : []),
    ...(freed.length > 0 ? [`${list(freed)} no longer signs`] : []),
  ];
};
