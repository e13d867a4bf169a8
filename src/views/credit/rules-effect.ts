/** What other touch rules would change in the numbers that are not published, before anybody adopts them. */
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import { creditIn } from '../answers/credit.ts';
import type { Raw } from '../answers/raw.ts';
import { count, moneyShort, plural } from '../words/format.ts';

export type Change = { readonly label: string; readonly was: number; readonly now: number };
export type RulesEffect = {
  readonly from: Day;
  readonly to: Day;
  readonly currency: Currency | null;
  /** Counted touches of deals won in the period; deals without any; both before and after. */
  readonly touches: { readonly was: number; readonly now: number };
  readonly dark: { readonly was: number; readonly now: number };
  /** Money sourced by the definition of each, in minor units. */
  readonly sourced: { readonly was: number; readonly now: number };
  readonly halfLife: { readonly was: number; readonly now: number };
  /** Linear credit by channel, where it changes; largest change first. "no touch" is one of them. */
  readonly lines: readonly Change[];
  /** Money that stands elsewhere than before. */
  readonly moved: number;
  readonly sentence: string;
};

/** Two answers to the question of credit by channel over one period: under the rules in force, and under those tried. */
export const rulesEffect = (before: Raw, after: Raw, from: Day, to: Day): RulesEffect => {
  const [was, now] = [creditIn(before), creditIn(after)];
  const linear = ({ sums, won }: typeof was): Map<string, number> => {
    const by = new Map(sums.keys.map((key) => [key.keys.join(' · '), key.minor.linear]));
    // Added to, not put in its place: a channel may be called so too.
    if (won.dark_any > 0) by.set('no touch', (by.get('no touch') ?? 0) + won.dark_minor);
    return by;
  };
  const [a, b] = [linear(was), linear(now)];
  const lines = [...new Set([...a.keys(), ...b.keys()])]
    .map((label): Change => ({ label, was: a.get(label) ?? 0, now: b.get(label) ?? 0 }))
    .filter((line) => line.was !== line.now)
    .toSorted((x, y) => Math.abs(y.now - y.was) - Math.abs(x.now - x.was) || (x.label < y.label ? -1 : 1));
  const sourced = (of: typeof was, raw: Raw): number => of.sums.whole.sourced[raw.rules.sourced].minor;
  const moved = lines.reduce((sum, line) => sum + Math.max(0, line.now - line.was), 0);
  const effect = {
    from,
    to,
    currency: before.currency,
    touches: { was: was.won.touches, now: now.won.touches },
    dark: { was: was.won.dark_any, now: now.won.dark_any },
    sourced: { was: sourced(was, before), now: sourced(now, after) },
    halfLife: { was: was.halfLife.days, now: now.halfLife.days },
    lines,
    moved,
  };
  return { ...effect, sentence: sentenceOf(effect) };
};

const sentenceOf = ({ touches, dark, moved, currency, sourced, halfLife }: Omit<RulesEffect, 'sentence'>): string => {
  const money = (minor: number): string => moneyShort({ minor, currency });
  const parts = [
    ...(touches.was !== touches.now ? [`${count(touches.now)} touches would count instead of ${count(touches.was)}`] : []),
    ...(moved > 0 ? [`${money(moved)} of equal credit would stand elsewhere`] : []),
    ...(dark.was !== dark.now ? [`${plural(dark.now, 'deal')} would have no touch instead of ${count(dark.was)}`] : []),
    ...(sourced.was !== sourced.now ? [`${money(sourced.now)} would be sourced by marketing instead of ${money(sourced.was)}`] : []),
    ...(halfLife.was !== halfLife.now ? [`time decay would halve in ${count(halfLife.now)} days instead of ${count(halfLife.was)}`] : []),
  ];
  return parts.length === 0
    ? 'In this period nothing would change.'
    : `${parts[0]!.charAt(0).toUpperCase()}${parts[0]!.slice(1)}${parts.length > 1 ? `; ${parts.slice(1).join('; ')}` : ''}.`;
};
