/**
 * What one person may see of a room: his own cards at once, those of others once they were shown; his own dots, never those
 * of others (their sums stand in the journal once they were counted); what cards cost, where he sees money. The server sends
 * nothing but this.
 *
 * For any change and any reader: the room after the change, as he sees it, is his room after the change as he sees it.
 */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Topic } from '../agenda.ts';
import type { Workshop } from '../workshop.ts';
import type { Change, Entry, Hidden, Seen } from './entry.ts';
import type { Card, Room } from './room.ts';

/** What of the journal decides about it. */
export type Showing = Pick<Workshop, 'shown' | 'named'>;

/** Somebody in the room, and whether he sees money. */
export type Reader = { readonly person: PersonId; readonly money: boolean };

const mayRead = (showing: Showing, reader: PersonId, topic: Topic, by: PersonId | null): boolean =>
  by === reader || showing.shown[topic] !== undefined;
const hide = (topic: Topic, cards: number, dots = 0): Hidden => ({ do: 'hidden', topic, cards, dots });

/** A change as this reader sees it. */
export const seenBy = (showing: Showing, { person: reader, money }: Reader, { seq, id, by, change, was }: Entry): Seen => {
  const own = by === reader;
  const seen = (shown: Change | Hidden): Seen => ({
    seq,
    id: own ? id : null,
    by: own || tells(showing, shown) ? by : null,
    change: shown,
  });
  switch (change.do) {
    case 'write':
      return seen(mayRead(showing, reader, change.topic, by) ? change : hide(change.topic, 1));
    case 'rewrite':
      return seen(mayRead(showing, reader, change.topic, by) ? change : hide(change.topic, 0));
    case 'tear':
      return seen(mayRead(showing, reader, change.topic, by) ? change : hide(change.topic, -1));
    case 'vote':
      return seen(own ? change : hide(change.topic, 0, change.dots - was));
    case 'money':
      return seen(money ? change : hide('plan', 0));
    case 'terms':
      return seen(money ? change : { do: 'terms', card: change.card, terms: change.terms });
    default:
      return seen(change);
  }
};

/** Whose change it is may be known of everything but cards without names, and of what is hidden. */
const tells = ({ named }: Showing, change: Change | Hidden): boolean =>
  change.do !== 'hidden' && (named || (change.do !== 'write' && change.do !== 'rewrite' && change.do !== 'tear'));

/** The room as this reader sees it. */
export const roomFor = (showing: Showing, { person: reader, money }: Reader, room: Room): Room => {
  const hidden: { [T in Topic]?: { cards: number; dots: number } } = {};
  const count = (topic: Topic, cards: number, dots: number): void => {
    const now = hidden[topic] ?? { cards: 0, dots: 0 };
    hidden[topic] = { cards: now.cards + cards, dots: now.dots + dots };
  };
  const cards: { [card: string]: Card } = {};
  for (const card of Object.values(room.cards)) {
    if (mayRead(showing, reader, card.topic, card.by)) cards[card.id] = card.by === reader || showing.named ? card : { ...card, by: null };
    else count(card.topic, 1, 0);
  }
  for (const [person, dots] of Object.entries(room.dots))
    if (person !== reader) for (const [key, n] of Object.entries(dots)) if (n > 0) count(key.slice(0, key.indexOf(':')) as Topic, 0, n);
  const own = room.dots[reader];
  return { ...room, cards, money: money ? room.money : {}, dots: own ? { [reader]: own } : {}, hidden };
};
