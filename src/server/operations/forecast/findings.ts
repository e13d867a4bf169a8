/** What a reader of a forecast must know of the record it rests on: what is left out, and whose days "as of" goes by. */
import type { Finding } from '../../../kernel/answer.ts';
import { dayFromNumber } from '../../../kernel/day.ts';
import type { PlannedBar } from '../../../views/forecast/planned.ts';
import { count, dayLong, list, tally } from '../../../views/words/format.ts';
import type { Record } from './record.ts';

export const findingsOf = (record: Record, bars: readonly PlannedBar[], filtered: boolean): Finding[] => [
  ...leftOut(record),
  ...amounts(record),
  ...(filtered ? [] : unnamed(bars)),
];

const finding = (code: string, n: number, text: string): Finding => ({ code, n, ids: [], text });

const leftOut = ({ leftOut: n }: Record): Finding[] =>
  n > 0
    ? [
        finding(
          'undated',
          n,
          `${tally(n, 'deal has', 'deals have')} no day or no known status and ${n === 1 ? 'is' : 'are'} not in the forecast.`,
        ),
      ]
    : [];

/** "As of" goes by the days in the rows; by those of loads only where a row has no day of its own. */
const amounts = ({ past, last, amounts: { own, loads, of } }: Record): Finding[] => {
  if (past.deals.length === 0) return [];
  const days =
    'What was known on a past day goes by the days in the rows themselves (opened, stage entered, closed), not by when they were loaded.';
  if (past.amountsAtClose)
    return [
      finding('as-of-basis', of, days),
      finding(
        'amounts-at-close',
        0,
        'Amounts are written when a deal closes: what an open one will bring is drawn from won deals of its product.',
      ),
    ];
  const parts = [
    ...(own > 0 ? [`${count(own)} by the history the CRM keeps`] : []),
    ...(loads > 0 ? [`${count(loads)} by the days on which loads changed them`] : []),
  ];
  const rest = of - own - loads;
  return [
    finding('as-of-basis', of, days),
    ...(parts.length > 0
      ? [finding('amounts-by', own + loads, `Earlier amounts are known of ${tally(own + loads, 'deal')}: ${list(parts)}.`)]
      : []),
    ...(rest > 0
      ? [
          finding(
            'amounts-as-now',
            rest,
            `What an amount was before ${dayLong(dayFromNumber(last))} is not kept of ${tally(rest, 'deal')}: on past days the present amount stands for that of then.`,
          ),
        ]
      : []),
  ];
};

/** Planned work without a campaign brings something too; nobody can say yet how much of what late weeks lead one to expect. */
const unnamed = (bars: readonly PlannedBar[]): Finding[] => {
  const none = bars.filter(({ sends }) => sends.length === 0);
  return none.length === 0
    ? []
    : [
        finding(
          'no-campaign-yet',
          none.length,
          `${tally(none.length, 'planned priority has', 'planned priorities have')} no campaign yet and so no channel: what ${none.length === 1 ? 'it brings' : 'they bring'} is not named as planned work. Work of the usual size is in what late weeks lead one to expect.`,
        ),
      ];
};
