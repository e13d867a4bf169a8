/**
 * A workshop over a network that breaks, delays, reorders and repeats. However it goes, when it is calm again everybody has
 * everything that was taken, nothing was taken twice, nobody learned of a card or a dot before it was shown, and every
 * card stands in one place.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { random, type Random } from '../../kernel/random.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { MOSCOW } from '../../domain/blueprint/priority.ts';
import { decideBatch } from '../../domain/decide.ts';
import { FOUNDED, given, type Asked } from '../../domain/given.ts';
import { LANES, PREWORK, USUAL, type Topic } from '../../domain/workshop/agenda.ts';
import type { Change } from '../../domain/workshop/room/entry.ts';
import { after } from '../../domain/workshop/room/reduce.ts';
import { EMPTY_ROOM, type Room } from '../../domain/workshop/room/room.ts';
import { roomFor, seenBy } from '../../domain/workshop/room/seen.ts';
import type { WorkshopCommand } from '../../domain/workshop/workshop.ts';
import type { RoomChange, Rooms } from '../../store/company/rooms.ts';
import {
  confirmed,
  done,
  emptyReplica,
  fromSnapshot,
  heard,
  missingFrom,
  refused,
  type RoomReplica,
} from '../../views/workshop/replica.ts';
import { openLiveRoom, type LiveRoom, type RoomNews, type Sent } from './live-room.ts';
import { roomLog } from './room-log.ts';

const ID = 'h_sim';
const LEADER = 'p_ben';
const PEOPLE: readonly PersonId[] = [LEADER, 'p_caro', 'p_dirk', 'p_g1', 'p_g2'];
const DECK = ['r_1', 'r_2', 'w_1', 'q_1', 'q_2'];
const AGENDA = [...USUAL.collaborative.filter(({ act }) => act !== 'sign'), ...USUAL.planning.slice(1)];

const plan: Asked = [
  LEADER,
  {
    type: 'workshop/plan',
    id: ID,
    title: 'Simulated',
    purpose: 'To lose nothing',
    kind: 'planning',
    period: '2026-Q2',
    starts: '2026-03-24T13:00:00.000Z',
    agenda: AGENDA,
    facilitator: LEADER,
    named: false,
    linksUntil: '2026-03-25',
    people: PEOPLE.map((person) => ({ person, guest: person.startsWith('p_g') })),
  },
];
const asked: Asked = [LEADER, { type: 'workshop/ask-prework', id: ID, topics: PREWORK, until: '2026-03-23' }];

/** Rows in memory; what a kill leaves behind is what was added. */
const memory = (): Rooms & { readonly rows: RoomChange[] } => {
  const rows: RoomChange[] = [];
  return {
    rows,
    roomChanges: (_, seq) => rows.filter((row) => row.seq > seq),
    addRoomChanges: (changes) => void rows.push(...changes.map((c) => JSON.parse(JSON.stringify(c)) as RoomChange)),
    eraseRoomWords: () => false,
  };
};

type Line = { up: Sent[][]; down: string[]; readonly open: boolean; readonly leave: () => void };
type Client = { readonly me: PersonId; replica: RoomReplica; line: Line | null; sent: Map<string, Change>; made: number };

/** The world of one run: server, clients and the wires between them, driven by one stream of chance. */
const simulated = (seed: number) => {
  const chance: Random = random(`workshop ${seed}`);
  let book = given(...FOUNDED, plan, asked);
  const store = memory();
  let now = 0;
  const workshop = () => book.workshop.get(ID)!;
  const start = (): LiveRoom => openLiveRoom({ workshop, store, deck: () => new Set(DECK), clock: () => now });
  let server = start();
  const clients: Client[] = PEOPLE.map((me) => ({ me, replica: emptyReplica(me), line: null, sent: new Map(), made: 0 }));
  /** Everything that went down each wire, with what was still hidden when it was put there. */
  const leaks: string[] = [];

  const decide = (command: WorkshopCommand): void => {
    const decided = decideBatch(book, [command], { by: LEADER, at: '2026-03-24T13:00:00.000Z' });
    if (!decided.ok) return;
    book = decided.value.book;
    server.decided();
  };
  /** Words of cards nobody but their writer may know now. */
  const secrets = (reader: PersonId): string[] =>
    Object.values(server.room().cards).flatMap((card) => (card.by !== reader && !workshop().shown[card.topic] ? [card.text!] : []));

  const connect = (client: Client): void => {
    if (!workshop().people.some(({ person, left }) => person === client.me && left === null)) return;
    const down: string[] = [];
    const { base, showings } = client.replica;
    const leave = server.join(client.me, showings < 0 ? null : { seq: base.seq, showings }, (news) => {
      const wire = JSON.stringify(news);
      for (const secret of secrets(client.me)) if (wire.includes(secret)) leaks.push(`${client.me}: ${secret}`);
      for (const other of PEOPLE)
        if (other !== client.me && wire.includes(`"by":"${other}","change":{"do":"vote"`)) leaks.push(`${client.me}: a vote of ${other}`);
      down.push(wire);
    });
    const line: Line = { up: [], down, open: true, leave };
    client.line = line;
    // What was not answered is sent again, under the ids it had.
    const waiting = client.replica.wishes.filter(({ at }) => at === null).map(({ id, change }) => ({ id, change }));
    if (waiting.length > 0) line.up.push(waiting);
  };
  const disconnect = (client: Client): void => {
    client.line?.leave();
    client.line = null;
  };

  const hear = (client: Client, news: RoomNews): void => {
    if (news.kind === 'snapshot') client.replica = fromSnapshot(client.replica, news.room, news.showings);
    if (news.kind === 'changes') client.replica = heard(client.replica, news.changes, news.showings);
  };
  const takeUp = (client: Client, sent: readonly Sent[], answered: boolean): void => {
    const answers = server.take(client.me, JSON.parse(JSON.stringify(sent)) as Sent[], '2026-03-24T13:00:00.000Z');
    if (!answered) return; // the answer was lost on its way
    for (const answer of answers)
      client.replica = 'seq' in answer ? confirmed(client.replica, answer.id, answer.seq) : refused(client.replica, answer.id, answer.code);
  };

  /** A message is delivered: sometimes not the oldest, sometimes twice. */
  const deliver = (client: Client): void => {
    const { line } = client;
    if (!line) return;
    const [up, down] = [line.up, line.down];
    if (up.length > 0 && (down.length === 0 || chance.chance(0.5))) {
      const at = chance.chance(0.3) ? chance.whole(0, up.length - 1) : 0;
      const message = up[at]!;
      if (!chance.chance(0.15)) up.splice(at, 1);
      takeUp(client, message, chance.chance(0.85));
    } else if (down.length > 0) {
      const at = chance.chance(0.3) ? chance.whole(0, down.length - 1) : 0;
      const message = down[at]!;
      if (!chance.chance(0.15)) down.splice(at, 1);
      hear(client, JSON.parse(message) as RoomNews);
    }
  };

  const act = (client: Client, change: Change): void => {
    const id = `${client.me}-${client.made++}`;
    client.replica = done(client.replica, id, change);
    client.sent.set(id, change);
    client.line?.up.push([{ id, change }]);
  };

  const step = (): void => {
    now += chance.whole(10, 900);
    const client = chance.pick(clients);
    const roll = chance.whole(0, 99);
    if (roll < 35) act(client, someChange(chance, client));
    else if (roll < 80) deliver(client);
    else if (roll < 84) disconnect(client);
    else if (roll < 90) {
      if (!client.line) connect(client);
    } else if (roll < 92) {
      // The server is killed: what it answered is on disk, lines break, presence is gone.
      for (const one of clients) one.line = null;
      server.end();
      server = start();
    } else if (roll < 95) {
      const holds = chance.chance(0.7) ? chance.pick([...Object.keys(client.replica.room.cards), ...DECK]) : null;
      server.presence.says(client.me, now, { holds, at: null });
    } else decide(someStep(chance, workshop().openedAt === null));
    // One card is in one hand.
    const hands = server.presence.hands().flatMap(({ holds }) => holds ?? []);
    equal(new Set(hands).size, hands.length);
  };

  const decisions = (): void => {
    decide({ type: 'workshop/open', id: ID });
  };
  /** The network is whole again: everybody connects, and everything is delivered in order. */
  const calm = (): void => {
    for (let round = 0; round < 6; round++)
      for (const client of clients) {
        if (!client.line) connect(client);
        const { line } = client;
        if (!line) continue;
        while (line.up.length > 0) takeUp(client, line.up.shift()!, true);
        while (line.down.length > 0) hear(client, JSON.parse(line.down.shift()!) as RoomNews);
        const waits = client.replica.wishes.some(({ at }) => at === null);
        if (missingFrom(client.replica) !== null || waits) disconnect(client);
      }
    for (const client of clients)
      if (client.line) while (client.line.down.length > 0) hear(client, JSON.parse(client.line.down.shift()!) as RoomNews);
  };
  return {
    step,
    calm,
    decisions,
    decide,
    clients,
    store,
    leaks,
    workshop,
    end: () => server.end(),
    server: () => server,
    now: (ms: number) => (now += ms),
  };
};

const TOPICS: readonly Topic[] = ['retro', 'outlook', 'guidepoint', 'ideas', 'launch'];

const someStep = (chance: Random, unopened: boolean): WorkshopCommand => {
  if (unopened) return { type: 'workshop/open', id: ID };
  const topic = chance.pick(TOPICS);
  return chance.pick<WorkshopCommand>([
    { type: 'workshop/start-phase', id: ID, phase: chance.whole(0, AGENDA.length - 1) },
    { type: 'workshop/start-phase', id: ID, phase: chance.whole(0, AGENDA.length - 1) },
    { type: 'workshop/reveal-cards', id: ID, topic, cards: [] },
    { type: 'workshop/reveal-votes', id: ID, topic: chance.pick([...TOPICS, 'plan']), voters: 0, counts: [] },
    { type: 'workshop/pause', id: ID },
    { type: 'workshop/uninvite', id: ID, person: 'p_g2' },
    { type: 'workshop/invite', id: ID, person: 'p_g2', guest: true },
  ]);
};

/** What somebody might do with what he sees: mostly sensible, sometimes late, sometimes nonsense. */
const someChange = (chance: Random, { me, made, replica: { room } }: Client): Change => {
  const cards = Object.values(room.cards);
  const groups = Object.values(room.groups);
  const topic = chance.pick(TOPICS);
  const lane = chance.pick(LANES[topic]);
  // Words that can be found on a wire.
  const text = `secret-${me}-${made}-${chance.whole(0, 1e9)}`;
  const write: Change = { do: 'write', card: `j_${me.slice(2)}-${made}`, topic, lane, text };
  const card = cards.length > 0 ? chance.pick(cards) : null;
  const group = groups.length > 0 ? chance.pick(groups) : null;
  const other = card && cards.find((one) => one.topic === card.topic && one.id !== card.id);
  const into = chance.chance(0.2) ? null : chance.pick(MOSCOW);
  return chance.pick<Change>([
    write,
    write,
    card ? { do: 'rewrite', card: card.id, topic: card.topic, text } : write,
    card ? { do: 'tear', card: card.id, topic: card.topic } : write,
    {
      do: 'group',
      group: chance.chance(0.6) || !group ? `j_${me.slice(2)}-g${made}` : group.id,
      topic: group?.topic ?? topic,
      title: `Group ${made}`,
    },
    card && group ? { do: 'put', card: card.id, group: chance.chance(0.8) ? group.id : null, before: other?.id ?? null } : write,
    group && chance.chance(0.3) ? { do: 'ungroup', group: group.id } : write,
    {
      do: 'vote',
      topic: chance.chance(0.5) ? 'plan' : (card?.topic ?? 'plan'),
      on: chance.chance(0.5) ? chance.pick(DECK) : (card?.id ?? 'q_1'),
      dots: chance.whole(0, 4),
    },
    { do: 'raise', entry: `j_${me.slice(2)}-r${made}`, text: 'What about the fair?' },
    { do: 'class', card: chance.pick(DECK), into, before: chance.pick([null, ...DECK]) },
    { do: 'class', card: chance.pick(DECK), into, before: null },
    { do: 'word', statement: `Statement ${made}`, outcomes: [] },
  ]);
};

const run = (seed: number, steps: number) => {
  const world = simulated(seed);
  for (let n = 0; n < steps; n++) world.step();
  world.calm();
  return world;
};
const holds = (check: (seed: number) => void, runs = 150): void =>
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 30 }), check), { numRuns: runs });

test('after any breaks, delays, repetitions and kills everybody sees exactly what he may see of everything that was taken', () => {
  holds((seed) => {
    const { clients, server, workshop, store, end } = run(seed, 220);
    for (const { me, replica } of clients) {
      if (!workshop().people.some(({ person, left }) => person === me && left === null)) continue;
      deepEqual(replica.base, roomFor(workshop(), me, server().room()), me);
      deepEqual([replica.wishes, missingFrom(replica)], [[], null], me);
    }
    // Killed now, it would come back as it is.
    deepEqual(roomLog(store, ID).entries().reduce<Room>(after, EMPTY_ROOM), server().room());
    end();
  });
});

test('everything anybody did was taken once, or handed back to him with its words', () => {
  holds((seed) => {
    const { clients, store, workshop, end } = run(seed, 220);
    const times = Map.groupBy(store.rows, ({ id }) => id);
    for (const { me, sent, replica } of clients) {
      if (!workshop().people.some(({ person, left }) => person === me && left === null)) continue;
      for (const [id, change] of sent) {
        const taken = times.get(id)?.length ?? 0;
        const back = replica.handedBack.some((one) => JSON.stringify(one.change) === JSON.stringify(change));
        ok(taken === 1 || (taken === 0 && back), `${id} was taken ${taken} times, handed back: ${back}`);
      }
    }
    end();
  });
});

test('no word of a card and no dot reaches another before it is shown, on no wire', () => {
  holds((seed) => {
    const { leaks, end } = run(seed, 220);
    deepEqual(leaks, []);
    end();
  });
});

test('every card stands in one place, and nobody gave more dots than he had', () => {
  holds((seed) => {
    const { server, end } = run(seed, 220);
    const room = server().room();
    const grouped = Object.values(room.groups).flatMap(({ cards }) => cards);
    equal(new Set(grouped).size, grouped.length);
    for (const id of grouped) ok(room.cards[id], `${id} is in a group and nowhere else`);
    const sorted = MOSCOW.flatMap((moscow) => room.classes[moscow]);
    equal(new Set(sorted).size, sorted.length);
    for (const dots of Object.values(room.dots)) {
      const byTopic = Map.groupBy(Object.entries(dots), ([key]) => key.split(':')[0]!);
      for (const given of byTopic.values()) ok(given.reduce((sum, [, n]) => sum + n, 0) <= 6);
    }
    end();
  });
});

test('for any change and any reader: the room after it as he sees it is his room after the change as he sees it', () => {
  holds((seed) => {
    const { store, workshop, end } = run(seed, 160);
    const showing = workshop();
    for (const reader of PEOPLE) {
      let [whole, own] = [EMPTY_ROOM, EMPTY_ROOM];
      for (const entry of roomLog(store, ID).entries()) {
        whole = after(whole, entry);
        own = after(own, seenBy(showing, reader, entry));
      }
      deepEqual(own, roomFor(showing, reader, whole));
    }
    end();
  }, 60);
});

test('a card that is held by another is not moved, and is free when nothing is heard of whoever held it', () => {
  const world = simulated(1);
  world.decisions();
  world.decide({ type: 'workshop/start-phase', id: ID, phase: AGENDA.findIndex(({ act }) => act === 'classify') });
  const server = world.server();
  const move = (id: string) =>
    server.take('p_caro', [{ id, change: { do: 'class', card: 'r_1', into: 'must', before: null } }], '2026-03-24T13:00:00.000Z')[0];
  equal(server.presence.says('p_dirk', 1, { holds: 'r_1', at: null }), true);
  equal(server.presence.says('p_caro', 1, { holds: 'r_1', at: null }), false);
  deepEqual(move('a'), { id: 'a', code: 'held' });
  world.now(6_001);
  deepEqual([server.presence.heldBy('r_1'), move('b')], [null, { id: 'b', seq: 1 }]);
  world.end();
});
