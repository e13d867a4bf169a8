/**
 * What a formula may name: the built-in measures, outcomes and KPIs, each by a readable name.
 *
 * A name that two of them bear is said with its kind (`outcome: Open pipeline`), and where that is not enough, with
 * the due date (`outcome: Open pipeline, 2026-06-30`). Case and spaces do not tell names apart; an id always does.
 */
import type { Day } from '../../../kernel/day.ts';
import type { KpiId, OutcomeId } from '../../../kernel/ids.ts';
import { MEASURE_NAMES, MEASURES, type Measure, type Metric, type Unit } from '../metric.ts';

type Thing = { readonly name: string; readonly metric: Metric; readonly retired: unknown };
/** What of the book a formula can read. */
export type Readable = {
  readonly outcome: ReadonlyMap<OutcomeId, Thing & { readonly due: Day }>;
  readonly kpi: ReadonlyMap<KpiId, Thing>;
};

export type Ref = Measure | OutcomeId | KpiId;
export type Nameable = { readonly ref: Ref; readonly unit: Unit; readonly retired: boolean; readonly names: readonly string[] };

const fold = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
/** A name without what ends it: a bracket in an outcome's name cannot stand in a formula. */
const plain = (name: string): string => name.replaceAll(/[[\]]/g, ' ').replaceAll(/\s+/g, ' ').trim();

/** Everything that can be named, from the shortest to the longest way of saying it. */
export const nameables = (book: Readable): Nameable[] => [
  ...(Object.keys(MEASURES) as Measure[]).map((m) => ({
    ref: m,
    unit: MEASURES[m],
    retired: false,
    names: [MEASURE_NAMES[m], `measure: ${MEASURE_NAMES[m]}`],
  })),
  ...[...book.outcome].map(([ref, { name, metric, due, retired }]) => ({
    ref,
    unit: metric.unit,
    retired: Boolean(retired),
    names: [plain(name), `outcome: ${plain(name)}`, `outcome: ${plain(name)}, ${due}`],
  })),
  ...[...book.kpi].map(([ref, { name, metric, retired }]) => ({
    ref,
    unit: metric.unit,
    retired: Boolean(retired),
    names: [plain(name), `kpi: ${plain(name)}`],
  })),
];

/** What a name can mean; those that stand before those that were retired. */
export const meanings = (all: readonly Nameable[], said: string): readonly Nameable[] => {
  const exact = all.filter((one) => one.ref === said.trim());
  if (exact.length > 0) return exact;
  const named = all.filter((one) => one.names.some((name) => fold(name) === fold(said)));
  const standing = named.filter((one) => !one.retired);
  return standing.length > 0 ? standing : named;
};

/** The shortest way of saying it that means nothing else; its id where there is none. */
export const labelOf = (all: readonly Nameable[], one: Nameable): string => {
  const label = one.names.find((name) => {
    const found = meanings(all, name);
    return found.length === 1 && found[0]!.ref === one.ref;
  });
  return label ?? one.ref;
};
