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

test('an order reads the same whether its list was looked at after every placement or only at the end', () => {
  fc.assert(
    fc.property(placements, (all) => {
      const after = (look: boolean): Order | undefined =>
        all.reduce<Order | undefined>((was, placement) => {
          const now = order.evolve['backlog/placed'](was, { type: 'backlog/placed', ...placement }, { seq: 1, by: 'p_ben', at: '' });
          if (look) equal(now.items.length > 0, true);
          return now;
        }, undefined);
      deepEqual(after(true)?.items, after(false)?.items);
    }),
  );
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
