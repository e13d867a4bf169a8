/**
 * GET /api/room-live: what happens in a workshop's room, for one person in it (server-sent events). Whoever has been here says
 * the last number he knows (`seq`, `showings`) and hears what he missed; everybody else begins with a snapshot.
 */
import { problem } from '../../house/problems.ts';
import type { LiveRoom, RoomNews, Since } from '../../workshop/live-room.ts';
import { comesIn, type Came } from '../../operations/workshop/comes.ts';
import { deckNow, lagsIn, stageNow } from '../../operations/workshop/page.ts';
import type { World } from '../../operations/operation.ts';
import { comesFromUs } from './guards.ts';
import { replyProblem } from './reply.ts';
import { publicUrl, type Door, type Web } from './web.ts';

const HEARTBEAT = 15_000;
/** A reader who leaves this much unread is gone or too slow; he comes back and goes on where he stopped. */
const MOST_UNREAD = 8_000_000;

const text = new TextEncoder();
const message = (event: string, data: unknown): Uint8Array => text.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** The same news for many are put into bytes once. */
const encoded = new WeakMap<object, Uint8Array>();
const bytesOf = (changes: Extract<RoomNews, { kind: 'changes' }>): Uint8Array => {
  const known = encoded.get(changes.changes);
  if (known) return known;
  const bytes = message('changes', { showings: changes.showings, changes: changes.changes });
  encoded.set(changes.changes, bytes);
  return bytes;
};

/** Answers with the stream of one room. */
export const answerRoomLive = (door: Door, c: Web): Response => {
  if (c.req.method === 'HEAD') return replyProblem(c, problem('wrong-method', 'A stream is read with GET.').refusal);
  const own = comesFromUs(c, door.settings, 'nothing');
  if (!own.ok) return replyProblem(c, own.refusal);
  const asked = { company: c.req.query('company') ?? '', token: c.req.query('token'), workshop: c.req.query('workshop') };
  const came = comesIn(door, asked, c.get('identity').caller);
  if (!came.ok) return replyProblem(c, came.refusal);
  const [seq, showings] = [Number(c.req.query('seq')), Number(c.req.query('showings'))];
  const since =
    c.req.query('seq') !== undefined && Number.isSafeInteger(seq) && Number.isSafeInteger(showings) && seq >= 0 ? { seq, showings } : null;
  const stillComes = (): boolean =>
    comesIn(door, asked, c.get('identity').caller).ok && (asked.token !== undefined || c.get('identity').holds());
  const stream = streamOf(door, came.value, {
    since,
    stillComes,
    world: worldOf(door, c),
    key: `room:${came.value.workshop.id}:${came.value.person}`,
  });
  if (!stream) return replyProblem(c, problem('too-many-streams', 'Too many streams are open at once.', 'Close some of them.').refusal);
  c.header('content-type', 'text/event-stream; charset=utf-8');
  c.header('cache-control', 'no-store, no-transform');
  c.header('x-accel-buffering', 'no');
  return c.body(stream);
};

/** A world in which nothing is told and no session begins: for reading what the room needs. */
const worldOf = (door: Door, c: Web): World => ({
  house: door.house,
  now: door.now,
  version: door.version,
  progress: () => undefined,
  session: { address: null, id: null, begin: () => undefined, end: () => undefined },
  setupToken: null,
  mails: door.settings.mail !== null,
  publicUrl: publicUrl(door, c),
});

type Reading = { readonly since: Since | null; readonly stillComes: () => boolean; readonly world: World; readonly key: string };

const streamOf = (door: Door, came: Came, { since, stillComes, world, key }: Reading): ReadableStream<Uint8Array> | null => {
  const { room, live, workshop, person } = came;
  let sink: ReadableStreamDefaultController<Uint8Array> | null = null;
  let ended = false;
  const said = new Map<string, string>();
  const undo: (() => void)[] = [];
  const end = (hangUp = true): void => {
    if (ended) return;
    ended = true;
    for (const step of undo) step();
    if (hangUp) sink?.close();
  };
  const put = (bytes: Uint8Array): void => {
    if (ended || !sink) return;
    sink.enqueue(bytes);
    if ((sink.desiredSize ?? 0) < -MOST_UNREAD) end();
  };
  /** Says it where it has changed since it was last said. */
  const sayNew = (event: string, data: unknown): void => {
    const now = JSON.stringify(data);
    if (said.get(event) === now) return;
    said.set(event, now);
    put(message(event, data));
  };
  const sayStage = (): void => {
    sayNew('stage', stageNow(room, workshop.id, person));
    void sayDeck();
  };
  const sayDeck = async (): Promise<void> => {
    // The agenda may have changed since he came in.
    const now = room.book().workshop.get(workshop.id) ?? workshop;
    if (!now.agenda.some(({ topic }) => topic === 'plan')) return;
    const lags = await lagsIn(world, room);
    if (!ended) sayNew('deck', deckNow(room, now, person, door.now(), lags));
  };
  const hear = (news: RoomNews): void => {
    switch (news.kind) {
      case 'snapshot':
        return put(message('snapshot', { room: news.room, showings: news.showings }));
      case 'changes':
        return put(bytesOf(news));
      case 'stage':
        return sayStage();
      case 'presence':
        return put(handsOf(live));
      case 'again':
        return put(message('again', {}));
      case 'closing':
        return end();
      case 'ended':
        put(message('ended', {}));
        return end();
    }
  };

  const leave = door.hub.open({ key, session: null, say: () => undefined, end });
  if (!leave) return null;
  const beat = setInterval(() => (stillComes() ? put(text.encode(': still here\n\n')) : hear({ kind: 'ended' })), HEARTBEAT);
  undo.push(leave, () => clearInterval(beat));
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        sink = controller;
        put(text.encode('retry: 1000\n\n'));
        sayStage();
        undo.push(live.join(person, since, hear));
        put(handsOf(live));
      },
      cancel: () => end(false),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 65_536 }),
  );
};

/** Who holds what, put into bytes once for each state of the hands. */
const handBytes = new WeakMap<LiveRoom, { readonly of: number; readonly bytes: Uint8Array }>();
const handsOf = (live: LiveRoom): Uint8Array => {
  const known = handBytes.get(live);
  const of = live.presence.version();
  if (known?.of === of) return known.bytes;
  const bytes = message('presence', { hands: live.presence.hands() });
  handBytes.set(live, { of, bytes });
  return bytes;
};
