/** The forecast of an outcome as people read it, from computed numbers and the book. Pure. */
import type { Book } from '../../domain/book.ts';
import { addsUp } from '../../domain/strategy/metric.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { Finding } from '../../kernel/answer.ts';
import { dayFromNumber, dayNumber, type Day } from '../../kernel/day.ts';
import type { FigureName } from '../../models/outcome-forecast/figures.ts';
import type { Made } from '../../models/outcome-forecast/simulate.ts';
import { chanceOf } from '../../models/outcome-forecast/what-if.ts';
import { startOf } from '../home/pace.ts';
import { dayLong, dayWords, percent } from '../words/format.ts';
import type { ForecastNumbers, Found } from './computed.ts';
import type { Bar, ForecastNumbersView, MadePart, OutcomeForecast } from './forecast.ts';
import { moversOf } from './movers.ts';
import { bringsBy } from './moved.ts';
import type { PlannedBar } from './planned.ts';
import { REFUSED, thinWords } from './refused.ts';

export type Around = {
  readonly book: Book;
  readonly asOf: Day;
  readonly loads: readonly number[];
  readonly lastStart: Day | null;
  readonly bars: readonly PlannedBar[];
  /** The stage definitions that were signed and in force on that day; null: there were none. */
  readonly stages: { readonly version: number; readonly since: Day; readonly signedOn: Day } | null;
  readonly findings: readonly Finding[];
};

/** What every forecast of this outcome says, whatever was found. */
export const plainForecast = (
  outcome: Outcome,
  { book, asOf, loads, lastStart, findings }: Around,
): Omit<OutcomeForecast, 'numbers' | 'why' | 'state' | 'definition'> => ({
  outcome: outcome.id,
  name: outcome.name,
  unit: outcome.metric.unit,
  currency: book.company.get('company')?.currency ?? null,
  from: outcome.from,
  due: outcome.due,
  target: outcome.target,
  adds: outcome.metric.kind === 'measured' && addsUp(outcome.metric.measure),
  up: outcome.target >= startOf(outcome),
  asOf,
  loads,
  lastStart,
  findings,
});

/** From deals: measured outcomes and formulas of measures. `now` is the value as it stands. */
export const builtForecast = (
  outcome: Outcome,
  figure: FigureName | null,
  found: Found,
  now: number | null,
  around: Around,
): OutcomeForecast => {
  const plain = plainForecast(outcome, around);
  if (found.refused !== null)
    return {
      ...plain,
      numbers: null,
      state: found.refused === 'thin' || found.refused === 'unpriced' ? 'too-early' : 'not-possible',
      why: found.refused === 'thin' ? thinWords(found.learnt, figure === 'opened') : REFUSED[found.refused],
      definition: DEFINITION,
    };
  const { numbers } = found;
  const today = dayNumber(around.asOf);
  const bars = around.bars.map((bar) => barView(bar, outcome, numbers, today));
  const view: ForecastNumbersView = {
    now,
    trail: numbers.trail.map(({ day, value }) => ({ day: dayFromNumber(day), value })),
    weeks: numbers.weeks.map(({ day, quantiles: [low, lowHalf, middle, highHalf, high] }) => ({
      day: dayFromNumber(day),
      low,
      lowHalf,
      middle,
      highHalf,
      high,
    })),
    fine: numbers.fine,
    mean: numbers.mean,
    chance: chanceOf(numbers.fine, outcome.target, plain.up),
    made: [],
    bars,
    pulses: Object.fromEntries(numbers.rates.map(({ channel, pulse }) => [channel, pulse])),
    movers: [],
    coverage: numbers.coverage,
  };
  const whole: OutcomeForecast = { ...plain, numbers: view, why: null, state: 'forecast', definition: definitionOf(numbers, around) };
  return {
    ...whole,
    numbers: {
      ...view,
      made:
        numbers.made && figure ? madeOf(figure, numbers.made, now, plannedPart(view, outcome.due, today), outcome.due, around.asOf) : [],
      movers: moversOf(whole, numbers.rates),
    },
  };
};

const plannedPart = ({ bars, pulses }: ForecastNumbersView, due: Day, today: number): number =>
  bars.reduce((sum, bar) => sum + bringsBy(bar, pulses, dayNumber(due) - today), 0);

const barView = (bar: PlannedBar, outcome: Outcome, { rates }: ForecastNumbers, today: number): Bar => {
  const sends = bar.sends.flatMap((send) => {
    const campaign = rates.find(({ channel }) => channel === send.channel)?.campaign;
    return campaign && send.to > today
      ? [{ channel: send.channel, first: send.from - today, last: send.to - today, leads: campaign.leads }]
      : [];
  });
  const still =
    sends.length > 0
      ? null
      : bar.sends.length === 0
        ? 'No campaign says yet into which channel it goes out.'
        : bar.sends.every(({ to }) => to <= today)
          ? 'Its campaigns are out already.'
          : 'Too few campaigns of its channel are known to say what one brings.';
  return {
    id: bar.id,
    title: bar.title,
    period: bar.period,
    from: dayFromNumber(bar.from),
    to: dayFromNumber(bar.to),
    serves: bar.outcomes.includes(outcome.id),
    sends,
    still,
  };
};

/** Parts of the mean; the planned part is a named share of what is still to come. */
const madeOf = (figure: FigureName, made: Made, now: number | null, planned: number, due: Day, asOf: Day): MadePart[] => {
  const on = dayWords(due, asOf);
  const named = Math.max(0, Math.min(made.coming, planned));
  const part = (code: MadePart['code'], text: string, value: number): MadePart[] => (value > 0 ? [{ code, text, value }] : []);
  const becomes = { wonMinor: 'becomes a deal and is won', won: 'becomes a deal and is won', lost: 'becomes a deal and is lost' }[
    figure as 'won'
  ];
  return [
    ...(figure === 'pipelineMinor' ? [] : part('done', DONE[figure], now ?? 0)),
    ...part(
      'open',
      figure === 'pipelineMinor' ? `Open today, still open on ${on}` : `Open today, ${figure === 'lost' ? 'lost' : 'won'} by ${on}`,
      made.open,
    ),
    ...part('touched', `Touched already, ${becomes ?? 'becomes a deal'}`, made.touched),
    ...part('planned', `From work planned until ${on}`, named),
    ...part('coming', 'Neither touched nor planned yet', made.coming - named),
  ];
};
const DONE: { readonly [F in Exclude<FigureName, 'pipelineMinor'>]: string } = {
  wonMinor: 'Won so far',
  won: 'Won so far',
  lost: 'Lost so far',
  opened: 'Opened so far',
};

const DEFINITION =
  'Drawn 4,000 times from what the record knew on that day: each open deal by its age and stage, leads that are there and may become deals, and deals still to come at the pace of late weeks; one shock a draw moves all deals together, and hazards, amounts and pace are drawn too, as unsure as they are.';
const leanWords = (lean: number | null): string =>
  lean === null || lean < 0.005
    ? ''
    : ` ${percent(lean)} of the futures are the plain rate of the last twelve weeks: as much as it came nearer on earlier days.`;
const stagesWords = ({ stages, asOf }: Around): string =>
  stages === null
    ? ' Stages are those of the CRM: nobody had signed what they mean.'
    : ` Stages are those of version ${stages.version}, signed by marketing and sales on ${dayLong(stages.signedOn, asOf)}, in force since ${dayLong(stages.since, asOf)}.`;
const definitionOf = ({ shock, lean, learnt }: ForecastNumbers, around: Around): string =>
  `${DEFINITION}${stagesWords(around)}${leanWords(lean)} Learnt from ${learnt.closed} closed deals (${learnt.won} won); deals move together with a correlation of ${shock.toFixed(2)}. The work planned is a named part of what late weeks lead one to expect; moving it moves only the difference. It describes what was; it does not prove what causes what.`;
