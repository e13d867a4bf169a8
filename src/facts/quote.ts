/**
 * Quoting for SQL that is put together: values as literals, names as identifiers.
 */

/** A text as an SQL literal. */
export const lit = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Texts as a list of SQL literals, for `in (…)`. */
export const lits = (texts: readonly string[]): string => texts.map(lit).join(', ');

/** A name as an SQL identifier. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;
