/**
 * An open number: everything that stands behind it, in the order in which a careful reader asks.
 * What is it → value → in words → interval → how sure → coverage → rows → missing → changed → how computed.
 * Each part is words already; `null` parts do not apply and are left out.
 */
import type { AskedBy } from '../../domain/agreements/evidence.ts';
import type { Coverage } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { Behind, RowsBehind } from '../home/home.ts';
import { capital, count, dayWords, list, percent } from './format.ts';

/** An estimate with what bounds it, on one axis with its target. */
export type Interval = {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly target: number | null;
  /** Names the confidence: "80 % interval". */
  readonly name: string;
  readonly write: (n: number) => string;
};

export type Opened = {
  readonly what: string;
  /** In full: €86,400, not €86 k. */
  readonly value: string;
  readonly tone: 'plain' | 'on' | 'risk' | 'off' | 'early' | 'unknown';
  /** What it means in words: "about one in six". */
  readonly meaning: string | null;
  readonly interval: Interval | null;
  readonly sure: string | null;
  readonly coverage: Coverage | null;
  readonly rows: readonly RowsBehind[];
  /** Ids of things of the plan that it counts: they have pages of their own. */
  readonly things: readonly string[];
  readonly missing: readonly string[];
  readonly changed: string | null;
  readonly how: string | null;
  /** What would move it, and other places to go on to. */
  readonly more: readonly { readonly text: string; readonly href: string }[];
  readonly asOf: Day | null;
  readonly loads: readonly number[];
  /** How to ask for exactly this number again, so that it can be cited as evidence; null where no question gives it. */
  readonly cite: AskedBy | null;
};

/** Nothing known yet of what stands behind a number. */
export const NOTHING: Omit<Opened, 'what' | 'value'> = {
  tone: 'plain',
  meaning: null,
  interval: null,
  sure: null,
  coverage: null,
  rows: [],
  things: [],
  missing: [],
  changed: null,
  how: null,
  more: [],
  asOf: null,
  loads: [],
  cite: null,
};

/** "91 % of the deals; 9 % are missing": how much of what was asked about is in the number. */
export const coverageWords = ({ have, of }: Coverage): string => {
  if (of === 0) return 'Nothing to count yet';
  if (have === of) return `All ${count(of)} rows are in it`;
  return `${percent(have / of)}: ${count(have)} of ${count(of)} rows are in it`;
};

/** One line for each reason why rows are not in the number. */
export const missingWords = ({ missing }: Coverage): string[] => missing.map(({ why, n }) => `${count(n)} ${why}`);

/** An open number from what the server sent along with it. */
export const openedBehind = (what: string, value: string, behind: Behind, more: Partial<Opened> = {}): Opened => ({
  ...NOTHING,
  what,
  value,
  coverage: behind.coverage,
  rows: behind.rows,
  missing: [...(behind.coverage ? missingWords(behind.coverage) : []), ...behind.findings.map((f) => f.text)],
  how: behind.definition,
  asOf: behind.asOf,
  loads: behind.loads,
  ...more,
});

/** A number that is counted here, from what was decided. */
export const openedPlain = (what: string, value: string, how: string, more: Partial<Opened> = {}): Opened => ({
  ...NOTHING,
  what,
  value,
  how,
  ...more,
});

/** What "Copy with source" puts on the clipboard. */
export const withSource = (o: Opened, company: string, address: string): string =>
  [
    `${o.what}: ${o.value}`,
    o.meaning,
    o.sure && `How sure: ${o.sure}`,
    o.coverage && `Coverage: ${coverageWords(o.coverage)}`,
    o.missing.length > 0 && `Missing: ${o.missing.join('; ')}`,
    o.how,
    capital(
      list([
        company,
        ...(o.asOf ? [`as of ${dayWords(o.asOf)}`] : []),
        ...(o.loads.length > 0 ? [`loads ${o.loads.join(', ')}`] : []),
      ]).replace(' and ', ', '),
    ),
    address,
  ]
    .filter(Boolean)
    .join('\n');
