/** Series: what was known of one measure, look by look, whether people told it or the facts count it. */
import type { Look as Told, Measure } from '../../domain/campaign/criteria.ts';
import type { Day } from '../../kernel/day.ts';
import type { Arm } from '../../models/verdict/arm.ts';
import type { Seen } from '../../models/verdict/look.ts';
import { isByHand } from './counted.ts';
import { summedByDay, type EvidenceDay } from './evidence-days.ts';
import { countedArm, toldArm, type Judgeable } from './judgeable.ts';

/** What the facts count of one measure. wait: days after which a case is ripe; null: nobody knows; share of what ever comes by then. */
export type CountedFacts = { readonly days: readonly EvidenceDay[]; readonly wait: number | null; readonly share: number };
export type Point = { readonly on: Day; readonly seen: Seen };

export const NOTHING_SEEN: Seen = { arms: [], ripe: null };

/**
 * Of a measure told by hand: each look's arms. Of one that the facts count: each day on which something changed, with its ripe cases.
 */
export const seriesOf = (
  measure: Measure,
  judged: Judgeable,
  variants: number,
  told: readonly Told[],
  armsOf: (look: Told) => Told['arms'] | undefined,
  counted: CountedFacts | null,
): Point[] => {
  if (isByHand(measure)) return told.flatMap((look) => pointOf(judged, look.on, armsOf(look) ?? []) ?? []);
  if (counted === null) return [];
  return summedByDay(counted.days, variants).map(({ day, variants: sums }) => ({
    on: day,
    seen: {
      arms: sums.map((one) => countedArm(judged, one)),
      ripe: counted.wait === null ? 'unknown' : { arms: sums.map((one) => countedArm(judged, one, true)), share: counted.share },
    },
  }));
};

const pointOf = (judged: Judgeable, on: Day, told: Told['arms']): Point | null => {
  const arms = told.map((arm) => toldArm(judged, arm));
  return arms.length === 0 || arms.includes(null) ? null : { on, seen: { arms: arms as readonly Arm[], ripe: null } };
};

/** Looks that stand, oldest first: one that corrects takes away those before it that say more than it does, for they were wrong. */
export const standing = (told: readonly Told[]): Told[] =>
  told
    .toSorted((a, b) => (a.on === b.on ? (a.at < b.at ? -1 : 1) : a.on < b.on ? -1 : 1))
    .reduce<Told[]>((kept, look) => [...(look.correction === null ? kept : kept.filter((before) => !saysMore(before, look))), look], []);

const saysMore = (before: Told, after: Told): boolean =>
  [before.arms, ...before.guards].some((arms, i) => {
    const now = i === 0 ? after.arms : (after.guards[i - 1] ?? []);
    return arms.some((arm, j) => now[j] === undefined || arm.n > now[j].n || arm.of > now[j].of);
  });
