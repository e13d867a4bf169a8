/**
 * Number format: whether the point or the comma of a column is its decimal mark.
 *
 * 1.234,5 and 0,5 say comma, 1,234.5 and 0.5 say point; 1,234 and 1.234 alone say neither. The whole
 * column decides; where nothing in it does, it is asked (a count has no decimals, so there the mark
 * groups thousands).
 */
import type { Tx } from '../engine.ts';
import { lits } from '../quote.ts';
import { CURRENCY_WORD } from './convert-number.ts';
import type { NumberFormat } from './mapping.ts';
import { EMPTY_MARKS, type Profile } from './profile.ts';

export type NumberFound = { readonly known: NumberFormat } | { readonly ambiguous: { readonly example: string } } | null;

const DIGITS = /\d/;

/** Format of a column that holds numbers. `counts`: whole numbers only. Null: most of its cells are no numbers. */
export const numberFound = async (tx: Tx, profile: Profile, counts: boolean): Promise<NumberFound> => {
  const { column: c, sample } = profile;
  const numeric = sample.filter((cell) => EMPTY_MARKS.includes(cell.toLowerCase()) || (DIGITS.test(cell) && LOOKS_NUMERIC.test(cell)));
  if (sample.length > 0 && numeric.length <= sample.length / 2) return null;
  const found = await evidence(tx, c);
  if (found.point > 0 && found.comma === 0) return { known: found.decorated > 0 ? 'point' : 'plain' };
  if (found.comma > 0 && found.point === 0) return { known: 'comma' };
  if (found.comma > 0) return { ambiguous: { example: found.example ?? '' } };
  if (found.dots + found.commas === 0) return { known: found.decorated > 0 ? 'point' : 'plain' };
  // Only 1,234 or 1.234 stand there.
  if (found.dots > 0 && found.commas > 0) return { ambiguous: { example: found.example ?? '' } };
  if (counts) return { known: found.dots > 0 ? 'comma' : 'point' };
  // 12345 beside 1.234: thousands are not grouped, so the mark is the decimal one.
  if (found.long > 0) return { known: found.dots > 0 ? (found.decorated > 0 ? 'point' : 'plain') : 'comma' };
  return { ambiguous: { example: found.example ?? '' } };
};

/** Signs, currency and grouping around digits. */
const LOOKS_NUMERIC = new RegExp(
  `^\\(?[+-]?\\s*${CURRENCY_WORD}?\\s*[+-]?\\d[\\d.,'’\\u00a0\\u202f ]*\\s*${CURRENCY_WORD}?\\)?-?$|^[+-]?[.,]\\d+$`,
  'u',
);

type Evidence = { point: number; comma: number; dots: number; commas: number; long: number; decorated: number; example: string | null };

const evidence = async (tx: Tx, c: string): Promise<Evidence> => {
  const is = (pattern: string): string => `regexp_full_match(x, '${pattern}')`;
  const [found] = await tx.read<Evidence>(
    `select
       count(*) filter (${is('[\\d,]*,[\\d,]*\\.\\d*')} or ${is('\\d*\\.(\\d{1,2}|\\d{4,})')} or ${is('(0|\\d{4,})?\\.\\d{3}')} or ${is('\\d{1,3}(,\\d{3}){2,}')}) as point,
       count(*) filter (${is('[\\d.]*\\.[\\d.]*,\\d*')} or ${is('\\d*,(\\d{1,2}|\\d{4,})')} or ${is('(0|\\d{4,})?,\\d{3}')} or ${is('\\d{1,3}(\\.\\d{3}){2,}')}) as comma,
       count(*) filter (${is('[1-9]\\d{0,2}\\.\\d{3}')}) as dots,
       count(*) filter (${is('[1-9]\\d{0,2},\\d{3}')}) as commas,
       count(*) filter (${is('\\d{4,}')}) as long,
       count(*) filter (contains(x, ',') or strlen(raw) <> strlen(x) + (raw[1] = '-')::int) as decorated,
       min(raw) filter (${is('[1-9]\\d{0,2}[.,]\\d{3}')} or contains(x, ',')) as example
     from (select ${c} as raw, regexp_replace(${c}, '[^0-9.,]', '', 'g') as x from stage where ${c} is not null and lower(${c}) not in (${lits(EMPTY_MARKS)}))`,
  );
  return found!;
};
