/** What a page of the room begins with: where the workshop stands, what is on the table, and the room as this person may see it. */
import { todayOf } from '../../../domain/intake/form.ts';
import type { Workshop } from '../../../domain/workshop/workshop.ts';
import type { NoteId, PersonId } from '../../../kernel/ids.ts';
import { deckCards, type Deck } from '../../../views/workshop/deck.ts';
import { stageOf, type Stage } from '../../../views/workshop/stage.ts';
import type { MeasuredLags } from '../../../views/delivery/measured-lags.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { seesMoney } from '../../workshop/sees-money.ts';
import { readerOf } from '../ask/reader.ts';
import type { Caller, World } from '../operation.ts';
import { lagsFor } from '../plan/lags.ts';
import { BY_LINK, OPERATOR } from '../../../domain/decider.ts';

/** People by name; somebody who was erased has none. */
export const namesIn = (room: CompanyRoom): ((person: PersonId | null) => string) => {
  const names = new Map<string, string>(room.people().map(({ id, name }) => [id, name]));
  return (person) =>
    person === OPERATOR
      ? 'the local operator'
      : person === BY_LINK
        ? 'The room'
        : ((person && names.get(person)) ?? 'somebody no longer named');
};
const noteIn =
  (room: CompanyRoom) =>
  (note: NoteId): string | null =>
    room.notesOf([note])[0]?.text ?? null;

/** Where the workshop stands for this person. */
export const stageNow = (room: CompanyRoom, id: Workshop['id'], person: PersonId): Stage =>
  stageOf(room.book(), room.book().workshop.get(id)!, person, namesIn(room));

const decks = new WeakMap<object, Map<string, Deck>>();

/** What is on the table; null where nothing is sorted in this workshop. Worked out once for each state of the book. */
export const deckNow = (room: CompanyRoom, w: Workshop, person: PersonId, now: string, lags: MeasuredLags | null): Deck | null => {
  if (!w.agenda.some(({ topic }) => topic === 'plan')) return null;
  const book = room.book();
  const showsMoney = seesMoney(room, person);
  const today = todayOf(book, { at: now });
  const key = JSON.stringify([w.period, showsMoney, today, lags === null]);
  const known = decks.get(book) ?? new Map<string, Deck>();
  decks.set(book, known);
  const deck =
    known.get(key) ?? deckCards({ book, period: w.period, today, lags, nameOf: namesIn(room), noteOf: noteIn(room), showsMoney });
  known.set(key, deck);
  return deck;
};

const measured = new WeakMap<CompanyRoom, Promise<MeasuredLags | null>>();

/** How long work takes to show, counted once while a room is open; null where nothing can be counted. */
export const lagsIn = (world: World, room: CompanyRoom): Promise<MeasuredLags | null> => {
  const known = measured.get(room);
  if (known) return known;
  // Whoever is in the room may know these dates; they are the company's own, so the company counts them.
  const company: Caller = { kind: 'operator', signIn: null, scope: 'read', onlyCompany: room.id, personIn: () => OPERATOR };
  const counted = readerOf(world, room.id, company)
    .then((reader) => (reader.ok ? lagsFor(world.house, reader.value) : null))
    .catch(() => null);
  measured.set(room, counted);
  return counted;
};
