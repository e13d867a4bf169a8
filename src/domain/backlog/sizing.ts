/**
 * Sizes of a work item: person-days as one number, person-days by skill, or a t-shirt size that means person-days
 * by the team's own calibration. Whichever is said last stands.
 */
import type { ItemId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, amount, oneOf, stands, text, type Basic } from '../check.ts';
import type { ItemPart } from './item-part.ts';
import type { Item, SkillDays } from './item.ts';
import { practiceOf, SHIRTS, shirtDays, type PracticeBook, type Shirt } from './practice.ts';

export type SizingCommand =
  | { readonly type: 'item/size'; readonly id: ItemId; readonly sizeDays: number }
  | { readonly type: 'item/size-by-skill'; readonly id: ItemId; readonly bySkill: readonly SkillDays[] }
  | { readonly type: 'item/size-shirt'; readonly id: ItemId; readonly shirt: Shirt };
export type SizingEvent =
  | { readonly type: 'item/sized'; readonly id: ItemId; readonly sizeDays: number }
  | { readonly type: 'item/sized-by-skill'; readonly id: ItemId; readonly bySkill: readonly SkillDays[] }
  | { readonly type: 'item/shirt-sized'; readonly id: ItemId; readonly shirt: Shirt };

export type SizingRefusal = Basic | { readonly code: 'said-twice' };

/** Hundredths of a day, so that 0.1 + 0.2 is 0.3. */
const sum = (parts: readonly SkillDays[]): number => Math.round(parts.reduce((total, { days }) => total + days, 0) * 100) / 100;

export const sizing: ItemPart<SizingCommand, SizingEvent, SizingRefusal> = {
  decide: {
    'item/size': (i, { id, sizeDays }) => {
      const checked = all(stands('item', id, i), amount('sizeDays', sizeDays));
      const same = i?.sizeDays === sizeDays && i.bySkill.length === 0;
      return checked.ok ? ok(same ? [] : [{ type: 'item/sized', id, sizeDays }]) : checked;
    },
    'item/size-by-skill': (i, { id, bySkill }) => {
      const checked = all(
        stands('item', id, i),
        ...bySkill.flatMap(({ skill, days }) => [text('skill', skill, 60), amount('days', days)]),
        bySkill.length > 0 ? ok(null) : refuse({ code: 'empty', field: 'sizes by skill' }),
      );
      if (!checked.ok) return checked;
      const parts = bySkill.map(({ skill, days }) => ({ skill: skill.trim(), days }));
      if (new Set(parts.map(({ skill }) => skill)).size < parts.length) return refuse({ code: 'said-twice' });
      const same = JSON.stringify(parts) === JSON.stringify(i!.bySkill);
      return ok(same ? [] : [{ type: 'item/sized-by-skill', id, bySkill: parts }]);
    },
    'item/size-shirt': (i, { id, shirt }) => {
      const checked = all(stands('item', id, i), oneOf('shirt', shirt, SHIRTS));
      return checked.ok ? ok(i!.shirt === shirt ? [] : [{ type: 'item/shirt-sized', id, shirt }]) : checked;
    },
  },
  evolve: {
    'item/sized': (i, { sizeDays }) => ({ ...i!, sizeDays, bySkill: [], shirt: null }),
    'item/sized-by-skill': (i, { bySkill }) => ({ ...i!, sizeDays: sum(bySkill), bySkill, shirt: null }),
    'item/shirt-sized': (i, { shirt }) => ({ ...i!, sizeDays: null, bySkill: [], shirt }),
  },
};

/** `days` null: nobody sized it, or its t-shirt size has no calibration yet; `by` says which. */
export type Size = {
  readonly days: number | null;
  readonly by: 'days' | 'skills' | 'shirt' | null;
  readonly bySkill: readonly SkillDays[];
};

/** How many person-days an item means, and how that was said. A t-shirt size means what its team's calibration says today. */
export const sizeOf = (book: Pick<PracticeBook, 'practice'>, item: Item): Size => {
  if (item.shirt) return { days: shirtDays(practiceOf(book), item.team)?.[item.shirt] ?? null, by: 'shirt', bySkill: [] };
  const by = item.bySkill.length > 0 ? 'skills' : item.sizeDays === null ? null : 'days';
  return { days: item.sizeDays, by, bySkill: item.bySkill };
};
