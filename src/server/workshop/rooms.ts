/** The live rooms of each company: opened when somebody first comes in, told of what is decided, closed with the company. */
import type { WorkshopId } from '../../kernel/ids.ts';
import { deckOf } from '../../domain/workshop/deck.ts';
import { present } from '../../domain/workshop/workshop.ts';
import type { CompanyRoom } from '../house/room.ts';
import { openLiveRoom, type LiveRoom } from './live-room.ts';
import { seesMoney } from './sees-money.ts';

const rooms = new WeakMap<CompanyRoom, Map<WorkshopId, LiveRoom>>();

/** Ids of the cards of the plan, worked out once for each state of the book. */
const deckIds = (room: CompanyRoom, period: () => string): (() => ReadonlySet<string>) => {
  let known: { readonly seq: number; readonly ids: ReadonlySet<string> } | null = null;
  return () => {
    const book = room.book();
    if (known?.seq !== book.seq) known = { seq: book.seq, ids: new Set(deckOf(book, period()).map(({ id }) => id)) };
    return known.ids;
  };
};

/** The live room of a workshop that stands in this company's book. */
export const liveRoomOf = (room: CompanyRoom, id: WorkshopId): LiveRoom => {
  const open = rooms.get(room) ?? listening(room);
  const known = open.get(id);
  if (known) return known;
  const workshop = () => room.book().workshop.get(id)!;
  const live = openLiveRoom({
    workshop,
    store: room.store,
    deck: deckIds(room, () => workshop().period),
    seesMoney: (person) => seesMoney(room, person),
    clock: () => performance.now(),
  });
  open.set(id, live);
  return live;
};

const listening = (room: CompanyRoom): Map<WorkshopId, LiveRoom> => {
  const open = new Map<WorkshopId, LiveRoom>();
  rooms.set(room, open);
  room.subscribe((news) => {
    if (news.kind === 'closed') {
      for (const live of open.values()) live.end();
      open.clear();
    } else if (news.kind === 'erased') {
      for (const live of open.values()) live.decided(true);
    } else if (news.kind === 'landed') {
      // Whatever was decided may have changed the plan on the table, or who may be here.
      for (const live of open.values()) if (live.isUsed()) live.decided();
    }
  });
  return open;
};

/** How many people of a workshop are here now. */
export const hereNow = (room: CompanyRoom, id: WorkshopId): number => {
  const workshop = room.book().workshop.get(id);
  const live = rooms.get(room)?.get(id);
  return workshop && live ? live.presence.hands().filter(({ person }) => present(workshop).some((p) => p.person === person)).length : 0;
};
