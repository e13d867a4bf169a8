/** A signed version of the stage definitions, as an answer speaks of it. */
import type { Day } from '../../kernel/day.ts';

/** A signed version, as facts hands it over. */
export type StagesSaid = {
  readonly version: number;
  readonly since: Day;
  readonly until: Day | null;
  readonly signedOn: Day | null;
  readonly skipped: 'passed' | 'left-out';
  readonly stages: readonly { readonly id: string; readonly name: string; readonly side: string }[];
};
