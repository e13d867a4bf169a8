/** In the room: opening it, sending what was done, what one holds, and that the lines before it are written. */
import { randomUUID } from 'node:crypto';
import { BY_LINK } from '../../../domain/decider.ts';
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { comesIn } from './comes.ts';
import { deckNow, lagsIn, stageNow } from './page.ts';

export const roomOpen: Run<'room-open'> = async (world, asked, caller) => {
  const came = comesIn(world, asked, caller);
  if (!came.ok) return came;
  const { room, live, workshop, person } = came.value;
  const lags = workshop.agenda.some(({ topic }) => topic === 'plan') ? await lagsIn(world, room) : null;
  return ok({
    stage: stageNow(room, workshop.id, person),
    room: live.seenBy(person),
    showings: live.showings(),
    deck: deckNow(room, workshop, person, world.now(), lags),
  });
};

export const roomSend: Run<'room-send'> = async (world, { changes, ...asked }, caller) => {
  const came = comesIn(world, asked, caller);
  if (!came.ok) return came;
  const { live, person } = came.value;
  return ok({ taken: live.take(person, changes, world.now()) });
};

export const roomHand: Run<'room-hand'> = async (world, { n, holds, at, ...asked }, caller) => {
  const came = comesIn(world, asked, caller);
  if (!came.ok) return came;
  const { live, person } = came.value;
  return ok({ held: live.presence.says(person, n, { holds, at }) && holds !== null });
};

export const roomDone: Run<'room-done'> = async (world, asked, caller) => {
  const came = comesIn(world, asked, caller);
  if (!came.ok) return came;
  const { room, live, workshop, person, signedIn } = came.value;
  const topics = workshop.prework?.topics ?? [];
  const cards = Object.values(live.room().cards).filter((card) => card.by === person && topics.includes(card.topic)).length;
  const mayDecide = signedIn && room.roleOf(person) !== 'viewer';
  const landed = room.decide(
    { batch: `prework-${randomUUID()}`, commands: [{ type: 'workshop/send-prework', id: workshop.id, person, cards }] },
    { by: mayDecide ? person : BY_LINK, at: world.now() },
  );
  return landed.ok ? ok({ cards }) : landed;
};
