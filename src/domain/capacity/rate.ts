/** Exchange rates by day, as somebody recorded them. The rate in force on a date is the latest on or before it. */
import type { Day } from '../../kernel/day.ts';
import { isCurrency, money, type Currency } from '../../kernel/money.ts';
import { convert, isRate } from '../../kernel/rate.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import { withDated, type Dated } from './dated.ts';

/** USD/EUR: how many euro one dollar is. */
export type Pair = `${Currency}/${Currency}`;

export type Rates = { readonly from: Currency; readonly to: Currency; readonly rates: readonly Dated<string>[] };

type About = { readonly from: Currency; readonly to: Currency; readonly day: Day };
export type RateCommand = ({ readonly type: 'rate/set'; readonly rate: string } & About) | ({ readonly type: 'rate/remove' } & About);
export type RateEvent = ({ readonly type: 'rate/set'; readonly rate: string } & About) | ({ readonly type: 'rate/removed' } & About);

export type RateRefusal =
  | Basic
  | { readonly code: 'not-a-currency'; readonly found: string }
  | { readonly code: 'not-a-rate'; readonly found: string }
  | { readonly code: 'same-currency'; readonly currency: Currency };

export type RateBook = { readonly rate: ReadonlyMap<Pair, Rates> };

const currencies = (from: string, to: string): Result<null, RateRefusal> => {
  const wrong = [from, to].find((c) => !isCurrency(c));
  if (wrong !== undefined) return refuse({ code: 'not-a-currency', found: wrong });
  return from === to ? refuse({ code: 'same-currency', currency: from }) : ok(null);
};

export const rate: Decider<Pair, Rates, RateCommand, RateEvent, RateRefusal, RateBook> = {
  keyOf: ({ from, to }) => `${from}/${to}`,
  decide: {
    'rate/set': (_, { from, to, day: on, rate: found }) => {
      const named = currencies(from, to);
      if (!named.ok) return named;
      const checked = all(day('day', on));
      if (!checked.ok) return checked;
      return isRate(found) ? ok([{ type: 'rate/set', from, to, day: on, rate: found }]) : refuse({ code: 'not-a-rate', found });
    },
    'rate/remove': (r, { from, to, day: on }) =>
      r?.rates.some((d) => d.from === on)
        ? ok([{ type: 'rate/removed', from, to, day: on }])
        : refuse({ code: 'not-there', thing: 'rate', id: `${from}/${to} ${on}` }),
  },
  evolve: {
    'rate/set': (r, { from, to, day: on, rate: found }) => ({ from, to, rates: withDated(r?.rates ?? [], on, found) }),
    'rate/removed': (r, { day: on }) => ({ ...r!, rates: r!.rates.filter((d) => d.from !== on) }),
  },
};

/** The rate by which an amount was converted: as recorded, from its day on; `inverse` where it was recorded the other way round. */
export type RateUsed = { readonly rate: string; readonly day: Day; readonly inverse: boolean };

const latest = (rates: Rates | undefined, on: Day): Dated<string> | undefined => rates?.rates.findLast((d) => d.from <= on);

/** The rate in force on a date: the pair as recorded, else the other way round; null where there is none. Never 1 for want of one. */
export const rateOn = (book: RateBook, from: Currency, to: Currency, on: Day): RateUsed | null => {
  const direct = latest(book.rate.get(`${from}/${to}`), on);
  if (direct) return { rate: direct.value, day: direct.from, inverse: false };
  const other = latest(book.rate.get(`${to}/${from}`), on);
  return other ? { rate: other.value, day: other.from, inverse: true } : null;
};

/** Minor units of another currency, by the rate in force on a date; null where there is none. */
export const convertedOn = (book: RateBook, minor: number, from: Currency, to: Currency, on: Day): number | null => {
  if (from === to) return minor;
  const used = rateOn(book, from, to, on);
  return used ? convert(money(minor, from), to, used.rate, used.inverse).minor : null;
};

/** A rate in force from a day to before another; null where none follows. */
export type RateStep = { readonly from: Currency; readonly since: Day; readonly until: Day | null; readonly used: RateUsed };

/** Every rate to one currency, step by step, by the rule of `rateOn`: as recorded, and the other way round before that. */
export const stepsTo = (book: RateBook, to: Currency): readonly RateStep[] => {
  const others = new Set([...book.rate.values()].flatMap((r) => (r.to === to ? [r.from] : r.from === to ? [r.to] : [])));
  return [...others].toSorted().flatMap((from) => {
    const days = [...(book.rate.get(`${from}/${to}`)?.rates ?? []), ...(book.rate.get(`${to}/${from}`)?.rates ?? [])].map((d) => d.from);
    const since = [...new Set(days)].toSorted();
    return since.flatMap((first, i) => {
      const used = rateOn(book, from, to, first);
      return used ? [{ from, since: first, until: since[i + 1] ?? null, used }] : [];
    });
  });
};
