/** Capacity and budget as text. */
import { dayWords, moneyFull, monthOfYear, percent, quarterWords } from '../../../../views/words/format.ts';
import { personDays } from '../../../../views/capacity/words.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
const notes = (found: readonly string[]): string => found.map((note) => wrapped(`! ${note}`)).join('\n');
const right = (title: string) => ({ title, right: true });

/** Who can give how much in the quarter, what is planned against it, and which skill is short. */
export const capacityText = ({ period, title, scope, people, skills, meters, currency, notes: found }: Output<'capacity'>): string => {
  const money = (minor: number | null): string => (minor === null ? 'not known' : moneyFull({ minor, currency }));
  return paragraphs([
    title,
    wrapped(`${quarterWords(period)}. ${scope}`),
    table(
      [{ title: 'meter' }, right('there is'), right('planned'), right('free')],
      [
        ['people, person-days', meters.people.days, meters.people.planned, meters.people.free].map(said),
        ['money', money(meters.money.planMinor), money(meters.money.prioritiesMinor), money(meters.money.freeMinor)],
        ['time, days', String(meters.time.days), '', `${meters.time.left} left`],
      ],
    ),
    table(
      [
        { title: 'person' },
        { title: 'team' },
        right('hours a week'),
        right('focus'),
        right('paid'),
        right('holidays'),
        right('off'),
        right('person-days'),
      ],
      people.map((p) => [
        p.name,
        p.team ?? '',
        p.hoursAWeek === null ? '' : String(p.hoursAWeek),
        percent(p.focus),
        ...[p.gross, p.holiday, p.off, p.net].map(said),
      ]),
    ),
    table(
      [{ title: 'skill' }, right('person-days'), right('asked for')],
      skills.map((s) => [s.skill, personDays(s.days), s.needed === null ? '' : personDays(s.needed)]),
    ),
    notes(found),
  ]);
};
const said = (value: string | number | null): string =>
  value === null ? 'not known' : typeof value === 'number' ? personDays(value) : value;

/** The year by line, then the months of all lines where they are of one currency. */
export const budgetText = ({ title, scope, lines, months, byCurrency, asOf, notes: found }: Output<'budget'>): string => {
  const row = (
    name: string,
    currency: string,
    m: { plan: number; committed: number; actual: number; available: number; forecast: number },
  ): string[] => [name, ...[m.plan, m.committed, m.actual, m.available, m.forecast].map((minor) => moneyFull({ minor, currency }))];
  const heads = [right('plan'), right('committed'), right('actual'), right('available'), right('forecast')];
  return paragraphs([
    title,
    wrapped(`${scope} As of ${dayWords(asOf)}.`),
    table(
      [{ title: 'line', most: 40 }, ...heads],
      [
        ...lines.map((l) => row(l.closed ? `${l.name} (closed)` : l.name, l.currency, l.total)),
        ...byCurrency.map((c) => row(`all in ${c.currency}`, c.currency, c.total)),
      ],
    ),
    byCurrency.length !== 1
      ? ''
      : table(
          [{ title: 'month' }, ...heads],
          months.map((month, i) =>
            row(
              `${monthOfYear(month)}${month.locked ? ', closed' : ''}`,
              byCurrency[0]!.currency,
              lines
                .map((l) => l.byMonth[i]!)
                .reduce((a, b) => ({
                  plan: a.plan + b.plan,
                  committed: a.committed + b.committed,
                  actual: a.actual + b.actual,
                  available: a.available + b.available,
                  forecast: a.forecast + b.forecast,
                })),
            ),
          ),
        ),
    notes(found),
  ]);
};
