/** Changes of a room: what somebody in it may do, and what then stands in its log. */
import type { CardId, PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/zone.ts';
import type { Moscow } from '../../blueprint/priority.ts';
import type { Topic } from '../agenda.ts';
import type { Reason, Terms, Wording } from './room.ts';

export type Change =
  | { readonly do: 'write'; readonly card: CardId; readonly topic: Topic; readonly lane: string; readonly text: string | null }
  | { readonly do: 'rewrite'; readonly card: CardId; readonly topic: Topic; readonly text: string | null }
  | { readonly do: 'tear'; readonly card: CardId; readonly topic: Topic }
  /** Into a group (null: out of any), directly before another card (null: at the end). */
  | { readonly do: 'put'; readonly card: CardId; readonly group: CardId | null; readonly before: CardId | null }
  /** Makes a group, or gives it another title. */
  | { readonly do: 'group'; readonly group: CardId; readonly topic: Topic; readonly title: string }
  | { readonly do: 'ungroup'; readonly group: CardId }
  /** So many dots on this, in all: said twice it is said once. */
  | { readonly do: 'vote'; readonly topic: Topic; readonly on: string; readonly dots: number }
  | { readonly do: 'raise'; readonly entry: CardId; readonly text: string | null }
  | { readonly do: 'lower'; readonly entry: CardId }
  | { readonly do: 'class'; readonly card: string; readonly into: Moscow | null; readonly before: string | null }
  /** `minor`: what it costs, said in the same breath. Only in logs of before money had a change of its own; nobody sends it now. */
  | { readonly do: 'terms'; readonly card: string; readonly terms: Terms; readonly minor?: number }
  /** What a card costs, in whole minor units; null where nobody knows. Only of those who see money, and only to them. */
  | { readonly do: 'money'; readonly card: string; readonly minor: number | null }
  | ({ readonly do: 'reason'; readonly card: string } & Reason)
  | ({ readonly do: 'word' } & Wording);

/** A change as it stands in the log. `id` is made by whoever sends it: sent again, it is answered, not done again. */
export type Entry = {
  readonly seq: number;
  readonly id: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly change: Change;
  /** Dots that stood there before; 0 for any other change. */
  readonly was: number;
};

/** What somebody who may not see it learns of a change: that there is one card more or less, so many dots more or less. */
export type Hidden = { readonly do: 'hidden'; readonly topic: Topic; readonly cards: number; readonly dots: number };

/** A change as one reader sees it. `id` is there for his own alone, `by` where he may know. */
export type Seen = { readonly seq: number; readonly id: string | null; readonly by: PersonId | null; readonly change: Change | Hidden };
