/**
 * Event shape: one call of the Twilio Segment spec (twilio.com/docs/segment/connections/spec) as it is sent, checked and
 * put in one form. What is not said is null.
 *
 * occurredAt: the client's clock may be wrong, so a time it names is moved by how far its clock stands from ours:
 * received − (sentAt − timestamp), and never lies after it was received. Without sentAt the timestamp is taken as it is,
 * without both it is when we received it.
 */
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Json } from './json.ts';
import { isObject, textOf } from './json.ts';

export const TYPES = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;
export type EventType = (typeof TYPES)[number];

export type SentEvent = {
  readonly type: EventType;
  /** Name of a track event, or of a page or screen; empty where none was given. */
  readonly event: string;
  readonly message: string;
  readonly occurredAt: string;
  readonly json: { readonly [key: string]: Json };
};
/** `message`: its id where it has one. */
export type NotTaken = { readonly type: string; readonly event: string; readonly message: string | null; readonly reason: string };

/** The largest event that is taken, in bytes of its JSON. */
export const EVENT_AT_MOST = 32 * 1024;
const NAMED_AT_MOST = 200;

/** Reads one event. `type`: where the address says it (`/v1/track`). */
export const eventIn = (found: Json, type: EventType | null, received: string, sentAt: Json | undefined): Result<SentEvent, NotTaken> => {
  if (!isObject(found)) return refuse({ type: type ?? '?', event: '', message: null, reason: 'not a JSON object' });
  const said = type ?? textOf(found['type']);
  const event = (textOf(found['event']) ?? textOf(found['name']) ?? '').slice(0, NAMED_AT_MOST);
  const sent = textOf(found['messageId'])?.slice(0, 100) ?? null;
  const no = (reason: string) => refuse<NotTaken>({ type: (said ?? '?').slice(0, 20), event, message: sent, reason });
  const known = TYPES.find((one) => one === said);
  if (!known) return no(said === null ? 'no type' : `unknown type "${said.slice(0, 40)}"`);
  const json = JSON.stringify(found);
  if (Buffer.byteLength(json) > EVENT_AT_MOST) return no('larger than 32 KB');
  if (textOf(found['userId']) === null && textOf(found['anonymousId']) === null) return no('neither userId nor anonymousId');
  if (known === 'track' && textOf(found['event']) === null) return no('a track call without an event name');
  if (known === 'group' && textOf(found['groupId']) === null) return no('a group call without groupId');
  if (known === 'alias' && textOf(found['previousId']) === null) return no('an alias call without previousId');
  const occurredAt = occurredOf(found, received, sentAt ?? found['sentAt']);
  if (occurredAt === null) return no('a timestamp that is no date');
  const message = sent ?? `h-${createHash('sha256').update(json).digest('hex').slice(0, 40)}`;
  return ok({ type: known, event, message, occurredAt, json: { ...found, type: known } });
};

const EARLIEST = Date.parse('1990-01-01T00:00:00Z');

const occurredOf = (found: { readonly [key: string]: Json }, received: string, sentAt: Json | undefined): string | null => {
  const raw = found['originalTimestamp'] ?? found['timestamp'];
  if (raw === undefined || raw === null) return received;
  const stamp = momentOf(raw);
  if (stamp === null || stamp < EARLIEST) return null;
  const now = Date.parse(received);
  const sent = sentAt === undefined || sentAt === null ? null : momentOf(sentAt);
  const at = sent === null || sent < stamp ? stamp : now - (sent - stamp);
  return new Date(Math.min(at, now)).toISOString();
};

const momentOf = (value: Json): number | null => {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? at : null;
};
