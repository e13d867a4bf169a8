/**
 * Cited: one figure of an answer as evidence, and the same figure of a later answer beside it. The value is frozen;
 * asking the same question again says what is different now.
 */
import type { AskedBy, Evidence, EvidenceUnit } from '../../domain/agreements/evidence.ts';
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import { count, days, moneyFull, percent } from '../words/format.ts';

type Numbers = Pick<Evidence, 'value' | 'low' | 'high' | 'unit' | 'currency'>;

const partsOf = (figure: Figure | undefined): Readonly<Record<string, unknown>> | null =>
  typeof figure === 'object' && figure !== null && !Array.isArray(figure) ? (figure as Readonly<Record<string, unknown>>) : null;

/** Names of figures whose number is a share of one, or a length in days; all others are counts. */
const SHARES = /(share|rate|coverage|conversion)/i;
const DAYS = /(days|median|lag|p\d\d)$/i;
const unitOf = (name: string): EvidenceUnit => (SHARES.test(name) ? 'share' : DAYS.test(name) ? 'days' : 'count');

/** A figure as numbers; null where it is no number at all (a text, a list). */
const numbersOf = (name: string, figure: Figure | undefined): Numbers | null => {
  const none = { low: null, high: null, currency: null };
  if (figure === null) return { ...none, value: null, unit: unitOf(name) };
  if (typeof figure === 'number') return { ...none, value: figure, unit: unitOf(name) };
  const parts = partsOf(figure);
  if (!parts) return null;
  const { minor, currency, value, low, high } = parts;
  if (typeof minor === 'number') return { ...none, value: minor, unit: 'money', currency: typeof currency === 'string' ? currency : null };
  if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number') return null;
  return { value, low, high, unit: unitOf(name), currency: null };
};

/** A number as it is written in full. */
export const evidenceShown = ({ value, unit, currency }: Pick<Evidence, 'value' | 'unit' | 'currency'>): string => {
  if (value === null) return 'not known';
  if (unit === 'money') return moneyFull({ minor: value, currency });
  if (unit === 'share') return percent(value);
  if (unit === 'percent') return `${count(value, 1)} %`;
  return unit === 'days' ? days(value) : count(value, 2);
};

const rowIn = (answer: Answer, key: string): Row | undefined =>
  key === 'total' ? answer.total : answer.rows.find((row) => row.key === key);

/** The figure that was asked for, frozen; null where the answer has no such number. */
export const citedFrom = (answer: Answer, askedBy: AskedBy, what: string | null): Evidence | null => {
  const row = rowIn(answer, askedBy.row);
  const numbers = row && askedBy.figure in row ? numbersOf(askedBy.figure, row[askedBy.figure]) : null;
  if (!numbers) return null;
  return {
    ...numbers,
    what: what ?? (askedBy.row === 'total' ? `${askedBy.figure} of ${askedBy.name}` : `${askedBy.row}: ${askedBy.figure}`),
    shown: evidenceShown(numbers),
    askedBy,
    coverage: { have: answer.coverage.have, of: answer.coverage.of },
    asOf: answer.asOf,
    loads: answer.loads,
  };
};

/**
 * What an answer says of the same number now; null where it no longer has it. The name of a figure does not always say its unit:
 * where it does not, the number is in the unit that was frozen with it.
 */
export const citedNow = (answer: Answer, { askedBy, what, unit, currency }: Evidence): Evidence | null => {
  const now = askedBy && citedFrom(answer, askedBy, what);
  if (now?.unit !== 'count') return now;
  const known = { ...now, unit, currency };
  return { ...known, shown: evidenceShown(known) };
};

/** The difference in words: "€84 k more than then", "as then"; null where one of the two is not known. */
export const sinceThen = (then: Evidence, now: Evidence): { readonly text: string; readonly changed: boolean } | null => {
  if (then.value === null || now.value === null || then.unit !== now.unit || then.currency !== now.currency) return null;
  const by = now.value - then.value;
  if (by === 0) return { text: 'as then', changed: false };
  const amount = evidenceShown({ ...now, value: Math.abs(by) });
  return { text: `${amount} ${by > 0 ? 'more' : 'less'} than then`, changed: true };
};
