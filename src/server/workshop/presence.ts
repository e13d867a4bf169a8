/**
 * Presence: who is in the room, what each holds in his hand and where he points. Each person says the whole of it again and
 * again with a growing number, so a message that comes late or twice changes nothing, and what nobody says any more ends.
 */
import type { PersonId } from '../../kernel/ids.ts';

export type Pointer = { readonly on: string; readonly x: number; readonly y: number };
export type Hand = {
  readonly person: PersonId;
  /** The card he holds; null where he holds none. */
  readonly holds: string | null;
  /** Where he points: in parts of what he points on; null where he does not. */
  readonly at: Pointer | null;
};

export type Presence = {
  /** Takes in what one person says of himself. False where another holds the card already: he holds nothing then. */
  readonly says: (person: PersonId, n: number, hand: Omit<Hand, 'person'>) => boolean;
  /** Who holds this card now; null where nobody does. */
  readonly heldBy: (card: string) => PersonId | null;
  /** Everybody who is here, with what he holds. */
  readonly hands: () => readonly Hand[];
  /** Changes whenever anybody's hand does. */
  readonly version: () => number;
  readonly came: (person: PersonId) => void;
  readonly left: (person: PersonId) => void;
  readonly end: () => void;
};

/** A card is let go when nothing was heard of whoever holds it for so long. */
export const LEASE_MS = 6_000;
/** Movements are told together, so often. */
const TOLD_EVERY = 50;

type Known = { streams: number; n: number; holds: string | null; until: number; at: Pointer | null };

export const openPresence = (clock: () => number, changed: () => void): Presence => {
  const people = new Map<PersonId, Known>();
  let soon: ReturnType<typeof setTimeout> | null = null;
  let sweep: ReturnType<typeof setInterval> | null = null;

  let version = 0;
  const tell = (): void => {
    version += 1;
    soon ??= setTimeout(() => {
      soon = null;
      changed();
    }, TOLD_EVERY);
  };
  const held = ({ holds, until }: Known): string | null => (holds !== null && until > clock() ? holds : null);
  const heldBy = (card: string): PersonId | null => {
    for (const [person, known] of people) if (held(known) === card) return person;
    return null;
  };
  const expire = (): void => {
    for (const known of people.values())
      if (known.holds !== null && held(known) === null) {
        known.holds = null;
        tell();
      }
  };
  const of = (person: PersonId): Known => {
    const known = people.get(person) ?? { streams: 0, n: -1, holds: null, until: 0, at: null };
    people.set(person, known);
    return known;
  };

  return {
    says: (person, n, { holds, at }) => {
      const known = of(person);
      if (n <= known.n) return holds === null || held(known) === holds;
      known.n = n;
      known.at = at;
      const other = holds === null ? null : heldBy(holds);
      const free = other === null || other === person;
      known.holds = free ? holds : null;
      known.until = clock() + LEASE_MS;
      tell();
      return free;
    },
    heldBy,
    hands: () =>
      [...people].filter(([, { streams }]) => streams > 0).map(([person, known]) => ({ person, holds: held(known), at: known.at })),
    version: () => version,
    came: (person) => {
      of(person).streams += 1;
      sweep ??= setInterval(expire, LEASE_MS / 2);
      sweep.unref();
      tell();
    },
    left: (person) => {
      const known = people.get(person);
      if (!known) return;
      known.streams -= 1;
      // A lost line is not a dropped card: the lease says when it is let go.
      if (known.streams <= 0) known.at = null;
      tell();
    },
    end: () => {
      if (soon) clearTimeout(soon);
      if (sweep) clearInterval(sweep);
      people.clear();
    },
  };
};
