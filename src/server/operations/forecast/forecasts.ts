/**
 * Forecasts of outcomes, as a reader may see them: the record read once, the draws made off the event loop and kept until the
 * facts or what is wished for change.
 */
import { gapsOf } from '../../../facts/questions/stage-rules.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { addDays, dayNumber, type Day } from '../../../kernel/day.ts';
import { CALENDAR_YEAR, quarterOf } from '../../../kernel/fiscal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { builtForecast, plainForecast, type Around } from '../../../views/forecast/build.ts';
import type { Found, ForecastWish, Nows } from '../../../views/forecast/computed.ts';
import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { valueOn } from '../../../models/outcome-forecast/value-on.ts';
import { plannedBars, type PlannedBar } from '../../../views/forecast/planned.ts';
import { gapFindings } from '../../../views/answers/stage-rule.ts';
import { reportedForecast } from '../../../views/forecast/reported.ts';
import { countsOf, FIGURE_OF } from '../../../views/forecast/wish.ts';
import type { MeasuredLags } from '../../../views/delivery/measured-lags.ts';
import { usefulStarts } from '../../../views/plan/useful-starts.ts';
import { lagsFor } from '../plan/lags.ts';
import { blueprintView } from '../../../views/plan/blueprint.ts';
import { dayLong } from '../../../views/words/format.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { World } from '../operation.ts';
import type { Reader } from '../ask/reader.ts';
import { measureNow } from '../strategy/measure-now.ts';
import { outcomeNow } from '../strategy/metric-now.ts';
import { findingsOf } from './findings.ts';
import { kept } from './kept.ts';
import { planAsOf } from './plan-as-of.ts';
import { recordOf, type Record } from './record.ts';
import { stagesKnownOn } from './signed-stages.ts';

export type Wanted = {
  readonly outcomes: readonly Outcome[];
  /** Use nothing dated later; the reader's own day unless said. */
  readonly asOf: Day;
  /** Filters on deals, each field=value. */
  readonly where: readonly string[];
};

const DRAWS = 4_000;

export const forecastsOf = async (
  { house }: Pick<World, 'house'>,
  room: CompanyRoom,
  reader: Reader,
  { outcomes, asOf, where }: Wanted,
): Promise<Result<OutcomeForecast[], Problem>> => {
  const record = await recordOf(reader, where);
  if (!record.ok) return record;
  const { book, today } = reader.context;
  // Data may end before today; the plan is then still that of today.
  const plan = asOf === reader.head.asOf ? book : planAsOf(room, book, reader.role, { asOf, today });
  const filtered = where.length > 0;
  const stages = stagesKnownOn(record.value.signed, asOf);
  const unnamed =
    stages === null ? [] : await kept(reader.engine, `unnamed ${stages.version} ${asOf}`, () => gapsOf(reader.engine, stages.stages, asOf));
  const lags = await lagsFor(house, reader);
  const asked = await Promise.all(
    outcomes.map(async (outcome) => {
      const bars = filtered ? [] : plannedBars(plan, asOf, outcome.due);
      const around: Around = {
        book,
        asOf,
        loads: reader.head.loads,
        lastStart: lastStartOf(reader, outcome, asOf, lags),
        bars,
        stages,
        findings: [...findingsOf(record.value, bars, filtered), ...gapFindings(unnamed.filter(({ what }) => what === 'unknown'))],
      };
      const counts = countsOf(book, outcome);
      const wish =
        outcome.due <= asOf || counts.counts === null
          ? null
          : await wishOf({ ...reader, head: { ...reader.head, asOf } }, outcome, counts.counts, bars, filtered ? record.value : null);
      return { outcome, around, counts, wish };
    }),
  );
  const wishes = asked.flatMap(({ wish }) => wish ?? []);
  const day = dayNumber(asOf);
  const { past } = record.value;
  const found =
    wishes.length === 0
      ? []
      : await kept(reader.engine, `forecast ${asOf} ${JSON.stringify([where, wishes])}`, () =>
          house.offLoop.run('forecast', { past, day, wishes, draws: DRAWS }),
        );
  const answers = new Map<ForecastWish, Found>(wishes.map((wish, i) => [wish, found[i]!]));
  return ok(
    await Promise.all(
      asked.map(async ({ outcome, around, counts, wish }): Promise<OutcomeForecast> => {
        if (outcome.due <= asOf) return overForecast(reader, outcome, around);
        if (outcome.metric.kind === 'reported')
          return filtered
            ? notPossible(outcome, around, 'People report it for the company as a whole; no filter reaches it.')
            : reportedForecast(outcome, around);
        if (counts.counts === null || wish === null) return notPossible(outcome, around, counts.why ?? '');
        const figure = 'figure' in counts.counts ? counts.counts.figure : null;
        const now = figure ? wish.nows[figure] : (await outcomeNow(reader, outcome)).value;
        return builtForecast(outcome, figure, answers.get(wish)!, now, around);
      }),
    ),
  );
};

const wishOf = async (
  reader: Reader,
  outcome: Outcome,
  counts: ForecastWish['counts'],
  bars: readonly PlannedBar[],
  filtered: Record | null,
): Promise<ForecastWish> => {
  const [from, due] = [dayNumber(outcome.from), dayNumber(outcome.due)];
  const nows = filtered ? nowsIn(filtered, from, dayNumber(reader.head.asOf)) : await nowsOf(reader, outcome);
  return { from, due, counts, nows, channels: [...new Set(bars.flatMap(({ sends }) => sends.map(({ channel }) => channel)))].toSorted() };
};

/** What each measure stands at, by the same count as everywhere; null where it is not known. */
const nowsOf = async (reader: Reader, outcome: Outcome): Promise<Nows> => {
  const window = { from: outcome.from, to: reader.head.asOf < outcome.due ? reader.head.asOf : outcome.due };
  const begun = outcome.from <= window.to;
  const found = await Promise.all(
    (Object.keys(FIGURE_OF) as (keyof typeof FIGURE_OF)[]).map(async (measure) => [
      FIGURE_OF[measure],
      begun || measure === 'open-pipeline'
        ? (await measureNow(reader, measure, begun ? window : { from: window.to, to: window.to })).value
        : 0,
    ]),
  );
  return Object.fromEntries(found) as Nows;
};

const nowsIn = ({ past }: Record, from: number, day: number): Nows =>
  Object.fromEntries(Object.values(FIGURE_OF).map((figure) => [figure, valueOn(past, figure, from, day)])) as Nows;

const overForecast = async (reader: Reader, outcome: Outcome, around: Around): Promise<OutcomeForecast> => ({
  ...plainForecast(outcome, around),
  numbers: null,
  state: 'over',
  why: `It was due on ${dayLong(outcome.due, around.asOf)}; what it came to stands with the outcome.`,
  definition: (await outcomeNow(reader, outcome)).behind.definition,
});

const notPossible = (outcome: Outcome, around: Around, why: string): OutcomeForecast => ({
  ...plainForecast(outcome, around),
  numbers: null,
  state: 'not-possible',
  why,
  definition: why,
});

/** The last day on which work can begin and still move the outcome; only one that is still to come is worth showing. */
const lastStartOf = ({ context: { book, today } }: Reader, outcome: Outcome, asOf: Day, lags: MeasuredLags): Day | null => {
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const { plan } = blueprintView(book, quarterOf(fiscal, outcome.due).id, today);
  const day = usefulStarts(book, plan, lags).find((one) => one.outcome === outcome.id)?.day ?? null;
  return day !== null && day >= addDays(asOf, -91) ? day : null;
};
