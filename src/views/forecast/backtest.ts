/** The backtest of a forecast as a person reads it: how often it held, whether simpler ways did better, in words. */
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { dayFromNumber, type Day } from '../../kernel/day.ts';
import type { OutcomeId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Unit } from '../../domain/strategy/metric.ts';
import { TOO_FEW, type Baseline, type Judged, type Within } from '../../models/outcome-forecast/judged.ts';
import { acceptanceBand } from '../../models/outcome-forecast/held-up.ts';
import { capital, count, inWords, percent, plural, tally } from '../words/format.ts';
import { valueShort } from '../words/values.ts';
import type { Backtested } from './backtested.ts';

export type StripView = {
  readonly name: string;
  readonly on: Day;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly happened: number;
  readonly held: boolean;
};
export type HorizonView = {
  readonly days: number;
  /** null where no forecast could be made: `words` say why. */
  readonly judged: Judged | null;
  readonly points: readonly {
    readonly on: Day;
    readonly low: number;
    readonly lowHalf: number;
    readonly middle: number;
    readonly highHalf: number;
    readonly high: number;
    readonly happened: number;
  }[];
  readonly words: readonly string[];
};
export type BacktestView = {
  readonly outcome: OutcomeId;
  readonly name: string;
  readonly unit: Unit;
  readonly currency: Currency | null;
  readonly asOf: Day;
  readonly loads: readonly number[];
  readonly strip: readonly StripView[];
  /** "10 of 11 inside, where 8 to 9 are expected. A little too cautious." null without a strip. */
  readonly stripWords: string | null;
  readonly horizons: readonly HorizonView[];
  /** Why there is no backtest; null where there is one. */
  readonly why: string | null;
};

type Head = { readonly asOf: Day; readonly loads: readonly number[]; readonly currency: Currency | null };

export const backtestView = (
  outcome: Outcome,
  { asOf, loads, currency }: Head,
  tested: Backtested | null,
  why: string | null,
): BacktestView => {
  const strip = (tested?.strip ?? []).map(({ name, on, low, middle, high, happened }): StripView => ({
    name,
    on: dayFromNumber(on),
    low,
    middle,
    high,
    happened,
    held: happened >= low && happened <= high,
  }));
  const none = tested !== null && strip.length === 0 && tested.horizons.every(({ judged }) => judged === null);
  const { unit } = outcome.metric;
  return {
    outcome: outcome.id,
    name: outcome.name,
    unit,
    currency,
    asOf,
    loads,
    strip,
    stripWords: strip.length === 0 ? null : stripWords(strip),
    horizons: (tested?.horizons ?? []).map(({ days, judged, origins, tooThin }) => ({
      days,
      judged,
      points: origins.map(({ day, said, happened }) => ({
        on: dayFromNumber(day),
        low: said[0]!,
        lowHalf: said[1]!,
        middle: said[2]!,
        highHalf: said[3]!,
        high: said[4]!,
        happened,
      })),
      words: judged
        ? judgedWords(judged, days, tooThin, (n) => valueShort(unit === 'count' ? Math.round(n * 10) / 10 : n, unit, currency))
        : [],
    })),
    why:
      why ??
      (none
        ? 'Too little has happened before: a forecast needs twelve weeks in which deals closed, and its whole horizon behind it.'
        : null),
  };
};

const stripWords = (strip: readonly StripView[]): string => {
  const n = strip.length;
  const held = strip.filter((one) => one.held).length;
  const { low, high } = usual(n);
  return `${capital(inWords(held))} of ${inWords(n)} inside, where ${low === high ? inWords(low) : `${inWords(low)} to ${inWords(high)}`} are expected. ${cautionWords(held, n, 0.8)}`;
};

/** The two whole numbers around what is expected. */
const usual = (n: number): { readonly low: number; readonly high: number } => ({
  low: Math.floor(n * 0.8),
  high: Math.min(n, Math.ceil(n * 0.8)),
});

const cautionWords = (held: number, n: number, nominal: number): string => {
  const { low, high } = acceptanceBand(n, nominal);
  if (held < low) return 'Too sure of itself: give its interval less trust than it asks for.';
  if (held > high) return 'Too cautious: its intervals are wider than they need to be.';
  if (n < 8) return 'So few say little.';
  return held > n * nominal + 0.5
    ? 'A little too cautious, within chance.'
    : held < n * nominal - 0.5
      ? 'A little too sure, within chance.'
      : 'As it should be.';
};

const NAMES: { readonly [B in Baseline]: string } = {
  trailing: 'the rate of the last twelve weeks',
  stageWeighted: 'open amounts weighted by the usual win rate of their stage',
  lastYear: 'the same days a year ago',
};

const judgedWords = (j: Judged, days: number, tooThin: number, write: (n: number) => string): string[] => [
  `${tally(j.n, 'forecast')}, one a week, each for the ${count(days)} days after it. Their windows overlap: no more than ${inWords(j.apart)} of them share nothing, and the bands below allow for that.`,
  heldWords(j.most),
  heldWords(j.half),
  ...(['trailing', 'stageWeighted', 'lastYear'] as const).map((baseline) => skillWords(baseline, j.skill[baseline])),
  gapWords(j, write),
  pitWords(j.pit),
  ...(tooThin > 0 ? [`In ${tally(tooThin, 'earlier week')} too little was known for a forecast.`] : []),
];

const heldWords = ({ nominal, held, low, high }: Within & { readonly nominal: number }): string => {
  const verdict = held < low ? 'too seldom: it was too sure' : held > high ? 'too often: it was too cautious' : 'as it said';
  return `The ${percent(nominal)} interval held ${count(held)} times, where ${count(low)} to ${count(high)} are within chance: ${verdict}.`;
};

const skillWords = (baseline: Baseline, skill: number | null): string => {
  if (skill === null) return `${capital(NAMES[baseline])}: says nothing about this outcome here.`;
  const by = percent(Math.abs(Math.round(skill * 100) / 100));
  if (Math.abs(skill) < 0.01) return `As near to what happened as ${NAMES[baseline]}.`;
  return skill > 0
    ? `${by} nearer to what happened than ${NAMES[baseline]}.`
    : `${by} further from what happened than ${NAMES[baseline]}: here the simple way did better.`;
};

const gapWords = ({ gap, apart }: Judged, write: (n: number) => string): string => {
  const { mean, low, high } = gap;
  const span = `between ${write(Math.abs(low))} ${low < 0 ? 'nearer' : 'further'} and ${write(Math.abs(high))} ${high < 0 ? 'nearer' : 'further'}`;
  const sure =
    apart < TOO_FEW
      ? `${capital(plural(apart, 'window'))} that ${apart === 1 ? 'shares' : 'share'} nothing with others cannot settle which is nearer.`
      : high < 0
        ? 'It surely beats that rate.'
        : low > 0
          ? 'That rate surely beats it.'
          : 'Chance alone could give either.';
  return `Against the rate of the last twelve weeks it is on average ${write(Math.abs(mean))} ${mean < 0 ? 'nearer' : 'further'}, ${span} nineteen times in twenty. ${sure}`;
};

const pitWords = (pit: readonly number[]): string => {
  const n = pit.reduce((a, b) => a + b, 0);
  const low = pit.slice(0, 3).reduce((a, b) => a + b, 0) / n;
  const high = pit.slice(7).reduce((a, b) => a + b, 0) / n;
  if (high > 0.5 && high > 2 * low) return 'What happened lay mostly in the upper part of what it said: it was too low.';
  if (low > 0.5 && low > 2 * high) return 'What happened lay mostly in the lower part of what it said: it was too high.';
  return low + high < 0.35
    ? 'What happened lay mostly near its middle: it was too wide.'
    : 'What happened lay neither mostly above nor mostly below its middle.';
};

/** The title of the page: whether one could have trusted it, at the horizon that is tested best. */
export const backtestFinding = ({ name, horizons, why }: BacktestView): string => {
  const shown = horizons.find(({ judged }) => judged !== null);
  if (!shown?.judged || why !== null) return `Nobody can say yet whether the forecast of ${name} can be trusted`;
  const { held, low, high } = shown.judged.most;
  const times = `its 80 % interval held ${count(held)} of ${tally(shown.judged.n, 'time')}`;
  if (held < low) return `Trust it less than it asks: ${times}, ${count(shown.days)} days ahead.`;
  if (held > high) return `It could be surer of itself: ${times}, ${count(shown.days)} days ahead.`;
  return `It held as it said: ${times}, ${count(shown.days)} days ahead.`;
};
