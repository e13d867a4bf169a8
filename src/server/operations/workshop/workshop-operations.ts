/** The operations of workshopContract. */
import type { Operations } from '../operation.ts';
import { erase, invite, link, plan, remind } from './plan.ts';
import { putTogether } from './put-together.ts';
import { nameGroups, showCards, showVotes } from './reveal.ts';
import { roomDone, roomHand, roomOpen, roomSend } from './room.ts';
import { minutes, workshops } from './workshops.ts';

export const workshopOperations = {
  workshops,
  'workshop plan': plan,
  'workshop invite': invite,
  'workshop link': link,
  'workshop remind': remind,
  'workshop show-cards': showCards,
  'workshop name-groups': nameGroups,
  'workshop show-votes': showVotes,
  'workshop put-together': putTogether,
  'workshop minutes': minutes,
  'workshop erase': erase,
  'room-open': roomOpen,
  'room-send': roomSend,
  'room-hand': roomHand,
  'room-done': roomDone,
} satisfies Partial<Operations>;
