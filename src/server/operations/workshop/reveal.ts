/** Showing what was hidden: only the server knows it, so only the server puts these decisions together. */
import { randomUUID } from 'node:crypto';
import type { Topic } from '../../../domain/workshop/agenda.ts';
import { dotKey } from '../../../domain/workshop/room/room.ts';
import type { Count, ShownCard, WorkshopCommand } from '../../../domain/workshop/workshop.ts';
import type { CardId, NoteId, WorkshopId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { noSuchCompany } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { liveRoomOf } from '../../workshop/rooms.ts';
import type { Caller, Run, World } from '../operation.ts';
import { noSuchWorkshop } from './comes.ts';

type Asked = { readonly company: string; readonly workshop: string; readonly topic: Topic };
type Made = { readonly command: WorkshopCommand; readonly notes?: readonly { readonly id: NoteId; readonly text: string }[] };

/** The note with the words of a card, once it was shown. */
const noteOf = (card: CardId): NoteId => `n_${card.slice(2)}`;

const decided = (
  world: World,
  { company, workshop }: Asked,
  caller: Caller,
  make: (room: CompanyRoom, id: WorkshopId) => Made,
): Result<WorkshopCommand, Problem> => {
  const opened = world.house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const by = caller.personIn(company);
  if (by === null) return noSuchCompany(company);
  const found = room.book().workshop.get(workshop as WorkshopId);
  if (!found) return noSuchWorkshop();
  const { command, notes = [] } = make(room, found.id);
  const landed = room.decide({ batch: `room-${randomUUID()}`, commands: [command], notes }, { by, at: world.now() });
  return landed.ok ? ok(command) : landed;
};

export const showCards: Run<'workshop show-cards'> = async (world, asked, caller) => {
  let shown: readonly ShownCard[] = [];
  const landed = decided(world, asked, caller, (room, id) => {
    const were = new Set(
      room
        .book()
        .workshop.get(id)!
        .shown[asked.topic]?.map(({ card }) => card),
    );
    const cards = Object.values(liveRoomOf(room, id).room().cards).filter((card) => card.topic === asked.topic && card.text !== null);
    const fresh = cards.filter((card) => !were.has(card.id));
    shown = fresh.map(({ id: card, lane, by }) => ({ card, lane, by, note: noteOf(card) }));
    return {
      command: { type: 'workshop/reveal-cards', id, topic: asked.topic, cards: shown },
      notes: fresh.map((card) => ({ id: noteOf(card.id), text: card.text! })),
    };
  });
  return landed.ok ? ok({ cards: shown.length }) : landed;
};

export const nameGroups: Run<'workshop name-groups'> = async (world, asked, caller) => {
  const landed = decided(world, asked, caller, (room, id) => {
    const groups = Object.values(liveRoomOf(room, id).room().groups).filter(
      ({ topic, cards }) => topic === asked.topic && cards.length > 0,
    );
    return {
      command: {
        type: 'workshop/name-groups',
        id,
        topic: asked.topic,
        groups: groups.map(({ id: group, title, cards }) => ({ group, title, cards })),
      },
    };
  });
  return landed.ok ? ok({ groups: landed.value.type === 'workshop/name-groups' ? landed.value.groups.length : 0 }) : landed;
};

export const showVotes: Run<'workshop show-votes'> = async (world, asked, caller) => {
  let voters = 0;
  let counts: readonly Count[] = [];
  const landed = decided(world, asked, caller, (room, id) => {
    const { dots } = liveRoomOf(room, id).room();
    const sums = new Map<string, number>();
    const prefix = dotKey(asked.topic, '');
    for (const given of Object.values(dots)) {
      const own = Object.entries(given).filter(([key, n]) => n > 0 && key.startsWith(prefix));
      if (own.length > 0) voters += 1;
      for (const [key, n] of own) sums.set(key.slice(prefix.length), (sums.get(key.slice(prefix.length)) ?? 0) + n);
    }
    counts = [...sums].map(([on, n]) => ({ on, dots: n })).toSorted((a, b) => b.dots - a.dots || (a.on < b.on ? -1 : 1));
    return { command: { type: 'workshop/reveal-votes', id, topic: asked.topic, voters, counts } };
  });
  return landed.ok ? ok({ voters, counts }) : landed;
};
