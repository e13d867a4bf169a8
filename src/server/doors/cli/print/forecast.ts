/** The delivery forecast as text: the finding, the horizon, what it rests on, dates by item. */
import { count, dayWords, monthLong, percent, tally } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

const date = (day: string | null, asOf: string): string => (day === null ? 'beyond' : dayWords(day, asOf));
const month = (day: string | null): string => (day === null ? 'beyond fifty years' : monthLong(day));

export const forecastText = ({
  title,
  asOf,
  periodEnds,
  why,
  needs,
  growth,
  trials,
  lines,
  horizon,
  items,
}: Output<'forecast'>): string => {
  const rows = items.flatMap((item): string[][] => {
    const row = [
      String(item.place),
      item.ref,
      item.title,
      ...(lines
        ? [date(item.p50, asOf), date(item.p85, asOf), date(item.p95, asOf), percent(Math.round((item.chance ?? 0) * 100) / 100)]
        : ['', '', '', '']),
      item.days === null ? '' : `${item.guessedFrom > 0 ? '≈ ' : ''}${count(item.days, 1)}`,
      item.startsTooLate ? `should have started by ${dayWords(item.latestUsefulStart!, asOf)}` : '',
    ];
    const line = (text: string): string[] => ['', '', text, '', '', '', '', '', ''];
    return [
      row,
      ...(lines?.sure === item.place ? [line(`── 85 % sure to finish by ${dayWords(periodEnds, asOf)} above this line ──`)] : []),
      ...(lines?.even === item.place ? [line('── even odds: capacity ends here ──')] : []),
    ];
  });
  return [
    title,
    wrapped(`${why}${needs ? ` ${needs}` : ''}`),
    horizon &&
      wrapped(
        `${tally(horizon.items, 'item')} promised; the last is done in ${month(horizon.last)} (80 %: ${month(horizon.low)} to ${month(horizon.high)}). ${tally(horizon.notAskedForInAYear, 'item')} last asked for over a year ago.`,
      ),
    trials > 0 &&
      wrapped(
        growth.stated
          ? `${count(trials)} trials. Work found on the way: ${percent(growth.discoveredLow)} to ${percent(growth.discoveredHigh)}; one item turns into ${count(growth.splitLow, 1)} to ${count(growth.splitHigh, 1)}.`
          : `${count(trials)} trials. No growth of the work is stated, so none is counted.`,
      ),
    table(
      [
        { title: 'place', right: true },
        { title: 'item' },
        { title: 'title', most: 60 },
        { title: '50 %', right: true },
        { title: '85 %', right: true },
        { title: '95 %', right: true },
        { title: `by ${dayWords(periodEnds, asOf)}`, right: true },
        { title: 'days', right: true },
        { title: 'can it still help?', most: 60 },
      ],
      rows,
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
};
