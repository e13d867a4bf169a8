/**
 * Landing: events that wait are put into the facts. One load a source and day of receipt: what comes later that day
 * joins it, so the ledger grows by a line a day, and taking that load back takes the day's events back. A day whose
 * load was taken back begins a new one with what comes after.
 *
 * An event leaves the waiting room only after it stands in the facts; after a death in between it is put there again
 * under the same id, which changes nothing.
 */
import { OPERATOR } from '../../domain/decider.ts';
import type { Facts, GivenRows } from '../../facts/facts.ts';
import type { Arrival } from '../../store/company/arrivals.ts';
import type { EventSource } from '../../store/company/sources.ts';
import type { CompanyRoom } from '../house/room.ts';
import { visitorOf, type Event } from './event-rules.ts';
import { rowsOf, type Rows } from './event-rows.ts';
import type { EventType } from './event-shape.ts';
import { textOf, type Json } from './json.ts';

const AT_ONCE = 5000;

type When = { readonly at: string; readonly more: boolean };

/** Puts all that waits into the facts; answers with how many events. `more`: other loads follow at once, who is who is found out after them. */
export const landArrivals = async (room: CompanyRoom, now: string, more = false): Promise<number> => {
  let landed = 0;
  for (;;) {
    const waiting = room.store.waiting(AT_ONCE);
    if (waiting.length === 0) return landed;
    for (const [source, day] of keysOf(waiting)) {
      const arrivals = waiting.filter((one) => one.source === source && one.day === day);
      await landDay(room, source, day, arrivals, { at: now, more });
      landed += arrivals.length;
    }
  }
};

const keysOf = (arrivals: readonly Arrival[]): (readonly [string, string])[] => {
  const keys = new Map(arrivals.map(({ source, day }) => [`${source} ${day}`, [source, day] as const]));
  return [...keys.values()];
};

const landDay = async (room: CompanyRoom, id: string, day: string, arrivals: readonly Arrival[], doing: When): Promise<void> => {
  const { store } = room;
  const source = store.sources().find((one) => one.id === id)!;
  const events = arrivals.map(eventOf);
  const rows = rowsOf(events, source.touches, store.lastVisits(id, [...new Set(events.map(visitorOf))]));
  const load = await intoFacts(await room.facts(), source, day, store.loadOfDay(id, day), rows, doing);
  store.made(
    id,
    day,
    arrivals.map(({ seq, receivedAt }, i) => ({
      seq,
      receivedAt,
      type: events[i]!.type,
      event: events[i]!.event,
      became: rows.became[i]!,
    })),
    load,
    rows.visits,
  );
};

const eventOf = ({ message, occurredAt, json }: Arrival): Event => {
  const found = JSON.parse(json) as { readonly [key: string]: Json };
  return {
    type: textOf(found['type']) as EventType,
    event: textOf(found['event']) ?? textOf(found['name']) ?? '',
    message,
    occurredAt,
    json: found,
  };
};

const intoFacts = async (
  facts: Facts,
  { src, name }: EventSource,
  day: string,
  before: number | null,
  { touches, links, accounts }: Rows,
  { at, more }: When,
): Promise<number | null> => {
  const stands = before !== null && (await facts.loads()).some(({ n, revertedAt }) => n === before && revertedAt === null);
  let load = stands ? before : null;
  const given: readonly Pick<GivenRows, 'entity' | 'rows'>[] = [
    { entity: 'touch', rows: touches },
    { entity: 'visitor_link', rows: links },
    { entity: 'account', rows: accounts },
  ];
  for (const { entity, rows } of given) {
    if ([...(rows as readonly unknown[])].length === 0) continue;
    const loaded = await facts.importRows(
      { entity, rows, file: `${name}, events of ${day}`, src, ...(load === null ? {} : { into: load }) },
      { by: OPERATOR, at, more },
    );
    if (!loaded.ok) throw new Error(`events of ${name} on ${day} did not land: ${loaded.refusal.text}`);
    load = loaded.value.n;
  }
  return load;
};
