/** What the funnel's stages count, by the version in force and by a draft. */
import { stageRuleOf, type FunnelStage } from '../../../domain/measurement/stages.ts';
import { stageEntered } from '../../../facts/questions/stage-entered.ts';
import { rowsOf, sqlOf } from '../../../facts/questions/statement.ts';
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { readerOf } from './reader.ts';

export const stages: Run<'stages'> = async (world, { company, draft }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { engine, head, context } = reader.value;
  const inForce = stageRuleOf(context.book, head.asOf);
  const counted = async (of: { readonly stages: readonly FunnelStage[]; readonly skipped: string } | undefined) => {
    if (!of) return [];
    const rows = await stageEntered(engine, head, of.stages);
    return of.stages.map(({ id, name }, i) => {
      const row = rows.find(({ ordinal }) => ordinal === i + 1);
      const { entered = 0, jumped = 0, back = 0, minor = 0 } = row ?? {};
      return { id, name, entered: of.skipped === 'passed' ? entered + jumped : entered, jumped, back, minor };
    });
  };
  const [now, then, names] = await Promise.all([
    counted(inForce?.rules),
    counted(draft),
    rowsOf<{ readonly name: string; readonly n: number }>(engine, sqlOf('stages')),
  ]);
  return ok({
    currency: head.currency,
    asOf: head.asOf,
    version: inForce?.n ?? 0,
    since: inForce?.rules.since ?? null,
    inForce: now,
    draft: then,
    names: names.slice(0, 60).map(({ name, n }) => ({ name, n })),
  });
};
