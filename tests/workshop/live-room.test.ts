/**
 * A workshop over a network that breaks, delays, reorders and repeats. However it goes, when it is calm again everybody has
 * everything that was taken, nothing was taken twice, nobody learned of a card or a dot before it was shown, and every
 * card stands in one place.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MOSCOW } from '../../src/domain/blueprint/priority.ts';
import { after } from '../../src/domain/workshop/room/reduce.ts';
import { EMPTY_ROOM, type Room } from '../../src/domain/workshop/room/room.ts';
import { roomFor, seenBy } from '../../src/domain/workshop/room/seen.ts';
import { missingFrom } from '../../src/views/workshop/replica.ts';
import { roomLog } from '../../src/server/workshop/room-log.ts';
import { BROKEN, ID, PEOPLE, AGENDA, seesMoney, simulated } from './simulated-room.ts';

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
      deepEqual(replica.base, roomFor(workshop(), { person: me, money: seesMoney(me) }, server().room()), me);
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
    // What is no change at all holds nothing up, and nobody ever finds it in the log.
    deepEqual(
      [...times.keys()].filter((id) => id.startsWith(BROKEN)),
      [],
    );
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

test('no word of a card and no dot reaches another before it is shown, and no money reaches a guest, on no wire', () => {
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
    for (const person of PEOPLE) {
      const reader = { person, money: seesMoney(person) };
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

test('money that an old log holds inside terms stands in the room, and is told to nobody who sees none', () => {
  const terms = { days: 3, outcomes: [], under: null };
  const row = (seq: number, json: object) => ({
    workshop: ID,
    seq,
    id: `old-${seq}`,
    by: 'p_caro',
    at: '2026-03-24T13:00:00.000Z',
    json,
    words: null,
    was: 0,
  });
  const { store, workshop, end } = simulated(1);
  store.addRoomChanges([
    row(1, { do: 'terms', card: 'r_1', terms: { ...terms, minor: 731_946 } }),
    row(2, { do: 'terms', card: 'r_2', terms: { ...terms, minor: null } }),
  ]);
  const entries = roomLog(store, ID).entries();
  const whole = entries.reduce<Room>(after, EMPTY_ROOM);
  deepEqual([whole.terms, whole.money], [{ r_1: terms, r_2: terms }, { r_1: 731_946 }]);
  for (const person of PEOPLE) {
    const reader = { person, money: seesMoney(person) };
    const told = entries.map((entry) => seenBy(workshop(), reader, entry));
    deepEqual(told.reduce<Room>(after, EMPTY_ROOM), roomFor(workshop(), reader, whole));
    equal(JSON.stringify([told, roomFor(workshop(), reader, whole)]).includes('731946'), reader.money);
  }
  end();
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
