/** A workshop's room with its people, and a network between them that breaks, delays, reorders and repeats. */
import { equal } from 'node:assert/strict';
import { random, type Random } from '../../src/kernel/random.ts';
import type { PersonId } from '../../src/kernel/ids.ts';
import { MOSCOW } from '../../src/domain/blueprint/priority.ts';
import { decideBatch } from '../../src/domain/decide.ts';
import { FOUNDED, given, type Asked } from '../../src/domain/given.ts';
import { LANES, PREWORK, USUAL, type Topic } from '../../src/domain/workshop/agenda.ts';
import type { Change } from '../../src/domain/workshop/room/entry.ts';
import type { WorkshopCommand } from '../../src/domain/workshop/workshop.ts';
import type { RoomChange, Rooms } from '../../src/store/company/rooms.ts';
import {
  confirmed,
  done,
  emptyReplica,
  fromSnapshot,
  heard,
  missingFrom,
  refused,
  type RoomReplica,
} from '../../src/views/workshop/replica.ts';
import { openLiveRoom, type LiveRoom, type RoomNews, type Sent } from '../../src/server/workshop/live-room.ts';

export const ID = 'h_sim';
const LEADER = 'p_ben';
export const PEOPLE: readonly PersonId[] = [LEADER, 'p_caro', 'p_dirk', 'p_g1', 'p_g2'];
/** What every card costs begins with these digits, so that a wire can be searched for them. */
const SECRET_MONEY = 731_946_000;
/** Guests see no money. */
export const seesMoney = (person: PersonId): boolean => !person.startsWith('p_g');
const DECK = ['r_1', 'r_2', 'w_1', 'q_1', 'q_2'];
export const AGENDA = [...USUAL.collaborative.filter(({ act }) => act !== 'sign'), ...USUAL.planning.slice(1)];

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

/** Ids of what nobody could take begin like this. */
export const BROKEN = 'broken-';
/** A change with a field less, a field more, or a field of another kind. */
const spoilt = (chance: Random, change: Change): unknown => {
  const field = chance.pick(Object.keys(change).filter((name) => name !== 'do'));
  const { [field]: _, ...others } = change as unknown as Record<string, unknown>;
  const odd = chance.pick([{}, [{}], true, undefined]);
  return chance.pick([others, { ...change, more: 'x' }, { ...change, [field]: odd }, { ...change, do: 'constructor' }, null, 'write']);
};

type Line = { up: Sent[][]; down: string[]; readonly open: boolean; readonly leave: () => void };
type Client = { readonly me: PersonId; replica: RoomReplica; line: Line | null; sent: Map<string, Change>; made: number };

/** The world of one run: server, clients and the wires between them, driven by one stream of chance. */
export const simulated = (seed: number) => {
  const chance: Random = random(`workshop ${seed}`);
  let book = given(...FOUNDED, plan, asked);
  const store = memory();
  let now = 0;
  const workshop = () => book.workshop.get(ID)!;
  const start = (): LiveRoom => openLiveRoom({ workshop, store, deck: () => new Set(DECK), seesMoney, clock: () => now });
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
      if (!seesMoney(client.me) && wire.includes(String(SECRET_MONEY).slice(0, 6))) leaks.push(`${client.me}: money`);
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
    // Asked out; asked in again he comes in anew.
    if (news.kind === 'ended') client.line = null;
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
    // Now and then something comes with it that is no change at all.
    const broken = chance.chance(0.15) ? [{ id: `${BROKEN}${id}`, change: spoilt(chance, change) }] : [];
    client.line?.up.push(chance.chance(0.5) ? [{ id, change }, ...broken] : [...broken, { id, change }]);
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
  // Half of the runs begin where everything is on the table and shown, so that grouping and voting are met often.
  if (seed % 2 === 0) {
    decide({ type: 'workshop/open', id: ID });
    for (const phase of AGENDA.keys()) decide({ type: 'workshop/start-phase', id: ID, phase });
    for (const topic of TOPICS.slice(0, 3)) decide({ type: 'workshop/reveal-cards', id: ID, topic, cards: [] });
  }
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
    { do: 'money', card: chance.pick(DECK), minor: chance.chance(0.2) ? null : SECRET_MONEY + chance.whole(1, 999) },
    { do: 'word', statement: `Statement ${made}`, outcomes: [] },
  ]);
};
