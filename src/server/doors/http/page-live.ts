/**
 * GET /api/page-live?company=…&token=…: the page of one request, whenever what it shows has changed (server-sent
 * events, `event: page`). Whoever holds the link hears of nothing else, not even that something else happened.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { World } from '../../operations/operation.ts';
import { byPage } from '../../operations/intake/outsider.ts';
import { pageNow } from '../../operations/intake/page.ts';
import { comesFromUs } from './guards.ts';
import { replyProblem } from './reply.ts';
import { addressOf, type Door, type Web } from './web.ts';

const HEARTBEAT = 15_000;
/** Many decisions at once are one change of the page. */
const SETTLED = 60;
/** Dates move by themselves when a day begins. */
const AGAIN = 60_000;

const text = new TextEncoder();

/** Answers with the stream of one request's page. */
export const answerPageLive = (door: Door, c: Web): Response => {
  if (c.req.method === 'HEAD') return replyProblem(c, problem('wrong-method', 'A stream is read with GET.').refusal);
  const own = comesFromUs(c, door.settings, 'nothing');
  if (!own.ok) return replyProblem(c, own.refusal);
  const world: Pick<World, 'house' | 'now'> = door;
  const met = byPage(world, { company: c.req.query('company') ?? '', token: c.req.query('token') ?? '' });
  if (!met.ok) return replyProblem(c, met.refusal);
  const { room, request } = met.value;
  const stream = pageStream(door, room, request.id, `page:${addressOf(c, door.settings)}`);
  if (!stream)
    return replyProblem(
      c,
      problem('too-many-streams', 'Too many pages are open at once.', 'Close some, then load this one again.').refusal,
    );
  c.header('content-type', 'text/event-stream; charset=utf-8');
  c.header('cache-control', 'no-store, no-transform');
  c.header('x-accel-buffering', 'no');
  return c.body(stream);
};

const pageStream = ({ hub, now, log }: Door, room: CompanyRoom, id: `q_${string}`, key: string): ReadableStream<Uint8Array> | null => {
  let sink: ReadableStreamDefaultController<Uint8Array> | null = null;
  let ended = false;
  let last = '';
  let settling = false;
  const undo: (() => void)[] = [];
  const end = (hangUp = true): void => {
    if (ended) return;
    ended = true;
    for (const step of undo) step();
    if (hangUp) sink?.close();
  };
  const put = (words: string): void => {
    if (!ended) sink?.enqueue(text.encode(words));
  };
  const say = (): void => {
    if (ended) return;
    const page = JSON.stringify(pageNow(room, id, now()));
    if (page !== last) put(`event: page\ndata: ${page}\n\n`);
    last = page;
  };
  const soon = async (): Promise<void> => {
    if (settling || ended) return;
    settling = true;
    await pause(SETTLED);
    settling = false;
    try {
      say();
    } catch (fault) {
      log.defect('the page of a request broke', fault);
      end();
    }
  };
  const leave = hub.open({ key, session: null, say: () => undefined, end });
  if (!leave) return null;
  const beat = setInterval(() => put(': still here\n\n'), HEARTBEAT);
  const again = setInterval(() => void soon(), AGAIN);
  undo.push(
    leave,
    () => clearInterval(beat),
    () => clearInterval(again),
    room.subscribe((news) => (news.kind === 'closed' ? end() : void soon())),
  );
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      sink = controller;
      put('retry: 2000\n\n');
      say();
    },
    cancel: () => end(false),
  });
};
