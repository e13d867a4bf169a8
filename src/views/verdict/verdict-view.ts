/**
 * Verdict, as a person reads it: the word of the rule, why, and every look with its figures.
 *
 * A pure function of plain data (JSON in, JSON out), the same in server and browser: criteria and variants of the journal, what people
 * told, what the facts count, how late outcomes come, and today. What stands beside the word but does not decide is named so.
 */
import type { Guardrail, Look as Told, Word } from '../../domain/campaign/criteria.ts';
import type { Day } from '../../kernel/day.ts';
import { verdictOf, type Look, type Verdict } from '../../models/verdict/verdict.ts';
import { measureWords } from '../words/criteria.ts';
import { judgeable, type Judgeable } from './judgeable.ts';
import { lateOf, type Late } from './late.ts';
import { armRow, lookRows, type ArmRow, type LookRow } from './look-rows.ts';
import { nameWords } from './name-changes.ts';
import { plainly, type Plainly } from './plainly.ts';
import { projected } from './projected.ts';
import { NOTHING_SEEN, seriesOf, standing, type CountedFacts, type Point } from './series.ts';
import { guardsOf, type GuardView, type Harm } from './guards.ts';
import type { VerdictInput } from './verdict-input.ts';
import { ratioOf, type RatioView } from './ratio.ts';
import { whyOf, type Unseen } from './why.ts';

export type VerdictView = {
  readonly word: Word;
  /** The finding: a sentence for a title. */
  readonly title: string;
  /** Sentences that say why, most important first. */
  readonly why: readonly string[];
  readonly code: Verdict['why']['code'] | 'unsayable';
  /** Day of the look that decided; null where none has. */
  readonly decidedOn: Day | null;
  readonly measure: string;
  readonly unit: Judgeable['unit'];
  /** The look as it stands; null before any. */
  readonly now: LookRow | null;
  /** What has come of ripe cases, by variant: what a rate may be read from. null: every case is ripe; none: nobody knows how long it takes. */
  readonly ripe: readonly ArmRow[] | null;
  /** Every look that matters: at most sixty, the deciding one and the last among them. */
  readonly looks: readonly LookRow[];
  readonly looked: number;
  /** How many times the evidence must speak for a claim before it is made: 1 ÷ accepted error. */
  readonly wanted: number;
  readonly guards: readonly GuardView[];
  readonly ratio: RatioView | null;
  /** What one would say who looked once: shown, never decides. */
  readonly plainly: Plainly | null;
  readonly late: Late | null;
  /** What kind of truth it is: a level or a cause. */
  readonly shows: string;
  readonly ahead: string | null;
};

export const verdictView = (input: VerdictInput): VerdictView => {
  const { criteria, variants, randomised, today, currency } = input;
  const { measure, error } = criteria;
  const arms = Math.max(1, variants.length);
  const judged = judgeable(measure, arms);
  const shows = showsWhat(randomised, arms, measure.relative);
  if ('unsayable' in judged) return unsayable(input, judged.unsayable, shows);
  const told = standing(input.told);
  const main = seriesOf(measure, judged, arms, told, ({ arms: own }) => own, input.measured);
  const harms = criteria.guardrails.map((guardrail, i) => harmOf(guardrail, arms, i, told, input.guarded[i] ?? null));
  const looks = joined(
    main,
    harms.map(({ points }) => points),
  );
  const verdict = verdictOf(
    {
      asked: judged.asked,
      scale: criteria.scale,
      abort: criteria.abort,
      minimum: criteria.minimum,
      deadline: criteria.deadline,
      error,
      weights: randomised && arms > 1 ? variants.map(({ weight }) => weight) : [],
      guards: harms.map(({ judged: harm, limit }) => ({ asked: harm?.asked ?? judged.asked, limit })),
    },
    looks,
    today,
  );
  const { rows, decided } = lookRows(criteria, judged, looks, verdict);
  const now = rows.at(-1) ?? null;
  const late = lateOf(input, main);
  const ahead = verdict.word === 'keep-going' ? projected(criteria, judged, looks.at(-1)?.seen ?? NOTHING_SEEN) : null;
  const unseen: Unseen = { criteria, judged, variants, currency, today, verdict, now, late };
  const said = whyOf(unseen);
  return {
    word: verdict.word,
    title: said.title,
    why: [...said.why, ...nameWords(input.renamed ?? [], today)],
    code: verdict.why.code,
    decidedOn: decided?.on ?? null,
    measure: measureWords(measure),
    unit: judged.unit,
    now,
    ripe: ripeOf(main, judged),
    looks: rows,
    looked: verdict.looks.length,
    wanted: 1 / error,
    guards: guardsOf(criteria, harms, looks, verdict, currency),
    ratio: ratioOf(verdict, looks, variants),
    plainly: plainly(criteria, judged, looks.at(-1)?.seen ?? NOTHING_SEEN, currency),
    late,
    shows,
    ahead,
  };
};

const harmOf = (guardrail: Guardrail, arms: number, i: number, told: readonly Told[], counted: CountedFacts | null): Harm => {
  const judged = judgeable(guardrail.measure, arms);
  if ('unsayable' in judged) return { guardrail, judged: null, why: judged.unsayable, limit: guardrail.limit, points: [] };
  const points = seriesOf(guardrail.measure, judged, arms, told, ({ guards }) => guards[i], counted);
  return { guardrail, judged, why: null, limit: guardrail.limit, points };
};

const ripeOf = (main: readonly Point[], { asked }: Judgeable): readonly ArmRow[] | null => {
  const ripe = main.at(-1)?.seen.ripe ?? null;
  return ripe === null ? null : ripe === 'unknown' ? [] : ripe.arms.map((arm) => armRow(arm, asked.inverse));
};

/** Looks of all series by day: each with what was known last of every one. */
const joined = (main: readonly Point[], harms: readonly (readonly Point[])[]): Look[] => {
  const days = [...new Set([main, ...harms].flatMap((points) => points.map(({ on }) => on)))].toSorted();
  const walks = [main, ...harms].map(lastBy);
  return days.map((on) => {
    const [seen, ...guards] = walks.map((walk) => walk(on));
    return { on, seen: seen!, guards };
  });
};

/** What was last seen by a day, for days that are asked in their order. */
const lastBy = (points: readonly Point[]): ((on: Day) => Point['seen']) => {
  let at = -1;
  return (on) => {
    while (at + 1 < points.length && points[at + 1]!.on <= on) at++;
    return points[at]?.seen ?? NOTHING_SEEN;
  };
};

const showsWhat = (randomised: boolean, arms: number, relative: boolean): string => {
  if (arms > 1 && randomised)
    return relative
      ? 'Randomised: the difference between the variants is the effect of the variant.'
      : 'Randomised, judged by levels: what each variant reaches. The difference between them would be the effect; these criteria do not ask for it.';
  return arms > 1
    ? 'Not randomised: it shows levels, not a cause. Who met which variant may differ in other ways.'
    : 'Not randomised: it shows how high the level is, not that the campaign caused it.';
};

const unsayable = ({ criteria, today }: VerdictInput, why: string, shows: string): VerdictView => ({
  word: today > criteria.deadline ? 'review' : 'keep-going',
  title: 'No rule can judge this measure',
  why: [why, 'People look at the evidence; a new campaign may choose a measure that can be judged.'],
  code: 'unsayable',
  decidedOn: null,
  measure: measureWords(criteria.measure),
  unit: 'each',
  now: null,
  ripe: null,
  looks: [],
  looked: 0,
  wanted: 1 / criteria.error,
  guards: [],
  ratio: null,
  plainly: null,
  late: null,
  shows,
  ahead: null,
});
