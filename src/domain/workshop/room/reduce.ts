/**
 * The room after one more change. Total: a change about something that is not there (since it is hidden from this reader, or
 * was taken away meanwhile) changes nothing but the number. The same in server and browser.
 */
import type { CardId, PersonId } from '../../../kernel/ids.ts';
import { MOSCOW } from '../../blueprint/priority.ts';
import type { Change, Hidden, Seen } from './entry.ts';
import { dotKey, groupOf, type Group, type Room } from './room.ts';

/** The room after this change, whose number becomes that of the room. */
export const after = (room: Room, { seq, by, change }: Seen): Room => ({ ...changed(room, by, change), seq });

const without = <T>(record: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } => {
  const { [key]: _, ...rest } = record;
  return rest;
};
const inserted = <T>(list: readonly T[], one: T, before: T | null): readonly T[] => {
  const rest = list.filter((other) => other !== one);
  const at = before === null ? -1 : rest.indexOf(before);
  return at < 0 ? [...rest, one] : [...rest.slice(0, at), one, ...rest.slice(at)];
};
const outOfGroup = (room: Room, card: CardId): Room => {
  const group = groupOf(room, card);
  return group ? grouped(room, { ...group, cards: group.cards.filter((one) => one !== card) }) : room;
};
const grouped = (room: Room, group: Group): Room => ({ ...room, groups: { ...room.groups, [group.id]: group } });

const changed = (room: Room, by: PersonId | null, change: Change | Hidden): Room => {
  switch (change.do) {
    case 'hidden': {
      const { cards, dots } = room.hidden[change.topic] ?? { cards: 0, dots: 0 };
      return counted(room, change.topic, cards + change.cards, dots + change.dots);
    }
    case 'write': {
      const { card: id, topic, lane, text } = change;
      return room.cards[id] ? room : { ...room, cards: { ...room.cards, [id]: { id, topic, lane, by, text } } };
    }
    case 'rewrite': {
      const was = room.cards[change.card];
      return was ? { ...room, cards: { ...room.cards, [change.card]: { ...was, text: change.text } } } : room;
    }
    case 'tear':
      return room.cards[change.card] ? { ...outOfGroup(room, change.card), cards: without(room.cards, change.card) } : room;
    case 'put': {
      if (!room.cards[change.card]) return room;
      const free = outOfGroup(room, change.card);
      const into = change.group === null ? undefined : free.groups[change.group];
      return into ? grouped(free, { ...into, cards: inserted(into.cards, change.card, change.before) }) : free;
    }
    case 'group': {
      const { group: id, topic, title } = change;
      const was = room.groups[id];
      return grouped(room, was ? { ...was, title } : { id, topic, title, cards: [] });
    }
    case 'ungroup':
      return { ...room, groups: without(room.groups, change.group) };
    case 'vote': {
      if (by === null) return room;
      const own = { ...room.dots[by], [dotKey(change.topic, change.on)]: change.dots };
      return { ...room, dots: { ...room.dots, [by]: own } };
    }
    case 'raise':
      return by === null || room.queue.some(({ entry }) => entry === change.entry)
        ? room
        : { ...room, queue: [...room.queue, { entry: change.entry, by, text: change.text }] };
    case 'lower':
      return { ...room, queue: room.queue.filter(({ entry }) => entry !== change.entry) };
    case 'class': {
      const { card, into, before } = change;
      const classes = Object.fromEntries(
        MOSCOW.map((one) => [
          one,
          one === into ? inserted(room.classes[one], card, before) : room.classes[one].filter((id) => id !== card),
        ]),
      ) as unknown as Room['classes'];
      return { ...room, classes };
    }
    case 'terms':
      return {
        ...room,
        terms: { ...room.terms, [change.card]: change.terms },
        money: change.minor === undefined ? room.money : { ...room.money, [change.card]: change.minor },
      };
    case 'money':
      return { ...room, money: { ...room.money, [change.card]: change.minor } };
    case 'reason':
      return { ...room, reasons: { ...room.reasons, [change.card]: { text: change.text, later: change.later } } };
    case 'word':
      return { ...room, wording: { statement: change.statement, outcomes: change.outcomes } };
  }
};

/** Nothing hidden is no entry, so that two rooms that say the same compare as equal. */
const counted = (room: Room, topic: Hidden['topic'], cards: number, dots: number): Room => {
  const hidden =
    cards === 0 && dots === 0
      ? without(room.hidden as { readonly [t: string]: unknown }, topic)
      : { ...room.hidden, [topic]: { cards, dots } };
  return { ...room, hidden };
};
