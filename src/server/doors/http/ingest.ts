/**
 * POST /v1/batch, /v1/track, … : the door of the Twilio Segment HTTP API. A program authenticates with a write key, as
 * the user name of Basic auth or as `writeKey` in the body; it may send events and nothing else. What is answered with
 * 200 is durable; a request of which nothing can be taken is answered with 400 and the reason of each. One event may have 32 KB, one request 500 KB unpacked; a message id counts once a source within 30 days.
 */
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { dayIn } from '../../../kernel/zone.ts';
import type { EventSource } from '../../../store/company/sources.ts';
import { eventIn, EVENT_AT_MOST, TYPES, type EventType, type NotTaken, type SentEvent } from '../../arrivals/event-shape.ts';
import { isObject, textOf, type Json } from '../../arrivals/json.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { replyJson } from './reply.ts';
import type { Door, Web } from './web.ts';

/** The largest request, unpacked. */
const BATCH_AT_MOST = 500 * 1024;
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, content-encoding',
  'access-control-allow-methods': 'POST',
  'access-control-max-age': '86400',
} as const;

type Status = 200 | 400 | 401 | 404 | 413 | 415;

/** Answers a call; `name` is what stands behind /v1/. */
export const answerIngest = async (door: Door, c: Web, name: string): Promise<Response> => {
  for (const [header, value] of Object.entries(CORS)) c.header(header, value);
  c.header('cache-control', 'no-store');
  const no = (status: Status, message: string): Response => replyJson(c, { success: false, message }, status);
  const type = TYPES.find((one) => one === name) ?? null;
  if (type === null && name !== 'batch' && name !== 'import')
    return no(404, `There is no call /v1/${name}. There is: batch, ${TYPES.join(', ')}.`);
  const text = await textIn(c);
  if (typeof text !== 'string') return no(text.status, text.message);
  const body = jsonIn(text);
  if (!isObject(body)) return no(400, 'The body is not a JSON object.');
  const met = sourceOf(door, c, body);
  if (!met) return no(401, 'The write key is unknown or was revoked. Send it as the user name of Basic auth.');
  if (type !== null && Buffer.byteLength(text) > EVENT_AT_MOST) return no(413, 'An event may have 32 KB at most.');
  const found = type === null ? body['batch'] : [body];
  if (!Array.isArray(found)) return no(400, 'A batch needs "batch", a list of events.');
  const { accepted, refused } = takeIn(door, met, found as readonly Json[], type, body['sentAt']);
  if (accepted === 0 && refused.length > 0) {
    const message =
      refused.length === 1 ? `The event was not taken: ${refused[0]!.reason}.` : `None of the ${refused.length} events was taken.`;
    return replyJson(c, { success: false, message, accepted, refused }, 400);
  }
  return replyJson(c, { success: true, accepted, refused });
};

/** Pages of other sites may send events: the key is all that counts. */
export const answerIngestOptions = (c: Web): Response => {
  for (const [header, value] of Object.entries(CORS)) c.header(header, value);
  return c.body(null, 204);
};

type Met = { readonly room: CompanyRoom; readonly source: EventSource };

const takeIn = (door: Door, { room, source }: Met, found: readonly Json[], type: EventType | null, sentAt: Json | undefined) => {
  const at = door.now();
  const events: SentEvent[] = [];
  const refused: (NotTaken & { readonly index: number })[] = [];
  for (const [index, one] of found.entries()) {
    const read = eventIn(one, type, at, sentAt);
    if (read.ok) events.push(read.value);
    else refused.push({ index, ...read.refusal });
  }
  const day = dayIn(room.book().company.get('company')?.zone ?? 'UTC', at);
  room.store.takeIn(
    source.id,
    { at, day },
    events.map(({ json, ...event }) => ({ ...event, json: JSON.stringify(json) })),
    refused.map(({ index, type: kind, event, reason }) => ({
      type: kind,
      event,
      reason,
      json: JSON.stringify(found[index]).slice(0, EVENT_AT_MOST),
    })),
  );
  if (events.length > 0) door.landing.soon(room.id);
  return { accepted: events.length, refused };
};

/** The write key names its company: `lsw_<company>_<secret>`. */
const sourceOf = ({ house, now }: Door, c: Web, body: { readonly [key: string]: Json }): Met | null => {
  const basic = /^Basic\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const key = basic === undefined ? textOf(body['writeKey']) : Buffer.from(basic, 'base64').toString('utf8').split(':')[0]!;
  const company = /^lsw_([a-z0-9-]+)_/.exec(key ?? '')?.[1];
  if (!key || company === undefined || !house.has(company)) return null;
  const room = house.company(company);
  if (!room.ok) return null;
  const source = room.value.store.sourceOfKey(key, now());
  return source ? { room: room.value, source } : null;
};

const textIn = async (c: Web): Promise<string | { readonly status: Status; readonly message: string }> => {
  const packing = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (packing !== 'identity' && packing !== 'gzip') return { status: 415, message: 'Only gzip is unpacked.' };
  const body = Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as never);
  const stream = packing === 'gzip' ? body.pipe(createGunzip()) : body;
  body.on('error', (fault) => stream.destroy(fault));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > BATCH_AT_MOST) return { status: 413, message: 'A request may have 500 KB at most, unpacked.' };
      chunks.push(chunk);
    }
  } catch {
    return { status: 400, message: 'The body could not be read whole.' }; // the stream's only way of saying that it is cut off or not packed
  }
  return Buffer.concat(chunks).toString('utf8');
};

const jsonIn = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // the language's only way of saying "not JSON"
  }
};
