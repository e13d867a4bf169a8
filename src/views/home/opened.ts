/** The numbers of Home, opened. */
import type { AskedBy } from '../../domain/agreements/evidence.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import { capital, count, dayLong, dayWords, days, moneyFull, percent } from '../words/format.ts';
import { openedBehind, type Opened } from '../words/opened.ts';
import { valueFull, valueShort } from '../words/values.ts';
import { LINK_WORDS } from '../thread/links.ts';
import type { Knot, Part } from './home.ts';
import { paceOf, STANDING_WORDS } from './pace.ts';
import type { Stand } from './stand.ts';

/** The present value of an outcome. null where the server said nothing about it. */
export const openedOutcome = (
  { outcome, now, standing }: Omit<Stand, 'forecast'>,
  currency: Currency | null,
  today: string,
): Opened | null => {
  if (!now) return null;
  const { unit } = outcome.metric;
  const write = (value: number): string => valueFull(value, unit, currency);
  const pace = paceOf(outcome, today);
  const share = now.value === null ? null : now.value / (outcome.target || 1);
  const meaning =
    now.value === null
      ? now.why
      : [
          `${capital(percent(share!))} of the target, ${write(outcome.target)} by ${dayLong(outcome.due, today)}.`,
          pace === null
            ? null
            : `An even pace would be at ${valueShort(unit === 'percent' ? pace : Math.round(pace), unit, currency)} today; this is arithmetic, not a forecast.`,
        ]
          .filter(Boolean)
          .join(' ');
  return openedBehind(outcome.name, now.value === null ? 'Not known' : write(now.value), now.behind, {
    tone: now.value === null ? 'unknown' : STANDING_WORDS[standing].kind === 'on' ? 'plain' : STANDING_WORDS[standing].kind,
    meaning,
    sure: outcome.metric.kind === 'reported' ? `Reported by a person on ${dayWords(now.asOf, today)}` : 'Counted, not estimated',
    more: [{ text: 'The outcome', href: `/agree/outcomes/${outcome.id}` }],
    cite: citeOutcome(outcome, now.asOf),
  });
};

/** How to ask for a measured outcome again; null where people report it. */
const citeOutcome = ({ metric, from, due }: Stand['outcome'], asOf: Day): AskedBy | null => {
  if (metric.kind !== 'measured') return null;
  const parameters = [
    { name: 'since', value: from },
    { name: 'until', value: addDays(due, 1) },
    // A pipeline is what stood open at the end of its period, once that is over.
    ...(metric.measure === 'open-pipeline' && due < asOf ? [{ name: 'asOf', value: due }] : []),
  ];
  return { name: 'measures', parameters, row: metric.measure.replaceAll('-', ' '), figure: 'value' };
};

/** What stands on one link of the thread. */
export const openedKnot = (knot: Knot, period: string): Opened => {
  const words = LINK_WORDS[knot.link];
  const value = knot.n === null ? 'Not known' : knot.link === 'revenue' && knot.money ? moneyFull(knot.money) : count(knot.n);
  const also = [
    knot.effortDays === null ? null : days(knot.effortDays),
    knot.link !== 'revenue' && knot.money ? moneyFull(knot.money) : null,
  ]
    .filter(Boolean)
    .join(' and ');
  return openedBehind(`${capital(knot.n === 1 ? words.one : words.many)} in ${period}`, value, knot.behind, {
    tone: knot.n === null ? 'unknown' : 'plain',
    meaning: knot.why ?? (also === '' ? null : `${also} went into ${knot.n === 1 ? 'it' : 'them'}.`),
    missing: [...new Set([...knot.gaps, ...knot.behind.findings].map((g) => g.text))],
  });
};

/** Part of what closed. */
export const openedPart = (what: string, part: Part): Opened =>
  openedBehind(what, moneyFull(part.money), part.behind, { meaning: `In ${count(part.deals)} ${part.deals === 1 ? 'deal' : 'deals'}.` });
