/**
 * Kinds: what an attribute holds, decided by its whole column.
 *
 * Names of things stay text even where they are made of digits: with leading zeros, of more than
 * fifteen digits, or in a column called id. Dates with a time of day stay text; dates whose order
 * nothing decides, too: no question is worth a column that nobody mapped.
 */
import type { Tx } from '../engine.ts';
import { lits } from '../quote.ts';
import { localSql, partsSql, timeSql } from './convert-time.ts';
import type { Attribute } from './mapping.ts';
import { numberFound } from './number-format.ts';
import { EMPTY_MARKS, values, type Profile } from './profile.ts';
import { formOf, timeFound } from './time-format.ts';

export const TRUE_WORDS = ['true', 'yes', 'ja', 'oui', 'sí', 'si', 'sim', 'wahr', 'y', 't', 'j'];
export const FALSE_WORDS = ['false', 'no', 'nein', 'non', 'não', 'falsch', 'n', 'f'];
/** A letter alone says nothing: N may be the north. */
const LETTER_PAIRS = ['y n', 't f', 'j n'];

const PLAIN = String.raw`-?(0|[1-9]\d{0,14})(\.\d+)?`;
const IS_ID = /(^|[^a-z])id$|(^|[^a-z])(ids|uuid|guid|zip|plz|postcode|phone|tel)([^a-z]|$)/i;

export const attributeOf = async (tx: Tx, profile: Profile): Promise<Attribute> => {
  const { header } = profile;
  const text: Attribute = { header, name: header, kind: 'text' };
  const cells = values(profile);
  if (cells.length === 0) return text;
  const words = new Set(cells.map((cell) => cell.toLowerCase()));
  const letters = [...words].filter((word) => word.length === 1);
  const paired = letters.length === 0 || LETTER_PAIRS.some((pair) => pair.split(' ').every((letter) => words.has(letter)));
  if (paired && [...words].every((word) => TRUE_WORDS.includes(word) || FALSE_WORDS.includes(word))) {
    return (await misfits(tx, profile.column, `lower(${profile.column}) in (${lits([...TRUE_WORDS, ...FALSE_WORDS])})`)) === 0
      ? { ...text, kind: 'boolean' }
      : text;
  }
  if (formOf(profile) !== null && !cells.some((cell) => /^[\d]+$/.test(cell))) return dayOrText(tx, profile, text);
  if (IS_ID.test(header.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))) return text;
  if (cells.every((cell) => new RegExp(`^${PLAIN}$`).test(cell))) {
    return (await misfits(tx, profile.column, `regexp_full_match(${profile.column}, '${PLAIN}')`)) === 0
      ? { ...text, kind: 'number', format: 'plain' }
      : text;
  }
  return decoratedOrText(tx, profile, text);
};

/** Grouped numbers, where the column says which mark is which: `1,033.33`, not `1,033` alone, and no currency signs. */
const decoratedOrText = async (tx: Tx, profile: Profile, text: Attribute): Promise<Attribute> => {
  if (!values(profile).every((cell) => /^-?\d[\d.,]*$/.test(cell) && !/^0\d/.test(cell))) return text;
  const found = await numberFound(tx, profile, false);
  if (!found || !('known' in found)) return text;
  const shape =
    found.known === 'comma' ? String.raw`-?(\d{1,3}(\.\d{3})+|\d{1,15})(,\d+)?` : String.raw`-?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d+)?`;
  return (await misfits(tx, profile.column, `regexp_full_match(${profile.column}, '${shape}')`)) === 0
    ? { ...text, kind: 'number', format: found.known }
    : text;
};

/** A column of dates as days, whatever the time of day; text where it is none, or where its cells name zones. */
export const dayAttributeOf = (tx: Tx, profile: Profile): Promise<Attribute> => {
  const text: Attribute = { header: profile.header, name: profile.header, kind: 'text' };
  return values(profile).length === 0 || formOf(profile) === null ? Promise.resolve(text) : dayOrText(tx, profile, text, true);
};

const dayOrText = async (tx: Tx, profile: Profile, text: Attribute, timed = false): Promise<Attribute> => {
  const found = await timeFound(tx, profile);
  if (!found || !('known' in found)) return text;
  const { format, day } = found.known;
  if (format === 'iso-offset' || (!timed && !day && profile.sample.some((cell) => cell.includes(':')))) return text;
  const x = profile.column;
  const { bad } = timeSql(x, found.known, { file: 'UTC', company: 'UTC' }, 'local');
  const clocked = day || timed ? '' : ` or contains(${x}, ':')`;
  const [row] = await tx.read<{ n: number }>(
    `select count(*) as n from (select ${x}, ${localSql(x, format, 'p')} as local from (select ${x}, ${partsSql(x, format)} as p from stage where ${x} is not null)) where ${bad}${clocked}`,
  );
  return row!.n === 0 ? { ...text, kind: 'day', format } : text;
};

/** Filled cells that do not fit, marks for "nothing" aside. */
const misfits = async (tx: Tx, c: string, fits: string): Promise<number> => {
  const [row] = await tx.read<{ n: number }>(
    `select count(*) as n from stage where ${c} is not null and lower(${c}) not in (${lits(EMPTY_MARKS)}) and not (${fits})`,
  );
  return row!.n;
};
