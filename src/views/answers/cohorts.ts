/** Cohorts: which are old enough to be judged, what the young ones will at least come to, and which may be set against which. */
import type { Estimate, Figure, Finding, Row } from '../../kernel/answer.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { differenceOf } from '../../models/difference.ts';
import { aalenJohansen } from '../../models/survival/aalen-johansen.ts';
import type { Spell } from '../../models/survival/spell.ts';
import { finding } from './findings.ts';
import type { Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { listed, percent } from './words.ts';

type Pace = { readonly late: number | null; readonly reached: number };
type Spelled = Keyed & Spell;

/** So many must have made it before their pace says when a cohort is old enough. */
const ENOUGH = 20;
/** The curve of a young cohort is read where at least so many are still watched. */
const WATCHED = 10;

/** Whether a cohort is ripe, from which day on, and where it is not, the share that came by the days its members were watched. */
export const cohortFigures = (raw: Raw, cohort: Keyed & { readonly last_on: Day | null }): { readonly [figure: string]: Figure } => {
  const pace = raw.tables['pace'] ? table<Pace>(raw, 'pace')[0] : undefined;
  if (!pace || pace.late === null || pace.reached < ENOUGH || cohort.last_on === null) return { ripe: null };
  const ripeOn = addDays(cohort.last_on, Math.ceil(pace.late));
  if (ripeOn <= raw.asOf) return { ripe: true, ripeOn };
  const spells = table<Spelled>(raw, 'spells').filter((s) => joined(s) === joined(cohort));
  return { ripe: false, ripeOn, ...watched(spells, pace.late) };
};

const joined = ({ keys, ids }: Keyed): string => [...keys, ...ids].join('\u0000');

const watched = (spells: readonly Spell[], late: number): { readonly [figure: string]: Figure } => {
  const point = aalenJohansen(spells, 2).findLast(({ day, atRisk }) => day <= late && atRisk >= WATCHED);
  if (!point) return {};
  const [value, half] = [point.shares[0]!, 1.959964 * point.errors[0]!];
  return { cameBy: { days: point.day, share: { value, low: Math.max(0, value - half), high: Math.min(1, value + half) } } };
};

export const youngCohorts = (raw: Raw, rows: readonly Row[]): Finding | null => {
  const young = rows.filter((row) => row['ripe'] === false).map(({ key }) => key);
  return young.length === 0
    ? null
    : finding(
        'immature',
        young.length,
        `${young.length === 1 ? 'One cohort is' : `${young.length} cohorts are`} too young to be set beside older ones by ${raw.asOf}: ${listed(young.slice(0, 12))}. Nine in ten of those who made it took up to ${Math.ceil(table<Pace>(raw, 'pace')[0]!.late!)} days.`,
        { ids: young },
      );
};

export type Comparison = { readonly figure: Figure; readonly finding: Finding | null };

/** Two cohorts set against each other, or why they are not. */
export const comparison = (rows: readonly Row[], keys: readonly string[]): Comparison => {
  const refused = (text: string): Comparison => ({ figure: null, finding: finding('not-comparable', 2, text, { ids: [...keys] }) });
  const [a, b] = keys.map((key) => rows.find((row) => row.key === key));
  if (!a || !b)
    return refused(`There is no row ${keys.filter((key) => !rows.some((row) => row.key === key)).join(' and no row ')} to compare.`);
  const early = [a, b].filter((row) => row['leftTruncated'] === true);
  if (early.length > 0)
    return refused(
      `${listed(early.map(({ key }) => key))} began before the files show any conversion, so its share is too low by those that are missing: setting it against ${[a, b].find((row) => !early.includes(row))?.key ?? 'the other'} would call the start of the file a change.`,
    );
  const windows = Object.keys((a['within'] as object | undefined) ?? {}).filter((days) =>
    [a, b].every((row) => !windowOf(row, days)['immature']),
  );
  const window = windows.at(-1);
  const young = [a, b].filter((row) => row['ripe'] === false);
  if (young.length > 0 && window === undefined)
    return refused(
      `${listed(young.map(({ key }) => key))} ${young.length === 1 ? 'is' : 'are'} not ripe before ${listed(young.flatMap((row) => (typeof row['ripeOn'] === 'string' ? [row['ripeOn']] : [])))}: some of ${young.length === 1 ? 'its' : 'their'} conversions are still to come. Ask again then, or for a window that has passed for both (--within).`,
    );
  const rate = (row: Row): Estimate | null => (window === undefined ? row['rate'] : windowOf(row, window)['rate']) as Estimate | null;
  const [x, y] = [rate(a), rate(b)];
  if (!x || !y) return refused('One of them has nobody in it.');
  const difference = differenceOf(x, y);
  const sure = difference.low > 0 || difference.high < 0;
  return {
    figure: {
      of: a.key,
      with: b.key,
      ...(window !== undefined && { within: Number(window) }),
      difference,
      text: `${a.key} ${percent(x.value)} against ${b.key} ${percent(y.value)}${window === undefined ? '' : ` within ${window} days`}: ${sure ? 'they differ' : 'they may well be the same'}.`,
    },
    finding: null,
  };
};

const windowOf = (row: Row, days: string): { readonly [figure: string]: Figure } =>
  (row['within'] as { readonly [days: string]: { readonly [figure: string]: Figure } })[days]!;
