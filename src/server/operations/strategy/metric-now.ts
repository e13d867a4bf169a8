/**
 * Outcomes and KPIs as they stand: measured from the facts, as last reported, or computed by their formula.
 *
 * A measure that a formula names is counted over the time of the thing the formula belongs to: from its start to its
 * due date for an outcome, over its last days for a KPI. Outcomes and KPIs that it names stand as they stand by themselves.
 */
import { reportedValue, type Outcome } from '../../../domain/strategy/outcome.ts';
import type { CheckIn } from '../../../domain/strategy/check-in.ts';
import { parseFormula } from '../../../domain/strategy/formula/parse.ts';
import { readableFormula, refsOf } from '../../../domain/strategy/formula/resolve.ts';
import { labelOf, nameables, type Ref } from '../../../domain/strategy/formula/names.ts';
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { isMeasure, MEASURES, type Metric, type Unit } from '../../../domain/strategy/metric.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { KpiId, OutcomeId } from '../../../kernel/ids.ts';
import { exponentOf } from '../../../kernel/money.ts';
import { evaluate, type Valued } from '../../../views/agree/formula-value.ts';
import { dayWords } from '../../../views/words/format.ts';
import { valueFull } from '../../../views/words/values.ts';
import { behindBook } from '../ask/behind.ts';
import type { Reader } from '../ask/reader.ts';
import { measureNow, type Now, type Window } from './measure-now.ts';

/** How an outcome stands. */
export const outcomeNow = (reader: Reader, outcome: Outcome): Promise<Now> =>
  metricNow(reader, outcome.metric, { from: outcome.from, to: outcome.due }, outcome.checkIns, reader.context.today);

/** How a KPI stood at the end of a day. */
export const kpiNow = (reader: Reader, kpi: Kpi, on: Day): Promise<Now> =>
  metricNow(
    reader,
    kpi.metric,
    { from: addDays(on, 1 - kpi.overDays), to: on },
    kpi.checkIns,
    on < reader.head.asOf ? on : reader.context.today,
  );

const metricNow = async (reader: Reader, metric: Metric, window: Window, checkIns: readonly CheckIn[], upTo: Day): Promise<Now> => {
  if (metric.kind === 'measured') return measureNow(reader, metric.measure, window);
  return metric.kind === 'reported' ? reportedNow(reader, checkIns, upTo) : formulaNow(reader, metric.formula, metric.unit, window);
};

const reportedNow = (reader: Reader, checkIns: readonly CheckIn[], upTo: Day): Now => {
  const { context } = reader;
  const last = reportedValue({ checkIns }, upTo);
  const behind = behindBook(
    reader,
    last === null
      ? 'Reported by a person; nobody has yet.'
      : `As reported by ${context.nameOf(last.by)} on ${dayWords(last.on, context.today)}; a person says it, nothing here can check it.`,
  );
  return last === null
    ? { value: null, why: 'Not known: nobody has checked in yet.', asOf: reader.head.asOf, behind }
    : { value: last.value, why: null, asOf: last.on, behind: { ...behind, asOf: last.on } };
};

const formulaNow = async (reader: Reader, formula: string, unit: Unit, window: Window): Promise<Now> => {
  const { book } = reader.context;
  const currency = book.company.get('company')?.currency ?? null;
  const whole = 10 ** exponentOf(currency);
  const all = nameables(book);
  const named = (ref: string): string => {
    const one = all.find((n) => n.ref === ref);
    return one ? labelOf(all, one) : ref;
  };
  const inputs = new Map(
    await Promise.all(refsOf(formula).map(async (ref) => [ref as string, await refNow(reader, ref, window)] as const)),
  );
  const valueOf = (ref: string): Valued => {
    const input = inputs.get(ref);
    if (input?.now.value === null || !input) return { value: null, why: `${named(ref)} is not known: ${lower(input?.now.why)}` };
    return { value: input.unit === 'money' ? input.now.value / whole : input.now.value };
  };
  const parsed = parseFormula(formula);
  const found: Valued = parsed.ok ? evaluate(parsed.value, valueOf) : { value: null, why: 'the formula cannot be read' };
  const said = [...inputs].map(
    ([ref, { now, unit: of }]) => `${named(ref)}: ${now.value === null ? 'not known' : valueFull(now.value, of, currency)}`,
  );
  const rows = [...inputs.values()].flatMap(({ now }) => now.behind.rows);
  const behind = {
    ...behindBook(reader, `Computed: ${readableFormula(book, formula)}. ${said.join('; ')}.`),
    loads: [...new Set([...inputs.values()].flatMap(({ now }) => now.behind.loads))].toSorted((a, b) => a - b),
    findings: [...inputs.values()].flatMap(({ now }) => now.behind.findings),
    rows: rows.filter((row, i) => rows.findIndex((other) => JSON.stringify(other) === JSON.stringify(row)) === i),
  };
  if (found.value === null) return { value: null, why: `Not known: ${found.why.replace(/\.$/, '')}.`, asOf: reader.head.asOf, behind };
  return { value: unit === 'money' ? Math.round(found.value * whole) : found.value, why: null, asOf: reader.head.asOf, behind };
};

const lower = (why: string | null | undefined): string => (why ?? 'it is gone').replace(/^Not known: /, '').replace(/\.$/, '');

type Input = { readonly now: Now; readonly unit: Unit };

const refNow = async (reader: Reader, ref: Ref, window: Window): Promise<Input> => {
  const { book } = reader.context;
  if (isMeasure(ref)) return { now: await measureNow(reader, ref, window), unit: MEASURES[ref] };
  const outcome = book.outcome.get(ref as OutcomeId);
  if (outcome) return { now: await outcomeNow(reader, outcome), unit: outcome.metric.unit };
  const kpi = book.kpi.get(ref as KpiId);
  const end = window.to < reader.head.asOf ? window.to : reader.head.asOf;
  if (kpi) return { now: await kpiNow(reader, kpi, end), unit: kpi.metric.unit };
  const gone = behindBook(reader, 'What the formula names is not here.');
  return { now: { value: null, why: 'it is not here', asOf: reader.head.asOf, behind: gone }, unit: 'count' };
};
