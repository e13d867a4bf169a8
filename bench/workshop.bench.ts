/**
 * Fifty people in one workshop, each with a page of his own, moving the same cards: how long until a move is durable and
 * answered, and until the last of them has it; and whether every change reached everybody, in one order, without a gap.
 * All the while ten of them point and hold. The server is a process of its own; the people share this one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Seen } from '../src/domain/workshop/room/entry.ts';
import type { Room } from '../src/domain/workshop/room/room.ts';
import { emptyReplica, fromSnapshot, heard, missingFrom, type RoomReplica } from '../src/views/workshop/replica.ts';
import type { Figure } from './harness.ts';
import { post, quantile, served, stream, withItems, type Server } from './served.ts';

export const name = 'Workshop: fifty people move cards';

const PEOPLE = 50;
const CARDS = 60;
const POINTING = 10;
const CALM = { changes: 400, gap: 50 };
const BUSY = { changes: 500, gap: 10 };

type Person = { readonly way: { readonly company: string; readonly token: string }; replica: RoomReplica };
type Waiting = Map<string, (person: Person) => void>;

export const run = (): Promise<readonly Figure[]> =>
  served(async (server) => {
    const people = await invited(server);
    const waiting: Waiting = new Map();
    await Promise.all(people.map((person) => listen(server, person, waiting)));
    const stop = pointing(server, people.slice(0, POINTING));
    const calm = await measure(server, people, waiting, CALM);
    const busy = await measure(server, people, waiting, BUSY);
    await stop();
    const lost = await lostBy(server, people, CALM.changes + BUSY.changes);
    return [
      { what: 'durable and answered, 20 changes a second, p95', value: calm.answered(0.95), unit: 'ms', atMost: 50 },
      { what: 'seen by all 50, 20 changes a second, p50', value: calm.seen(0.5), unit: 'ms' },
      { what: 'seen by all 50, 20 changes a second, p95', value: calm.seen(0.95), unit: 'ms', atMost: 100 },
      { what: 'seen by all 50, 100 changes a second, p95', value: busy.seen(0.95), unit: 'ms' },
      { what: 'changes lost, or seen otherwise by anybody', value: lost, unit: 'rows', atMost: 0 },
    ];
  });

/** A planning workshop at its table, with fifty guests. */
const invited = async (server: Server): Promise<Person[]> => {
  await withItems(server, CARDS);
  const { id, links } = await post<{ id: string; links: { name: string; link: string }[] }>(server, 'workshop-plan', {
    company: 'acme',
    title: 'Bench',
    purpose: 'To move cards',
    kind: 'planning',
    period: `${new Date().getUTCFullYear() + 1}-Q1`,
    starts: new Date().toISOString(),
    people: Array.from({ length: PEOPLE }, (_, i) => `Guest ${i} <guest${i}@acme.example>`),
  });
  const steps = [
    { type: 'workshop/open', id },
    { type: 'workshop/start-phase', id, phase: 3 },
  ];
  await post(server, 'decide', { company: 'acme', batch: 'bench-open', commands: steps });
  return links
    .filter((one) => one.name.startsWith('Guest'))
    .map(({ name: who, link }) => ({
      way: { company: 'acme', token: link.split('/').at(-1)! },
      replica: emptyReplica(`p_${who.replace(' ', '-')}`),
    }));
};

/** As a guest: with nothing but his link. */
const asGuest = <T>({ url }: Server, operation: string, input: object): Promise<T> =>
  post({ url, headers: { 'content-type': 'application/json' } }, operation, input);

type Times = { readonly answered: (quantile: number) => number; readonly seen: (quantile: number) => number };

/** One card is moved every `gap` ms, each time by another person, whether or not the moves before it have been answered. */
const measure = async (server: Server, people: readonly Person[], waiting: Waiting, { changes, gap }: typeof CALM): Promise<Times> => {
  const [answered, seen]: [number[], number[]] = [[], []];
  const answers: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < changes; i++) {
    const id = `bench-${gap}-${i}`;
    const change = {
      do: 'class',
      card: `w_${(i * 7) % CARDS}`,
      into: (['must', 'should', 'could', 'wont'] as const)[i % 4],
      before: `w_${(i * 11) % CARDS}`,
    };
    const sent = performance.now();
    const missing = new Set(people);
    // Each change is known by its sender's id to him alone, and by its number to the others.
    answers.push(
      asGuest<{ taken: { seq?: number; code?: string }[] }>(server, 'room-send', {
        ...people[i % PEOPLE]!.way,
        changes: [{ id, change }],
      }).then(({ taken }) => {
        answered.push(performance.now() - sent);
        const seq = taken[0]!.seq;
        if (seq === undefined) throw new Error(`not taken: ${taken[0]!.code}`);
        const told = (person: Person): void => {
          if (missing.delete(person) && missing.size === 0) seen.push((at.get(seq) ?? performance.now()) - sent);
        };
        waiting.set(String(seq), told);
        for (const person of people) if (person.replica.base.seq >= seq) told(person);
      }),
    );
    await pause(Math.max(0, began + (i + 1) * gap - performance.now()));
  }
  await Promise.all(answers);
  for (let waited = 0; seen.length < changes; waited++) {
    if (waited > 200) throw new Error(`only ${seen.length} of ${changes} changes reached all ${PEOPLE} people`);
    await pause(50);
  }
  return { answered: (q) => quantile(answered, q), seen: (q) => quantile(seen, q) };
};

/** When the last person so far had the change of this number: noted as it comes, before anybody asks. */
const at = new Map<number, number>();

/** Resolves once the stream stands. */
const listen = ({ url }: Server, person: Person, waiting: Waiting): Promise<void> =>
  stream(`${url}/api/room-live?${new URLSearchParams(person.way).toString()}`, {}, (event, data) => {
    if (event === 'snapshot') {
      const { room, showings } = JSON.parse(data) as { room: Room; showings: number };
      person.replica = fromSnapshot(person.replica, room, showings);
    } else if (event === 'changes') {
      const { changes, showings } = JSON.parse(data) as { changes: Seen[]; showings: number };
      const before = person.replica.base.seq;
      person.replica = heard(person.replica, changes, showings);
      for (let seq = before + 1; seq <= person.replica.base.seq; seq++) {
        at.set(seq, performance.now());
        waiting.get(String(seq))?.(person);
      }
    }
  });

/** Some people point and hold five times a second, as hands do. */
const pointing = (server: Server, people: readonly Person[]): (() => Promise<void>) => {
  const going = { on: true };
  const hands = people.map(async ({ way }, i) => {
    for (let n = 0; going.on; n++) {
      await asGuest(server, 'room-hand', { ...way, n, holds: null, at: { on: 'table', x: (n % 100) / 100, y: i / 100 } });
      await pause(200);
    }
  });
  return async () => {
    going.on = false;
    await Promise.all(hands);
  };
};

/** Changes that anybody lacks, and tables that differ from the server's. */
const lostBy = async (server: Server, people: readonly Person[], sent: number): Promise<number> => {
  const { room } = await asGuest<{ room: Room }>(server, 'room-open', people[0]!.way);
  return people.reduce((lost, { replica }) => {
    const differs = JSON.stringify(replica.base.classes) === JSON.stringify(room.classes) ? 0 : 1;
    return lost + (sent - replica.base.seq) + differs + (missingFrom(replica) === null ? 0 : 1);
  }, 0);
};
