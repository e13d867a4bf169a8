/**
 * Raw: what facts hands over for an answer to be made of.
 *
 * This room cannot see facts, so it names what it takes; the server, which hands one to the
 * other, is where the compiler compares the two shapes.
 */
import type { Day } from '../../kernel/day.ts';
import type { StagesSaid } from './stages-said.ts';
import type { RulesSaid } from './touch-rule.ts';
import type { Currency } from '../../kernel/money.ts';

export type Said = {
  readonly said: string;
  readonly means: string;
  readonly isDay?: true;
  readonly splits?: true;
  readonly link?: true;
  readonly overlaps?: true;
};

export type Raw = {
  readonly question: string;
  readonly company: string;
  readonly zone: string;
  readonly zoneAssumed: boolean;
  readonly currency: Currency | null;
  readonly hasAmounts: boolean;
  readonly lookBackDays: number;
  /** The touch rules it was counted under. */
  readonly rules: RulesSaid;
  /** Signed stage definitions by the days from which they hold. */
  readonly stageVersions: readonly StagesSaid[];
  /** Present where stages were counted: the version, null where they stand in the order of the files. */
  readonly stages?: { readonly version: StagesSaid | null; readonly qualified?: string };
  readonly asOf: Day;
  readonly asOfBy: 'asked' | 'today' | 'data';
  readonly lastDay: Day | null;
  readonly loads: readonly number[];
  readonly params: { readonly [name: string]: string | number | readonly string[] | readonly number[] | undefined };
  readonly cuts: readonly Said[];
  readonly where: readonly Said[];
  readonly tables: { readonly [name: string]: readonly { readonly [column: string]: unknown }[] };
};

/** The rows of one named table, as the file that dresses them says they are. Throws RangeError when it was not fetched. */
export const table = <T>(raw: Raw, name: string): readonly T[] => {
  const rows = raw.tables[name];
  if (!rows) throw new RangeError(`${raw.question} brought no table ${name}`);
  return rows as readonly T[];
};
