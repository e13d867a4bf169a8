/** Check-in: a value for a day, said by a person. */
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';

export type CheckIn = {
  readonly value: number;
  readonly on: Day;
  readonly by: PersonId;
  readonly at: Instant;
  readonly note: NoteId | null;
};

/** The latest of what was said for days not after `asOf`; null when nobody has said anything yet. */
export const latest = <T extends { readonly on: Day }>(said: readonly T[], asOf: Day): T | null =>
  said.filter((one) => one.on <= asOf).reduce<T | null>((best, one) => (best === null || one.on >= best.on ? one : best), null);
