/** The page of a request for whoever holds its secret link: what it shows, and what he may do there. */
import { BY_LINK } from '../../../domain/decider.ts';
import { todayOf } from '../../../domain/intake/form.ts';
import type { RequestCommand } from '../../../domain/intake/request.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { requestPage, type RequestPage } from '../../../views/intake/request-page.ts';
import type { Problem } from '../../contract/problem.ts';
import { queueDates } from '../../house/queue-dates.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { Run, World } from '../operation.ts';
import { byPage, idFrom, notesFrom, within } from './outsider.ts';

/** All that the holder of this link may see now. */
export const pageNow = (room: CompanyRoom, id: `q_${string}`, now: string): RequestPage => {
  const book = room.book();
  const names = new Map(room.people().map((person) => [person.id, person.name]));
  return requestPage({
    book,
    request: book.request.get(id)!,
    today: todayOf(book, { at: now }),
    nameOf: (person) => names.get(person) ?? null,
    noteOf: (note) => room.notesOf([note])[0]?.text ?? null,
    datesOf: queueDates,
  });
};

export const openPage: Run<'open-page'> = async (world, link) => {
  const met = byPage(world, link);
  return met.ok ? ok(pageNow(met.value.room, met.value.request.id, world.now())) : met;
};

/** What one page may send in a quarter of an hour. */
const MOST = 20;

type Link = { readonly company: string; readonly token: string; readonly batch: string };

const act = (
  world: World,
  link: Link,
  said: string | null,
  command: (id: `q_${string}`, note: `n_${string}` | null) => RequestCommand,
): Result<RequestPage, Problem> => {
  const met = byPage(world, link);
  if (!met.ok) return met;
  const { room, request } = met.value;
  const calm = within(world, [[`page:${link.company}:${request.id}`, MOST]]);
  if (!calm.ok) return calm;
  const seed = `${request.id} ${link.batch}`;
  const { ids, notes } = notesFrom(seed, { said });
  const asked = { batch: idFrom('q', seed), commands: [command(request.id, ids.said)], notes };
  const landed = room.decide(asked, { by: BY_LINK, at: world.now() });
  return landed.ok ? ok(pageNow(room, request.id, world.now())) : landed;
};

export const pageWithdraw: Run<'page-withdraw'> = async (world, { why, ...link }) =>
  act(world, link, why, (id, note) => ({ type: 'request/withdraw', id, why: note }));

export const pageAnswer: Run<'page-answer'> = async (world, { answer, ...link }) =>
  act(world, link, answer, (id, note) => ({ type: 'request/answer', id, answer: note! }));

export const pageAskPlace: Run<'page-ask-place'> = async (world, { place, note, ...link }) =>
  act(world, link, note, (id, words) => ({ type: 'request/ask-place', id, place, note: words }));
