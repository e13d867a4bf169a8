/** Published: one edition as it was frozen, and how today's numbers differ from it. */
import type { PublishedFigure } from '../../domain/measurement/publication.ts';
import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Difference } from './compare.ts';
import type { FrozenAnswer } from './pack.ts';

export type PublishedFacts = {
  readonly period: string;
  readonly edition: number;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day;
  readonly sha256: string;
  readonly at: Instant;
  readonly by: string;
  readonly why: string | null;
  readonly signed: readonly { readonly seat: string; readonly by: string; readonly at: Instant }[];
  readonly withdrawn: { readonly by: string; readonly at: Instant; readonly why: string | null } | null;
  readonly loads: readonly number[];
  readonly figures: readonly PublishedFigure[];
  readonly answers: readonly FrozenAnswer[];
  readonly difference: Difference;
  /** Names of the campaigns and deals that the lines of the difference speak of, as they stand now. */
  readonly names: { readonly [id: string]: string };
};

/** A period that can be published or was, as a list shows it. */
export type PeriodListed = {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly over: boolean;
  readonly editions: readonly {
    readonly n: number;
    readonly at: Instant;
    readonly by: string;
    readonly signed: number;
    readonly withdrawn: boolean;
    readonly figures: readonly PublishedFigure[];
  }[];
};
