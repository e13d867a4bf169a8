/** The page of a verdict: tiles of the four words, the strip of looks, the table of looks, all as text and numbers to be drawn. */
import type { Word } from '../../domain/campaign/criteria.ts';
import { sideWords, VERDICT_WORDS } from '../words/criteria.ts';
import { capital, count, dayWords, percentExact } from '../words/format.ts';
import type { LookRow } from './look-rows.ts';
import { points } from './points.ts';
import { valueWords } from './value-words.ts';
import type { VerdictInput } from './verdict-input.ts';
import type { VerdictView } from './verdict-view.ts';

export type Tile = { readonly word: Word; readonly name: string; readonly when: string; readonly evidence: string | null };
export type LookLine = {
  /** Its place among the looks of the view. */
  readonly at: number;
  readonly on: string;
  readonly cases: string;
  readonly came: string;
  readonly value: string;
  readonly between: string;
  readonly forScale: string;
  readonly plain: string;
  readonly said: Word;
  readonly counts: boolean;
};
export type StripData = {
  readonly looks: readonly {
    readonly on: string;
    readonly n: number;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly decided: boolean;
  }[];
  readonly scale: number;
  readonly abort: number;
  readonly minimum: number;
  readonly scaleWords: string;
  readonly abortWords: string;
  readonly bounds: readonly [number, number];
};

export const tilesOf = ({ criteria, currency, today }: VerdictInput, { now, wanted }: VerdictView): readonly Tile[] => {
  const { measure, scale, abort, deadline } = criteria;
  const seen = (times: number | null | undefined): string | null =>
    times === null || times === undefined
      ? null
      : times >= wanted
        ? `evidence ${timesWords(times)}, ${count(wanted, 1)} wanted: reached`
        : `evidence ${timesWords(times)} of ${count(wanted, 1)} wanted`;
  return [
    {
      word: 'scale',
      name: VERDICT_WORDS.scale,
      when: `sure ${sideWords(measure, 'scale', scale, currency)}`,
      evidence: seen(now?.forScale),
    },
    { word: 'keep-going', name: VERDICT_WORDS['keep-going'], when: `neither yet, until ${dayWords(deadline, today)}`, evidence: null },
    {
      word: 'abort',
      name: VERDICT_WORDS.abort,
      when: `sure ${sideWords(measure, 'abort', abort, currency)}`,
      evidence: seen(now?.forAbort),
    },
    { word: 'review', name: VERDICT_WORDS.review, when: 'deadline passed, a guardrail or the data broken', evidence: null },
  ];
};

/** 3.2, 47, over 1,000,000. */
const timesWords = (times: number): string => (times > 1e6 ? 'over 1,000,000' : count(times, times < 10 ? 1 : 0));

export const linesOf = ({ currency, today }: VerdictInput, { looks, unit }: VerdictView): readonly LookLine[] =>
  looks.map((look, at): LookLine => {
    const words = (value: number | null): string => (value === null ? '–' : valueWords(value, unit, currency));
    return {
      at,
      on: dayWords(look.on, today),
      cases: count(look.n),
      came: look.arms.map(({ came }) => count(came)).join(' / '),
      value: words(look.value),
      between: betweenWords(look, words),
      forScale: look.forScale === null ? '–' : timesWords(look.forScale),
      plain: look.plainChance === null ? '–' : chanceWords(look.plainChance),
      said: look.said,
      counts: look.counts,
    };
  });

/** No one look makes anything certain. */
const chanceWords = (chance: number): string =>
  chance > 0.995 ? 'over 99 %' : chance < 0.005 ? 'under 1 %' : points(Math.round(chance * 100) / 100);

const betweenWords = ({ low, high }: LookRow, words: (value: number | null) => string): string =>
  low === null && high === null
    ? 'too few to say'
    : low === null
      ? `up to ${words(high)}`
      : high === null
        ? `from ${words(low)}`
        : `${words(low)} to ${words(high)}`;

export const stripOf = ({ criteria, variants, currency }: VerdictInput, { looks, unit, decidedOn }: VerdictView): StripData => ({
  looks: looks.map(({ on, n, value, low, high }) => ({ on, n, value, low, high, decided: on === decidedOn })),
  scale: criteria.scale,
  abort: criteria.abort,
  minimum: criteria.minimum * Math.max(1, variants.length),
  scaleWords: `scale: ${sideWords(criteria.measure, 'scale', criteria.scale, currency)}`,
  abortWords: `abort: ${sideWords(criteria.measure, 'abort', criteria.abort, currency)}`,
  bounds: unit === 'share' ? [0, 1] : unit === 'difference' ? [-1, 1e9] : [0, 1e15],
});

/** What is decided, and by which rule, with where it comes from. */
export const RULE = {
  name: 'Evidence that holds at every look',
  text: 'Each threshold is bet against: the evidence is how many times the bet has grown. It reaches 1 ÷ the accepted error by chance at most as often as that error says, however many looks there are, so whoever looks may stop when he likes.',
  source:
    'J. Ville (1939); H. Robbins (1970), doi:10.1214/aoms/1177696786; A. Ramdas et al. (2023), doi:10.1214/23-STS894; means and differences: I. Waudby-Smith et al. (2024), doi:10.1214/24-AOS2408',
};

export const ruleWords = ({ criteria }: VerdictInput): string =>
  capital(
    `a wrong “scale” and a wrong “abort” each happen at most ${percentExact(criteria.error)} of the time, however often somebody looks. Nothing is said before ${count(criteria.minimum)} cases of each variant.`,
  );
