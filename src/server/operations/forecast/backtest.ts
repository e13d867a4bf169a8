/** Would one have trusted the forecast of an outcome before? The same forecast on past days, against what happened. */
import { addDays, addMonths, daysBetween, dayNumber, type Day } from '../../../kernel/day.ts';
import { CALENDAR_YEAR, quarterAfter, quarterOf, type Fiscal } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { Earlier } from '../../../views/forecast/backtested.ts';
import { backtestView } from '../../../views/forecast/backtest.ts';
import { countsOf } from '../../../views/forecast/wish.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { problem } from '../../house/problems.ts';
import { readerOf } from '../ask/reader.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';
import { kept } from './kept.ts';
import { keptOnDisk } from './kept-on-disk.ts';
import { outcomesOf } from './outcome-forecast.ts';
import { recordOf } from './record.ts';

const PERIODS = 11;

export const forecastBacktest: Run<'forecast-backtest'> = async (world, { company, outcome: asked }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const reader = found.value;
  const { book } = reader.context;
  const outcomes = outcomesOf(reader, asked, reader.head.asOf);
  if (!outcomes.ok) return outcomes;
  const [outcome] = outcomes.value;
  if (!outcome) return problem('not-there', `There is no outcome "${asked}".`);
  const counts = countsOf(book, outcome);
  if (counts.counts === null || !('figure' in counts.counts))
    return ok(
      backtestView(
        outcome,
        reader.head,
        null,
        counts.why ?? 'It is computed by a formula; the forecasts of what it reads are tested by themselves.',
      ),
    );
  const record = await recordOf(reader, []);
  if (!record.ok) return record;
  const { past, last } = record.value;
  const { figure } = counts.counts;
  const earlier = earlierOf(outcome, reader.head.asOf, book.company.get('company')?.fiscal ?? CALENDAR_YEAR).filter(
    ({ due }) => due <= last,
  );
  const job = { past, day: last, figure, earlier };
  const tested = await kept(reader.engine, `backtest ${figure} ${last} ${JSON.stringify(earlier)}`, () =>
    keptOnDisk(met.value.room.folder, 'backtest', job, () =>
      world.house.offLoop.run('forecast backtest', job, { background: true, onProgress: world.progress }),
    ),
  );
  return ok(backtestView(outcome, reader.head, tested, null));
};

/** Periods before the outcome's own, of the same length, with the day on which as many days were left as are now. */
const earlierOf = ({ from, due }: Outcome, asOf: Day, fiscal: Fiscal): Earlier[] => {
  const quarter = quarterOf(fiscal, due);
  const isQuarter = quarter.from === from && addDays(quarter.to, -1) === due;
  const left = Math.min(Math.max(1, daysBetween(asOf, due)), daysBetween(from, due));
  return Array.from({ length: PERIODS }, (_, i): Earlier => {
    const back = PERIODS - i;
    const period = isQuarter
      ? quarterAfter(fiscal, quarter.id, -back)
      : { id: addMonths(due, -3 * back).slice(0, 7), from: addMonths(from, -3 * back), to: addDays(addMonths(due, -3 * back), 1) };
    const ends = addDays(period.to, -1);
    const name = isQuarter ? quarterWords(period.id).replace(/^(Q[1-4]) 20(\d\d)$/, '$1 $2') : period.id;
    return { name, from: dayNumber(period.from), due: dayNumber(ends), on: dayNumber(addDays(ends, -left)) };
  });
};
