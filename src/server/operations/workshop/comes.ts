/** Who comes into a room: by the secret of his link, or signed in and asked in by name. */
import { todayOf } from '../../../domain/intake/form.ts';
import { participant, type Workshop } from '../../../domain/workshop/workshop.ts';
import type { PersonId, WorkshopId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { LiveRoom } from '../../workshop/live-room.ts';
import { namedBy } from '../../workshop/links.ts';
import { liveRoomOf } from '../../workshop/rooms.ts';
import type { Caller, World } from '../operation.ts';

export type Comes = { readonly company: string; readonly token?: string | undefined; readonly workshop?: string | undefined };
export type Came = {
  readonly room: CompanyRoom;
  readonly live: LiveRoom;
  readonly workshop: Workshop;
  readonly person: PersonId;
  /** True where a session or a token says who he is; by a link alone he is whoever holds it. */
  readonly signedIn: boolean;
};

const noSuchRoom = () =>
  problem(
    'no-such-room',
    'This link leads to no workshop, or its time is over.',
    'Check that the whole link was copied, or ask who leads the workshop for another.',
  );

/** The room, its workshop and who he is; an unknown company and an unknown link are told alike. */
export const comesIn = (world: Pick<World, 'house' | 'now'>, asked: Comes, caller: Caller): Result<Came, Problem> =>
  asked.token !== undefined ? byLink(world, asked.company, asked.token) : bySignIn(world, asked, caller);

const byLink = ({ house, now }: Pick<World, 'house' | 'now'>, company: string, token: string): Result<Came, Problem> => {
  const opened = house.has(company) ? house.company(company) : null;
  if (!opened?.ok) return noSuchRoom();
  const room = opened.value;
  const named = namedBy(room.store, token);
  const workshop = named && room.book().workshop.get(named.workshop);
  const asked = workshop && participant(workshop, named.person);
  const ended = !workshop || workshop.retired !== null || workshop.linksUntil < todayOf(room.book(), { at: now() });
  if (!named || !asked || ended || asked.link !== named.link) return noSuchRoom();
  return ok({ room, live: liveRoomOf(room, workshop.id), workshop, person: named.person, signedIn: false });
};

const bySignIn = ({ house }: Pick<World, 'house' | 'now'>, { company, workshop: id }: Comes, caller: Caller): Result<Came, Problem> => {
  const person = house.has(company) ? caller.personIn(company) : null;
  if (person === null) return noSuchRoom();
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  if (room.roleOf(person) === null) return noSuchRoom();
  const workshop = room.book().workshop.get(id as WorkshopId);
  if (!workshop) return noSuchWorkshop();
  if (!participant(workshop, person))
    return problem('not-invited', 'You are not asked into this workshop.', 'Ask who leads it for an invitation.');
  return ok({ room, live: liveRoomOf(room, workshop.id), workshop, person, signedIn: true });
};

export const noSuchWorkshop = () => problem('not-there', 'There is no such workshop.', 'Look at the workshops again: lockstep workshops');
