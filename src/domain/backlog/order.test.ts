import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemId } from '../../kernel/ids.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { order, type Order } from './order.ts';
import { placed, type Placement } from './placing.ts';

const add = (id: ItemId): Asked => [
  'p_ben',
  { type: 'item/add', id, title: id, priority: null, owner: null, sizeDays: null, request: null, foundational: null, on: '2026-02-12' },
];
const place = (item: ItemId, before: ItemId | null): Asked => ['p_ben', { type: 'backlog/place', item, before }];
const FOUR: readonly Asked[] = [...FOUNDED, add('w_a'), add('w_b'), add('w_c'), add('w_d')];
const items = (...more: readonly Asked[]) => given(...FOUR, ...more).backlog.get('backlog')?.items;

test('work items stand in the order they were added', () => {
  deepEqual(items(), ['w_a', 'w_b', 'w_c', 'w_d']);
});

test('a work item is placed directly before another, or at the end', () => {
  deepEqual(items(place('w_d', 'w_b')), ['w_a', 'w_d', 'w_b', 'w_c']);
  deepEqual(items(place('w_a', 'w_d')), ['w_b', 'w_c', 'w_a', 'w_d']);
  deepEqual(items(place('w_a', null)), ['w_b', 'w_c', 'w_d', 'w_a']);
});

test('the place it has already is no event', () => {
  deepEqual(when(given(...FOUR), place('w_b', 'w_c')), { events: [] });
  deepEqual(when(given(...FOUR), place('w_d', null)), { events: [] });
  deepEqual(when(given(...FOUR), place('w_b', 'w_d')), { events: [{ type: 'backlog/placed', item: 'w_b', before: 'w_d' }] });
});

test('a work item is placed before one that stands, and not before itself', () => {
  const dropped = given(...FOUR, ['p_ben', { type: 'item/drop', id: 'w_b', why: 'n_no' }]);
  deepEqual(when(dropped, place('w_a', 'w_none')), { refused: { code: 'not-there', thing: 'item', id: 'w_none' } });
  deepEqual(when(dropped, place('w_a', 'w_b')), { refused: { code: 'retired', thing: 'item', id: 'w_b' } });
  deepEqual(when(dropped, place('w_b', 'w_a')), { refused: { code: 'retired', thing: 'item', id: 'w_b' } });
  deepEqual(when(dropped, place('w_a', 'w_a')), { refused: { code: 'before-itself' } });
});

const id = fc.integer({ min: 0, max: 12 }).map((n): ItemId => `w_${n}`);
const placements = fc.array(fc.record({ item: id, before: fc.option(id) }), { maxLength: 60 });

test('however often it is shuffled, every work item stands once, and the last one placed exactly where it was put', () => {
  fc.assert(
    fc.property(placements, (all) => {
      const list = placed([], all);
      deepEqual([...list].toSorted(), [...new Set(all.map(({ item }) => item))].toSorted());
      const last = all.at(-1);
      if (!last) return;
      const follower = list[list.indexOf(last.item) + 1] ?? null;
      equal(follower, last.before !== last.item && list.includes(last.before!) ? last.before : null);
    }),
  );
});

test('placing many at once gives what moving one after the other gives', () => {
  fc.assert(
    fc.property(placements, fc.nat(), (all, cut) => {
      const byHand = all.reduce<readonly ItemId[]>(moved, []);
      deepEqual(placed([], all), byHand);
      const n = cut % (all.length + 1);
      deepEqual(placed(placed([], all.slice(0, n)), all.slice(n)), byHand);
    }),
  );
});

type Step = { readonly place: Placement } | { readonly adopt: readonly ItemId[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ item: id, before: fc.option(id) }).map((placement) => ({ place: placement })),
  fc.uniqueArray(id, { maxLength: 6 }).map((adopt) => ({ adopt })),
);
const stamp = { seq: 1, by: 'p_ben', at: '' } as const;
const took = (was: Order | undefined, now: Step): Order =>
  'place' in now
    ? order.evolve['backlog/placed'](was, { type: 'backlog/placed', ...now.place }, stamp)
    : order.evolve['backlog/adopted'](was, { type: 'backlog/adopted', items: now.adopt }, stamp);
/** The plain way: the named items trade places among themselves. */
const byHand = (list: readonly ItemId[], now: Step): readonly ItemId[] => {
  if ('place' in now) return moved(list, now.place);
  const named = now.adopt.filter((item) => list.includes(item));
  return list.map((item) => (named.includes(item) ? named[named.filter((o) => list.indexOf(o) < list.indexOf(item)).length]! : item));
};

test('every order that ever stood reads as it stood, in whatever order one looks', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.array(fc.nat()), (steps, looks) => {
      const orders: Order[] = [];
      const lists: (readonly ItemId[])[] = [];
      for (const now of steps) {
        orders.push(took(orders.at(-1), now));
        lists.push(byHand(lists.at(-1) ?? [], now));
      }
      for (const look of [...looks, orders.length - 1]) deepEqual(orders[look % orders.length]!.items, lists[look % orders.length]);
      for (const [n, now] of orders.entries()) deepEqual(now.items, lists[n]);
    }),
  );
});

test('two orders that follow the same one go their own ways', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.array(step), fc.array(step), (before, left, right) => {
      const grow = (from: Order | undefined, steps: readonly Step[]) => steps.reduce<Order | undefined>(took, from);
      const hand = (from: readonly ItemId[], steps: readonly Step[]) => steps.reduce<readonly ItemId[]>(byHand, from);
      const base = grow(undefined, before)!;
      const one = grow(base, left)!;
      const other = grow(base, right)!;
      const list = hand([], before);
      deepEqual([one.items, base.items, other.items], [hand(list, left), list, hand(list, right)]);
    }),
  );
});

test('adopting an order lets the named items trade places and moves no other', () => {
  const adopt = (...named: readonly ItemId[]): Asked => ['p_ben', { type: 'backlog/adopt', items: named }];
  deepEqual(items(adopt('w_d', 'w_b')), ['w_a', 'w_d', 'w_c', 'w_b']);
  deepEqual(items(adopt('w_d', 'w_c', 'w_b', 'w_a')), ['w_d', 'w_c', 'w_b', 'w_a']);
  deepEqual(items(adopt('w_d', 'w_b'), adopt('w_b', 'w_d')), ['w_a', 'w_b', 'w_c', 'w_d']);
  deepEqual(when(given(...FOUR), adopt('w_a', 'w_c')), { events: [] });
  deepEqual(when(given(...FOUR), adopt('w_a', 'w_a')), { refused: { code: 'said-twice' } });
  deepEqual(when(given(...FOUR), adopt('w_none')), { refused: { code: 'not-there', thing: 'item', id: 'w_none' } });
});

test('an order is plain data: it compares, copies and travels as its list', () => {
  const now = given(...FOUR).backlog.get('backlog')!;
  equal(JSON.stringify(now), '{"items":["w_a","w_b","w_c","w_d"]}');
  deepEqual(now, { items: ['w_a', 'w_b', 'w_c', 'w_d'] });
  deepEqual(structuredClone(now), { items: ['w_a', 'w_b', 'w_c', 'w_d'] });
});

/** The plain way: take it out, put it in. */
const moved = (list: readonly ItemId[], { item, before }: Placement): readonly ItemId[] => {
  const others = list.filter((other) => other !== item);
  const at = before === null ? -1 : others.indexOf(before);
  return at < 0 ? [...others, item] : [...others.slice(0, at), item, ...others.slice(at)];
};
