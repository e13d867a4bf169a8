/** Guardrails as they stand: the worst variant's value, what it must not get worse than, and whether it surely has. */
import type { Criteria, Guardrail } from '../../domain/campaign/criteria.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Look, Verdict } from '../../models/verdict/verdict.ts';
import { capital, percentExact } from '../words/format.ts';
import { measureWords, thresholdWords } from '../words/criteria.ts';
import { armRow, type ArmRow } from './look-rows.ts';
import { valueWords } from './value-words.ts';
import type { Judgeable } from './judgeable.ts';
import type { Point } from './series.ts';

/** A guardrail with what was seen of it; `why` says why no rule can judge it. */
export type Harm = {
  readonly guardrail: Guardrail;
  readonly judged: Judgeable | null;
  readonly why: string | null;
  readonly limit: number;
  readonly points: readonly Point[];
};

export type GuardView = {
  readonly measure: string;
  readonly limit: number;
  readonly worst: number | null;
  readonly arms: readonly ArmRow[];
  readonly broken: boolean;
  readonly text: string;
};

export const guardsOf = (
  { error }: Criteria,
  harms: readonly Harm[],
  looks: readonly Look[],
  { looks: judged }: Verdict,
  currency: Currency | null,
): GuardView[] =>
  harms.map(({ guardrail, judged: as, why, limit }, i): GuardView => {
    const measure = measureWords(guardrail.measure);
    if (as === null) return { measure, limit, worst: null, arms: [], broken: false, text: `${capital(measure)}: not judged. ${why}` };
    const arms = (looks.at(-1)?.guards[i]?.arms ?? []).map((arm) => armRow(arm, as.asked.inverse));
    const more = guardrail.measure.better === 'more';
    const values = arms.flatMap(({ value }) => value ?? []);
    const worst = values.length === 0 ? null : more ? Math.min(...values) : Math.max(...values);
    const broken = judged.some(({ guards }) => guards[i]! >= Math.log(1 / error));
    const edge = `${more ? 'at least' : 'at most'} ${thresholdWords({ ...guardrail.measure, relative: false }, limit, currency)}`;
    const now = worst === null ? 'nothing counted yet' : `${valueWords(worst, as.unit, currency)} now`;
    const beyond = worst !== null && (more ? worst < limit : worst > limit);
    const text = broken
      ? `${capital(measure)}: ${now}, ${edge} wanted. Surely broken, at an accepted error of ${percentExact(error)}.`
      : `${capital(measure)}: ${now}, ${edge} wanted${beyond ? '; beyond it, though not surely' : ''}.`;
    return { measure, limit, worst, arms, broken, text };
  });
