/**
 * Stage labels: what the ids of a CRM's stages are called and whether they are open, won or lost, as a list of its
 * pipelines says that was loaded before (HubSpot's `deal_pipeline_stage`: stage_id, label, is_closed, closed_won).
 *
 * Where two sources give one id two labels, neither holds. Source: developers.hubspot.com (pipelines), dbt_hubspot_source.
 */
import type { Tx } from '../engine.ts';
import type { StageStatus } from './mapping.ts';

/** The lookup as which such a list is kept: the column of deals that names their stage. */
export const STAGE_LIST = 'deal_pipeline_stage_id';

export type StageLabel = { readonly label: string; readonly status: StageStatus };
export type StageLabels = ReadonlyMap<string, StageLabel>;

/** By id; empty while no list was loaded. */
export const stageLabels = async (tx: Tx): Promise<StageLabels> => {
  const rows = await tx.read<{ id: string; attrs: string | null }>(
    'select id, attrs::varchar as attrs from lookup where name = $name order by id, src',
    { name: STAGE_LIST },
  );
  const found = new Map<string, StageLabel | null>();
  for (const { id, attrs } of rows) {
    const one = labelIn(attrs);
    if (!one) continue;
    const other = found.get(id);
    found.set(id, other === undefined || (other?.label === one.label && other.status === one.status) ? one : null);
  }
  return new Map([...found].filter((entry): entry is [string, StageLabel] => entry[1] !== null));
};

/** Codes of a column's cells and what they are called; undefined: none of them is a known id, or each is called as it is. */
export const meansOf = (cells: Iterable<string>, labels: StageLabels): { readonly [id: string]: string } | undefined => {
  const means = [...cells].flatMap((id) => {
    const label = labels.get(id)?.label;
    return label === undefined || label === id ? [] : [[id, label] as const];
  });
  return means.length === 0 ? undefined : Object.fromEntries(means);
};

const labelIn = (attrs: string | null): StageLabel | null => {
  const all = Object.entries(attrs === null ? {} : (JSON.parse(attrs) as { readonly [name: string]: unknown }));
  const of = (...names: readonly string[]): string | null => {
    const found = all.find(([name, value]) => names.includes(name.toLowerCase().replaceAll(/[^a-z]/g, '')) && value !== null);
    return found ? String(found[1]).trim() : null;
  };
  const label = of('label', 'stagelabel', 'stagename', 'name');
  if (label === null || label === '') return null;
  const yes = (said: string | null): boolean => said !== null && /^(true|yes|1)$/i.test(said);
  const chance = Number(of('probability') ?? Number.NaN);
  const won = yes(of('closedwon', 'isclosedwon', 'iswon')) || (of('closedwon', 'isclosedwon', 'iswon') === null && chance === 1);
  const closed = yes(of('isclosed', 'closed')) || (of('isclosed', 'closed') === null && chance === 0);
  return { label, status: won ? 'won' : closed ? 'lost' : 'open' };
};
