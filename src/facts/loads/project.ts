/**
 * Projecting the links of the journal, and nothing where they stand already: a server that starts again finds them as it left
 * them, and what was worked out of the facts (journeys) stays right.
 */
import type { Engine, Tx } from '../engine.ts';
import { projectLinks, type Links } from './links.ts';

/** Every table that the journal projects into, but those that follow from another one here. */
const PROJECTED = [
  'company',
  'touch_rule',
  'stage_rule',
  'stage_policy',
  'thread_campaign',
  'thread_item',
  'thread_outcome',
  'segment',
  'campaign_name',
  'fx_step',
  'cost_rule',
  'line_entry',
];

/** Tried first and taken back; written where it changes anything. */
export const project = (engine: Engine, links: Links): Promise<void> =>
  engine.alone(async (tx, commit) => {
    const [company] = await tx.read<{ readonly zone: string }>('select zone from company');
    // A new zone moves the days of every row: that is no small thing to try.
    if (company?.zone === links.company.zone) {
      await tx.run('begin transaction');
      const before = await standing(tx);
      await projectLinks(tx, links);
      const after = await standing(tx);
      await tx.run('rollback');
      if (before === after) return;
    }
    await commit(() => projectLinks(tx, links));
  });

const standing = async (tx: Tx): Promise<string> => {
  const each = PROJECTED.map(
    (table) => `select '${table}' as name, count(*)::varchar || ' ' || coalesce(sum(hash(t)::hugeint), 0)::varchar as sum from ${table} t`,
  );
  return JSON.stringify(await tx.read(`${each.join(' union all ')} order by name`));
};
