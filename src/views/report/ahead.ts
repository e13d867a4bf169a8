/** What is still to come: how outcomes that are not due yet will probably end, and how long work takes to become revenue. */
import type { Answer, Estimate } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import { chanceWords, courseWords, fanSentence, forecastValue, middleOf, rangeOf } from '../forecast/words.ts';
import type { OutcomeForecast } from '../forecast/forecast.ts';
import { landsView, startedView, type Horizon } from '../lag/horizon-view.ts';
import { lagView } from '../lag/lag-view.ts';
import { capital, count, dayLong, dayWords, list, percent, plural, quarterWords } from '../words/format.ts';
import { part, type Part, type ReportTable } from './report.ts';

const NOT_FROZEN = 'A forecast is never frozen: it is made anew with every load.';

/** Forecasts of outcomes still to be due; the title names the one that stands worst. */
export const forecastPart = (forecasts: readonly OutcomeForecast[], asOf: Day): Part => {
  const known = forecasts.filter(({ numbers }) => numbers !== null);
  const worst = known.toSorted((a, b) => a.numbers!.chance - b.numbers!.chance)[0];
  const title =
    forecasts.length === 0
      ? 'No outcome is still to be due.'
      : worst
        ? `${worst.name} has a chance of ${chanceWords(worst.numbers!.chance)}${known.length > 1 ? `, the least of ${count(known.length)}` : ''}.`
        : 'Nobody can say yet how the outcomes will end.';
  return part('forecast', title, {
    say: known.map((forecast) => fanSentence(forecast, forecast.numbers!.chance, forecast.numbers!.fine)),
    tables: known.length === 0 ? [] : [forecastTable(known, asOf)],
    notes: [
      ...(forecasts.length > 0 ? [`As known on ${dayWords(asOf)}. ${NOT_FROZEN}`] : []),
      ...forecasts.filter(({ numbers }) => numbers === null).map(({ name, why }) => `${name}: ${why ?? 'no forecast.'}`),
      ...new Set(known.map(({ definition }) => definition)),
    ],
  });
};

const forecastTable = (forecasts: readonly OutcomeForecast[], asOf: Day): ReportTable => ({
  name: 'Outcomes still to be due',
  columns: [
    { name: 'Outcome' },
    { name: 'Due' },
    { name: 'Low', number: true },
    { name: 'Even odds', number: true },
    { name: 'High', number: true },
    { name: 'Target', number: true },
    { name: 'Chance', number: true },
    { name: '' },
  ],
  rows: forecasts.map((forecast) => {
    const { fine, chance } = forecast.numbers!;
    const { low, high } = rangeOf(fine);
    const write = (n: number): string => forecastValue(forecast, n);
    return [
      forecast.name,
      dayLong(forecast.due, asOf),
      write(low),
      write(middleOf(fine)),
      write(high),
      write(forecast.target),
      chanceWords(chance),
      courseWords(chance),
    ];
  }),
  sum: null,
});

/** Chances by outcome, for the table of outcomes. */
export const chancesOf = (forecasts: readonly OutcomeForecast[]): { readonly [outcome: string]: number | null } =>
  Object.fromEntries(forecasts.map(({ outcome, numbers }) => [outcome, numbers?.chance ?? null]));

type Lags = { readonly lag: Answer; readonly lands: Answer; readonly started: Answer };

/** How long a lead takes to be won, and when the running quarter's work lands and its revenue was begun. `lag` by channel. */
export const lagPart = ({ lag, lands, started }: Lags, today: Day): Part => {
  const view = lagView(lag, 'lead', 'won', today);
  const { all, drawn, refused } = view;
  const [landing, begun] = [landsView(lands), startedView(started)];
  const quarter = quarterWords(started.rows.at(-1)?.key ?? '');
  const title = all.half
    ? `Half of the leads that are ever won are won within ${count(Math.round(all.half.value))} days (eight times in ten between ${between(all.half)}).`
    : 'How long a lead takes to be won cannot be said yet.';
  return part('lag', title, {
    say: [
      ...(begun.why === null && begun.parts.length > 0
        ? [
            `Of the revenue of ${quarter}, ${percent(begun.before.share)} was started ${begun.before.words}: ${partsOf(begun)} (${begun.sure}). ${begun.closing}`,
          ]
        : []),
      ...(landing.why === null && landing.parts.length > 0
        ? [`Of what will come of the work begun in ${quarter}, ${partsOf(landing, ' lands')} (${landing.sure}).`]
        : []),
    ],
    tables:
      drawn.length === 0
        ? []
        : [
            {
              name: 'From lead to win, by channel',
              columns: [
                { name: 'Channel' },
                { name: 'Leads', number: true },
                { name: 'Won', number: true },
                { name: 'Half by, days', number: true },
                { name: 'Between', number: true },
                { name: 'Ever won', number: true },
                { name: 'Between', number: true },
              ],
              rows: drawn.map((row) => [
                row.key,
                count(row.n),
                count(row.came),
                row.half ? count(Math.round(row.half.value)) : '–',
                row.half ? between(row.half) : '–',
                row.ever ? percent(row.ever.value) : '–',
                row.ever ? `${percent(row.ever.low)} to ${percent(row.ever.high)}` : '–',
              ]),
              sum: null,
            },
          ],
    notes: [
      lag.definition,
      ...(refused.length > 0
        ? [
            `Too little is known of ${list(refused.slice(0, 6).map(({ key }) => key))}${refused.length > 6 ? ` and ${plural(refused.length - 6, 'more')}` : ''}.`,
          ]
        : []),
      ...[landing, begun].flatMap(({ why }) => (why === null ? [] : [capital(why)])).slice(0, 1),
      ...view.notes.map(({ text }) => text),
    ],
  });
};

const between = ({ low, high }: Estimate): string => `${count(Math.round(low))} and ${count(Math.round(high))}`;
const partsOf = ({ parts }: Pick<Horizon, 'parts'>, verb = ''): string =>
  list(parts.map(({ label, share }, i) => `${percent(share)}${i === 0 ? verb : ''} ${/^Q[1-4]/.test(label) ? 'in ' : ''}${label}`));
