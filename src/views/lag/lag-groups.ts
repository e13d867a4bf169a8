/** Counted spells as the lag models take them: one group per key of the cut, and all of them together. */
import type { CurvesInput, Group } from '../../models/lag/curves.ts';
import type { Spell } from '../../models/survival/spell.ts';
import type { Keyed } from '../answers/frame.ts';
import { table, type Raw } from '../answers/raw.ts';

/** Every interval of a lag holds the truth four times in five. */
export const LAG_CONFIDENCE = 0.8;

type SpellRow = Keyed & { readonly day: number; readonly event: number; readonly entry: number; readonly n: number };
type Pace = Keyed & { readonly recent: number; readonly recent_came: number };

export const nameOf = ({ keys, ids }: Keyed): string => [...keys, ...ids].join('\u0000');

/** What the models take, in the order of the counted keys (table `rows`). */
export const lagGroups = (raw: Raw): CurvesInput => {
  const byKey = Map.groupBy(table<SpellRow>(raw, 'spellsCut'), nameOf);
  const [all] = table<Pace>(raw, 'all');
  const horizon = raw.params['horizon'];
  return {
    all: group(table<SpellRow>(raw, 'spells'), all),
    groups: table<Pace>(raw, 'rows').map((pace) => group(byKey.get(nameOf(pace)) ?? [], pace)),
    confidence: LAG_CONFIDENCE,
    horizon: typeof horizon === 'number' && horizon > 0 ? horizon : null,
  };
};

const group = (rows: readonly SpellRow[], pace: Pace | undefined): Group => ({
  spells: rows.map(({ day, event, entry, n }): Spell => ({ day, event, n, ...(entry >= 0 && { entry }) })),
  recent: { n: pace?.recent ?? 0, events: pace?.recent_came ?? 0 },
});
