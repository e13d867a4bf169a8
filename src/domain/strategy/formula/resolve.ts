/** From a formula as a person writes it to one that the journal can keep, and back; refused where it cannot mean anything. */
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { KpiId, OutcomeId } from '../../../kernel/ids.ts';
import { isMeasure, type Metric, type Unit } from '../metric.ts';
import { namesIn, type FormulaProblem } from './expression.ts';
import { labelOf, meanings, nameables, type Nameable, type Readable, type Ref } from './names.ts';
import { parseFormula } from './parse.ts';
import { quantityOf, standsIn } from './quantity.ts';

export type FormulaRefusal = { readonly code: 'formula'; readonly formula: string; readonly problem: FormulaProblem };
type Resolved = Result<string, FormulaProblem>;

/** How alike two names are, by the pairs of letters they share: enough to suggest what was meant. */
const alike = (a: string, b: string): number => {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [x, y] = [pairs(a.toLowerCase()), pairs(b.toLowerCase())];
  return (2 * [...x].filter((pair) => y.has(pair)).length) / Math.max(1, x.size + y.size);
};
const nearest = (all: readonly Nameable[], said: string): string[] =>
  all
    .filter((one) => !one.retired)
    .map((one) => ({ label: labelOf(all, one), by: Math.max(...one.names.map((name) => alike(name, said))) }))
    .filter(({ by }) => by > 0.3)
    .toSorted((a, b) => b.by - a.by)
    .slice(0, 3)
    .map(({ label }) => label);

/** The formula with every name as an id, its unit checked; `self` is the thing it is for, which it must not come to read. */
export const resolveFormula = (book: Readable, formula: string, unit: Unit, self: Ref | null): Resolved => {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed;
  const all = nameables(book);
  const bound: { readonly at: number; readonly length: number; readonly one: Nameable }[] = [];
  for (const { said, at, length } of namesIn(parsed.value)) {
    const found = meanings(all, said);
    if (found.length === 0) return refuse({ wrong: 'name-unknown', at, found: said, near: nearest(all, said) });
    if (found.length > 1) return refuse({ wrong: 'name-twice', at, found: said, choices: found.map((one) => labelOf(all, one)) });
    const one = found[0]!;
    if (self !== null && reads(book, one.ref, self)) return refuse({ wrong: 'cycle', at, found: labelOf(all, one) });
    bound.push({ at, length, one });
  }
  const counts = quantityOf(parsed.value, (said) => meanings(all, said)[0]!.unit);
  if (!counts.ok) return counts;
  if (!standsIn(counts.value, unit)) return refuse({ wrong: 'unit-of-result', at: 1, found: counts.value, wanted: unit });
  return ok(
    rewritten(
      formula,
      bound.map(({ at, length, one }) => ({ at, length, text: one.ref })),
    ).trim(),
  );
};

/** A kept formula with its names as people read them now. */
export const readableFormula = (book: Readable, kept: string): string => {
  const parsed = parseFormula(kept);
  if (!parsed.ok) return kept;
  const all = nameables(book);
  const named = namesIn(parsed.value).map(({ said, at, length }) => {
    const one = all.find(({ ref }) => ref === said);
    return { at, length, text: one ? labelOf(all, one) : said };
  });
  return rewritten(kept, named);
};

/** What a kept formula reads, each once. */
export const refsOf = (kept: string): readonly Ref[] => {
  const parsed = parseFormula(kept);
  return parsed.ok ? [...new Set(namesIn(parsed.value).map(({ said }) => said as Ref))] : [];
};

/** The kept formula of a thing; null where it has none. */
export const formulaOf = (book: Readable, ref: Ref): string | null => {
  const metric: Metric | undefined = isMeasure(ref)
    ? undefined
    : (book.outcome.get(ref as OutcomeId) ?? book.kpi.get(ref as KpiId))?.metric;
  return metric?.kind === 'formula' ? metric.formula : null;
};

/** True where `from` is `to`, or reads it, however many formulas lie between. */
const reads = (book: Readable, from: Ref, to: Ref, seen: Set<Ref> = new Set()): boolean => {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const formula = formulaOf(book, from);
  return formula !== null && refsOf(formula).some((ref) => reads(book, ref, to, seen));
};

type Piece = { readonly at: number; readonly length: number; readonly text: string };
const rewritten = (formula: string, pieces: readonly Piece[]): string =>
  pieces
    .toSorted((a, b) => b.at - a.at)
    .reduce((so, { at, length, text }) => `${so.slice(0, at - 1)}[${text}]${so.slice(at - 1 + length)}`, formula);
