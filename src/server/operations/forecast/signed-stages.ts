/** The signed stage definitions as a forecast reads them: each from the first day on which it was signed and in force. */
import type { Book } from '../../../domain/book.ts';
import type { StagesVersion } from '../../../domain/measurement/stages.ts';
import type { DefinedFrom } from '../../../facts/questions/forecast-past.ts';
import type { Day } from '../../../kernel/day.ts';
import { dayIn } from '../../../kernel/zone.ts';

export type SignedStages = DefinedFrom & { readonly version: number; readonly since: Day; readonly signedOn: Day };

/**
 * In the order of their signatures, also those that a later one took the place of: on any day the last whose `from` has come was
 * the one people knew.
 */
export const signedStages = (book: Book): readonly SignedStages[] => {
  const zone = book.company.get('company')?.zone ?? 'UTC';
  return (book.stages.get('stage-rules')?.versions ?? []).map(({ n, rules, at }: StagesVersion): SignedStages => {
    const signedOn = dayIn(zone, at);
    return { version: n, since: rules.since, signedOn, from: rules.since > signedOn ? rules.since : signedOn, stages: rules.stages };
  });
};

/** The definitions that were signed and in force on a day; null where there were none. */
export const stagesKnownOn = (signed: readonly SignedStages[], day: Day): SignedStages | null =>
  signed.findLast(({ from }) => from <= day) ?? null;
