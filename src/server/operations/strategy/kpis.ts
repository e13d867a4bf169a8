/** KPIs as they stand, and where they stood at the end of the months before. */
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { addDays } from '../../../kernel/day.ts';
import { ok } from '../../../kernel/result.ts';
import type { KpiNow } from '../../../views/agree/kpi.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { kpiNow } from './metric-now.ts';

const BACK = [180, 150, 120, 90, 60, 30];

export const kpis: Run<'kpis'> = async (world, { company }, caller) => {
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const reader = found.value;
  const standing = [...reader.context.book.kpi.values()].filter(({ retired }) => retired === null);
  return ok({ asOf: reader.head.asOf, kpis: await Promise.all(standing.map((kpi) => nowOf(reader, kpi))) });
};

const nowOf = async (reader: Reader, kpi: Kpi): Promise<KpiNow> => {
  const now = await kpiNow(reader, kpi, reader.head.asOf);
  return { id: kpi.id, ...now, trail: await trailOf(reader, kpi, now) };
};

const trailOf = async (
  reader: Reader,
  kpi: Kpi,
  now: { readonly value: number | null; readonly asOf: string },
): Promise<KpiNow['trail']> => {
  if (kpi.metric.kind === 'reported')
    return kpi.checkIns
      .filter(({ on }) => on <= reader.context.today)
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .slice(-12)
      .map(({ on, value }) => ({ on, value }));
  const before = await Promise.all(
    BACK.map(async (days) => {
      const on = addDays(reader.head.asOf, -days);
      return { on, value: (await kpiNow(reader, kpi, on)).value };
    }),
  );
  return [...before, { on: reader.head.asOf, value: now.value }];
};
