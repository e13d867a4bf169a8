/**
 * Time format: how the dates of one column are written.
 *
 * The sample names the form, the whole column decides what it leaves open: whether the day or the
 * month stands first, whether times name their zone, whether every time is midnight. What even
 * the whole column cannot decide is asked. Years of two digits: 69 to 99 are 1969 to 1999, 00 to 68
 * are 2000 to 2068 (POSIX).
 */
import type { Tx } from '../engine.ts';
import type { TimeFormat } from './mapping.ts';
import { values, type Profile } from './profile.ts';

export type TimeForm = { readonly format: TimeFormat; readonly day?: true };
/** What the column says of day and month: how many cells allow only the one order. */
export type OrderEvidence = { readonly dayFirst: number; readonly monthFirst: number; readonly example: string };
export type TimeFound = { readonly known: TimeForm } | { readonly ambiguous: OrderEvidence; readonly day?: true } | null;

const CLOCK = String.raw`([T ,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?)?`;
const ZONE = String.raw`\s*([Zz]|UTC|GMT|[+-]\d{2}(:?\d{2})?|[A-Z]\w+/\w+)`;
/** A month by name, with day and year around it in any usual order. */
const MONTH = String.raw`(\d{1,2}[ /.-]+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?([ /-]+\d{1,2},?)?[ /,-]+(\d{4}|\d{2})`;

const FORMS: readonly { readonly format: TimeFormat | 'day-month'; readonly looks: RegExp }[] = [
  { format: 'iso', looks: new RegExp(`^\\d{4,}[-/]\\d{1,2}[-/]\\d{1,2}([T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(${ZONE})?)?$`) },
  { format: 'day-month', looks: new RegExp(`^\\d{1,2}([/.-])\\d{1,2}\\1(\\d{2}|\\d{4,5})${CLOCK}$`) },
  { format: 'ymd-dot', looks: new RegExp(`^\\d{4}\\.\\d{1,2}\\.\\d{1,2}${CLOCK}$`) },
  { format: 'month-name', looks: new RegExp(`^${MONTH}${CLOCK}$`, 'i') },
  { format: 'compact', looks: /^(19\d\d|2[01]\d\d|2200)(0\d|1[0-2])([0-2]\d|3[01])$/ },
  { format: 'epoch-s', looks: /^[1-3]\d{9}$/ },
  { format: 'epoch-ms', looks: /^[1-3]\d{12}$/ },
  { format: 'epoch-us', looks: /^[1-3]\d{15}$/ },
];

/** The form that more than half of the sample has; null where the cells are no dates. */
export const formOf = (profile: Profile): TimeFormat | 'day-month' | null => {
  const cells = values(profile);
  const best = FORMS.map(({ format, looks }) => ({ format, n: cells.filter((cell) => looks.test(cell)).length })).toSorted(
    (a, b) => b.n - a.n,
  )[0]!;
  return best.n > cells.length / 2 ? best.format : null;
};

/** Form of a column that holds times. Null: most of its cells are no dates. */
export const timeFound = async (tx: Tx, profile: Profile): Promise<TimeFound> => {
  const form = formOf(profile);
  if (form === null) return null;
  if (form === 'iso') return isoFound(tx, profile);
  if (form === 'day-month') return orderFound(tx, profile);
  const day = profile.sample.some((cell) => cell.includes(':')) && (await onlyMidnight(tx, profile));
  return { known: { format: form, ...(day ? { day: true as const } : {}) } };
};

const isoFound = async (tx: Tx, profile: Profile): Promise<TimeFound> => {
  const c = profile.column;
  // Of 19 characters with a colon before the seconds, or of 10: no zone can be named. The cheap look usually settles it.
  const [{ other } = { other: 0 }] = await tx.read<{ other: number }>(
    `select count(*) filter (not (strlen(${c}) = 10 or (strlen(${c}) = 19 and ${c}[17] = ':'))) as other from stage`,
  );
  if (other > 0) {
    const zoned = String.raw`:\d{2}.*([Zz]|[+-]\d{2}(:?\d{2})?|[A-Za-z]{3,}[/A-Za-z_]*)$`;
    const [{ n } = { n: 0 }] = await tx.read<{ n: number }>(
      `select count(*) filter (strlen(${c}) > 15 and regexp_matches(${c}, '${zoned}')) as n from stage`,
    );
    if (n > 0) return { known: { format: 'iso-offset' } };
  }
  return { known: { format: 'iso', ...((await onlyMidnight(tx, profile)) ? { day: true as const } : {}) } };
};

const orderFound = async (tx: Tx, profile: Profile): Promise<TimeFound> => {
  const c = profile.column;
  const parts = String.raw`regexp_extract(${c}, '^(\d{1,2})([/.-])(\d{1,2})', ['a', 'mark', 'b'])`;
  const [found] = await tx.read<{ day_first: number; month_first: number; dots: number; example: string }>(
    `select count(*) filter (a > 12 and b <= 12) as day_first, count(*) filter (b > 12 and a <= 12) as month_first, count(*) filter (mark = '.') as dots, min(x) as example
     from (select try_cast(p.a as int) as a, p.mark as mark, try_cast(p.b as int) as b, x from (select ${c} as x, ${parts} as p from stage where ${c} is not null))`,
  );
  const { day_first: dayFirst, month_first: monthFirst, dots, example } = found!;
  const day = (await onlyMidnight(tx, profile)) ? { day: true as const } : {};
  // Dots between the parts are the German, Swiss and Slavic way: the day stands first.
  if (dots > 0 || (dayFirst > 0 && monthFirst === 0)) return { known: { format: 'dmy', ...day } };
  if (monthFirst > 0 && dayFirst === 0) return { known: { format: 'mdy', ...day } };
  return { ambiguous: { dayFirst, monthFirst, example }, ...day };
};

/** Cells have a time of day, and it is always midnight. */
const onlyMidnight = async (tx: Tx, { column: c, sample }: Profile): Promise<boolean> => {
  const timed = sample.filter((cell) => cell.includes(':'));
  if (timed.length === 0 || !timed.every((cell) => new RegExp(MIDNIGHT).test(cell))) return false;
  const [{ other } = { other: 1 }] = await tx.read<{ other: number }>(
    `select count(*) filter (contains(${c}, ':') and not regexp_matches(${c}, '${MIDNIGHT}')) as other from stage`,
  );
  return other === 0;
};

const MIDNIGHT = String.raw`[T ,](0?0:00(:00([.,]0+)?)?|12:00(:00)?\s*[Aa]\.?[Mm]\.?)$`;
