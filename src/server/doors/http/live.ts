/**
 * GET /api/live: what is decided, as it is decided. The journal is read from the number the caller knows up to its
 * end, and from there he hears of each batch as it lands; between the two there is no gap, since both happen
 * without pause. What his role may not see is left out by the same function that made his snapshot.
 */
import type { Role } from '../../../domain/company/company.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { LiveMessages } from '../../contract/live.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import type { CompanyRoom, Landed, RoomNews } from '../../house/room.ts';
import { sentBatch } from '../../house/sent.ts';
import { admit } from '../../operations/access.ts';
import { comesFromUs } from './guards.ts';
import { replyProblem } from './reply.ts';
import type { Door, Identity, Web } from './web.ts';

const HEARTBEAT = 15_000;
/** A reader who leaves this much unread is gone or too slow; he comes back and goes on where he stopped. */
const MOST_UNREAD = 8_000_000;
/** Batches handed over at once while catching up. */
const STRIDE = 200;

const text = new TextEncoder();
const message = <K extends keyof LiveMessages>(event: K, data: LiveMessages[K], id?: number): Uint8Array =>
  text.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** The latest batches are put into bytes once for each role, however many listen. */
const encoded = new Map<Landed, Map<Role, Uint8Array | null>>();
const KEPT = 64;
const bytesFor = (room: CompanyRoom, role: Role, landed: Landed): Uint8Array | null => {
  const known = encoded.get(landed) ?? new Map<Role, Uint8Array | null>();
  encoded.set(landed, known);
  if (encoded.size > KEPT) encoded.delete(encoded.keys().next().value!);
  const ready = known.get(role);
  if (ready !== undefined) return ready;
  const live = sentBatch(room, role, landed);
  const bytes = live === null ? null : message('decided', live, landed.entries.at(-1)!.stamp.seq);
  known.set(role, bytes);
  return bytes;
};

/** Answers with the stream of one company. */
export const answerLive = (door: Door, c: Web): Response => {
  // The answer to HEAD is thrown away without being ended: no stream may hang on it.
  if (c.req.method === 'HEAD') return replyProblem(c, problem('wrong-method', 'A stream is read with GET.').refusal);
  const own = comesFromUs(c, door.settings, 'nothing');
  if (!own.ok) return replyProblem(c, own.refusal);
  const id = c.req.query('company') ?? '';
  const identity = c.get('identity');
  const admitted = admit({ house: door.house }, { access: 'read', effect: 'read', company: id }, identity.caller);
  if (!admitted.ok) return replyProblem(c, admitted.refusal);
  const room = door.house.company(id);
  if (!room.ok) return replyProblem(c, room.refusal);
  const person = identity.caller.personIn(id);
  const role = person === null ? null : room.value.roleOf(person);
  if (person === null || role === null) return replyProblem(c, noSuchCompany(id).refusal);
  const known = Number(c.req.header('last-event-id') ?? c.req.query('after') ?? room.value.book().seq);
  if (!Number.isSafeInteger(known) || known < 0)
    return replyProblem(
      c,
      problem('invalid-input', 'after: needs the number of an event.', 'Leave it out to hear only what is new.').refusal,
    );

  const stream = streamOf(door, room.value, { identity, person, role, known });
  if (!stream) return replyProblem(c, problem('too-many-streams', 'Too many streams are open for you.', 'Close some of them.').refusal);
  c.header('content-type', 'text/event-stream; charset=utf-8');
  c.header('cache-control', 'no-store, no-transform');
  c.header('x-accel-buffering', 'no');
  return c.body(stream);
};

type Reader = { readonly identity: Identity; readonly person: PersonId; readonly role: Role; readonly known: number };

const streamOf = (door: Door, room: CompanyRoom, { identity, person, role, known }: Reader): ReadableStream<Uint8Array> | null => {
  let seq = known;
  let live = false;
  let ended = false;
  let sink: ReadableStreamDefaultController<Uint8Array>;
  const undo: (() => void)[] = [];
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const step of undo) step();
    sink.close();
  };
  const put = (bytes: Uint8Array): void => {
    if (ended) return;
    sink.enqueue(bytes);
    if ((sink.desiredSize ?? 0) < -MOST_UNREAD) end();
  };
  const say = <K extends keyof LiveMessages>(event: K, data: LiveMessages[K]): void => put(message(event, data));
  const pass = (landed: Landed): void => {
    const bytes = bytesFor(room, role, landed);
    seq = landed.entries.at(-1)!.stamp.seq;
    if (bytes) put(bytes);
  };
  /** What somebody holds who saw with other eyes cannot be mended by events. */
  const sameRole = (): boolean => {
    const now = room.roleOf(person);
    if (now === role) return true;
    say('role', { role: now });
    end();
    return false;
  };
  const hear = (news: RoomNews): void => {
    if (ended || !live) return;
    if (news.kind === 'landed') {
      if (sameRole()) pass(news.landed);
    } else if (news.kind === 'facts') say('facts', {});
    else if (news.kind === 'erased') {
      // What was erased must not stay in a browser: it starts again from a snapshot without it.
      say('behind', {});
      end();
    }
    // Viewers have no part in what people say to each other.
    else if (news.kind === 'commented') {
      if (role !== 'viewer') say('comments', { thing: news.thing });
    } else end();
  };

  const leave = door.hub.open({ key: identity.key ?? '', session: identity.session, say, end });
  if (!leave) return null;
  const beat = setInterval(() => {
    if (!identity.holds()) end();
    else if (sameRole()) put(text.encode(': still here\n\n'));
  }, HEARTBEAT);
  undo.push(leave, () => clearInterval(beat), room.subscribe(hear));

  const catchUp = (): void => {
    let handed = 0;
    for (const landed of room.batches(seq)) {
      if (handed++ === STRIDE) return;
      pass(landed);
      if (ended) return;
    }
    live = true;
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        sink = controller;
        put(text.encode('retry: 2000\n\n'));
        if (known > room.book().seq) {
          say('behind', {});
          end();
        }
      },
      pull: () => {
        if (!live && !ended) catchUp();
      },
      cancel: () => {
        if (ended) return;
        ended = true;
        for (const step of undo) step();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 65_536 }),
  );
};
