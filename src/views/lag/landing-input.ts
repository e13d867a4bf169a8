/** What has begun and is not over, as the landing model takes it. */
import { daysBetween, type Day } from '../../kernel/day.ts';
import type { LandingDeals, LandingInput, LandingLeads } from '../../models/lag/landing.ts';
import type { Spell } from '../../models/survival/spell.ts';
import { table, type Raw } from '../answers/raw.ts';
import { LAG_CONFIDENCE } from './lag-groups.ts';

type Keys = { readonly keys: readonly string[] };
type SpellRow = Keys & { readonly day: number; readonly event: number; readonly entry: number; readonly n: number };
type Quarter = { readonly id: string; readonly from: Day; readonly to: Day };

const DRAWS = 400;

/** The quarters around the one that runs: two before it, itself, three after. */
export const landingQuarters = (raw: Raw): readonly Quarter[] => table<Quarter>(raw, 'quarters');

export const landingInput = (raw: Raw): LandingInput => {
  const names = [
    ...new Set(['opens', 'wins', 'leads', 'deals'].flatMap((name) => table<Keys>(raw, name).map(({ keys }) => keys[0] ?? ''))),
  ].toSorted();
  const place = new Map(names.map((name, i) => [name, i]));
  const at = ({ keys }: Keys): number => place.get(keys[0] ?? '')!;
  const spells = (name: string): Spell[][] => {
    const by: Spell[][] = names.map(() => []);
    for (const row of table<SpellRow>(raw, name)) by[at(row)]!.push(spell(row));
    return by;
  };
  const [opens, wins] = [spells('opensSpells'), spells('winsSpells')];
  const [amounts] = table<LandingInput['amounts']>(raw, 'amounts');
  const quarters = landingQuarters(raw);
  return {
    channels: names.map((_, i) => ({ opens: opens[i]!, wins: wins[i]! })),
    all: { opens: table<SpellRow>(raw, 'opensAll').map(spell), wins: table<SpellRow>(raw, 'winsAll').map(spell) },
    leads: table<Keys & Omit<LandingLeads, 'channel'>>(raw, 'leads').map((row) => ({ ...row, channel: at(row) })),
    deals: table<Keys & Omit<LandingDeals, 'channel'>>(raw, 'deals').map((row) => ({ ...row, channel: at(row) })),
    amounts: amounts!,
    // Days from the end of the last known day to the end of this quarter and of the next two.
    ends: [2, 3, 4].map((i) => daysBetween(raw.asOf, quarters[i]!.to) - 1),
    confidence: LAG_CONFIDENCE,
    draws: DRAWS,
    seed: `landing ${raw.asOf}`,
  };
};

const spell = ({ day, event, entry, n }: SpellRow): Spell => ({ day, event, n, ...(entry >= 0 && { entry }) });
