/**
 * Finished work known from files: one line an item, whichever way its file told it. A time sheet tells an item in many
 * lines; it was done on the last of their days. Work that stands in the Backlog is left out: there its own record tells.
 */
import { ok } from '../../../kernel/result.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';

type Row = {
  readonly source: string;
  readonly item: string;
  readonly title: string | null;
  readonly added: string | null;
  readonly started: string | null;
  readonly done: string;
  readonly type: string | null;
  readonly size: string | null;
};

const DONE = `
  select w.src as source, coalesce(w.item, w.id) as item, any_value(w.attrs->>'title') as title,
    any_value(w.attrs->>'added_on') as added, cast(min(w.started_on) as varchar) as started, cast(max(w.done_on) as varchar) as done,
    any_value(w.attrs->>'type') as type, any_value(w.attrs->>'size') as size
  from work_done w
  where w.done_on is not null
    and not exists (from thread_item t where t.item_id = w.item or t.ref = w.item)
  group by 1, 2
  order by done, item`;

/** Items of the Backlog of which files know finished work. */
const IN_BACKLOG = `
  select count(distinct t.item_id) as n from work_done w join thread_item t on t.item_id = w.item or t.ref = w.item where w.done_on is not null`;

export const doneWork: Run<'done-work'> = async (world, { company }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { engine } = met.value.facts;
  const [rows, [known]] = await Promise.all([engine.read<Row>(DONE), engine.read<{ readonly n: number }>(IN_BACKLOG)]);
  return ok({ rows, inBacklog: known!.n });
};
