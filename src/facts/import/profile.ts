/**
 * Profile: what the cells of each column look like. Samples suggest, the whole column decides.
 */
import type { Tx } from '../engine.ts';
import type { Stage } from './stage.ts';

export type Profile = {
  readonly header: string;
  /** Its column of the stage: c0, c1, … */
  readonly column: string;
  readonly filled: number;
  /** The first filled cells, in the order of the file. */
  readonly sample: readonly string[];
};

/** What people write for "nothing" in columns of numbers and dates. */
export const EMPTY_MARKS = ['-', '--', '—', '–', 'n/a', 'na', '#n/a', 'null', '(null)', 'none', 'nan', 'nil'];

const SAMPLE = 1000;

export const profilesOf = async (tx: Tx, stage: Stage): Promise<Profile[]> => {
  const columns = stage.headers.map((_, i) => `c${i}`);
  const [counts] = await tx.read<{ [column: string]: number }>(`select ${columns.map((c) => `count(${c}) as ${c}`).join(', ')} from stage`);
  const first = await tx.read<{ [column: string]: string | null }>(`select ${columns.join(', ')} from stage limit ${SAMPLE}`);
  const profiles: Profile[] = [];
  for (const [i, column] of columns.entries()) {
    const filled = counts?.[column] ?? 0;
    const near = first.map((row) => row[column]).filter((cell) => cell !== null && cell !== undefined);
    const sample =
      near.length >= Math.min(filled, SAMPLE / 10)
        ? near
        : (await tx.read<{ x: string }>(`select ${column} as x from stage where ${column} is not null limit ${SAMPLE}`)).map(({ x }) => x);
    profiles.push({ header: stage.headers[i]!, column, filled, sample });
  }
  return profiles;
};

/** The sample without the marks for "nothing". */
export const values = ({ sample }: Profile): string[] => sample.filter((cell) => !EMPTY_MARKS.includes(cell.toLowerCase()));
