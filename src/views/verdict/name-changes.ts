/** Names under which a campaign came to be counted after its start, in a sentence: a correction, and it stands beside the count. */
import { namedSince } from '../../domain/campaign/frame.ts';
import type { NameChange } from '../../domain/campaign/micro.ts';
import type { Day } from '../../kernel/day.ts';
import { dayWords, list, plural } from '../words/format.ts';

/** A change of names, on the day it was made. */
export type NamedOn = Pick<NameChange, 'did' | 'alias'> & { readonly on: Day };

export const namedOn = (renamed: readonly NameChange[], dayOf: (at: string) => Day): readonly NamedOn[] =>
  renamed.map(({ did, alias, at }) => ({ did, alias, on: dayOf(at) }));

/** One sentence or two; none where it is counted as it was frozen. */
export const nameWords = (renamed: readonly NamedOn[], today: Day): readonly string[] => {
  const standing = namedSince({ renamed });
  const gone = renamed.filter(({ did, alias }) => did === 'removed' && !standing.some((one) => one.alias === alias));
  const each = (changes: readonly NamedOn[]): string => list(changes.map(({ alias, on }) => `“${alias}” since ${dayWords(on, today)}`));
  return [
    ...(standing.length > 0
      ? [`Counted under ${plural(standing.length, 'more name')} than when its criteria were frozen: ${each(standing)}.`]
      : []),
    ...(gone.length > 0 ? [`For a time it was counted under ${plural(gone.length, 'more name')}, not any more: ${each(gone)}.`] : []),
  ];
};
