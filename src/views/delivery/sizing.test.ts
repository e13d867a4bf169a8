import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import type { Command } from '../../domain/book.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { delivery } from './delivery.ts';
import { sizesOf } from './sizing.ts';

const add = (id: ItemId, sizeDays: number | null = null): Command => ({
  type: 'item/add',
  id,
  title: `Item ${id.slice(2)}`,
  priority: null,
  owner: null,
  sizeDays,
  request: null,
  foundational: null,
  on: '2026-05-20',
});
const drop: readonly Command[] = [
  { type: 'item/drop', id: 'w_dock', why: 'n_x' },
  { type: 'item/drop', id: 'w_orphan', why: 'n_x' },
];
const shirts = (team: 't_web' | null, S: number): Command => ({
  type: 'practice/calibrate',
  team,
  days: { S, M: S * 2, L: S * 4, XL: S * 8 },
});
const SHIRT: readonly Command[] = [...drop, add('w_a'), { type: 'item/size-shirt', id: 'w_a', shirt: 'M' }];

test('a t-shirt size is as many days as the calibration of its team says, else of the company', () => {
  const web: readonly Command[] = [
    { type: 'team/form', id: 't_web', name: 'Web', calendar: null },
    shirts('t_web', 5),
    { type: 'item/give-to-team', id: 'w_a', team: 't_web' },
  ];
  const of = (more: readonly Command[]) => sizesOf(plan([...SHIRT, ...more]), ['w_a']).get('w_a');
  deepEqual(of([]), { days: null, from: 0, bySkill: [] }, 'without a calibration it says no days');
  deepEqual(of([shirts(null, 1.5)]), { days: 3, from: 0, bySkill: [] });
  deepEqual(of([shirts(null, 1.5), ...web]), { days: 10, from: 0, bySkill: [] });
});

test('a t-shirt size that is not calibrated is guessed, and calibrated ones are guessed from', () => {
  const others: readonly Command[] = (['w_b', 'w_c', 'w_d'] as const).flatMap((id, i): Command[] => [
    add(id),
    { type: 'item/size-shirt', id, shirt: (['S', 'M', 'L'] as const)[i]! },
  ]);
  const book = plan([...drop, add('w_e'), ...others, shirts(null, 2)]);
  deepEqual(sizesOf(book, ['w_e']).get('w_e'), { days: 4, from: 3, bySkill: [] });
});

test('sizes by skill travel with their skills', () => {
  const bySkill = [
    { skill: 'Writing', days: 2 },
    { skill: 'Web', days: 3 },
  ];
  const book = plan([...drop, add('w_a'), { type: 'item/size-by-skill', id: 'w_a', bySkill }]);
  deepEqual(sizesOf(book, ['w_a']).get('w_a'), { days: 5, from: 0, bySkill });
});

test('a list sized in t-shirts alone has dates, later for larger ones', () => {
  const hours: Command = { type: 'capacity/set-hours', person: 'p_ines', from: '2026-01-01', hours: 40 };
  const last = (S: number) => {
    const found = delivery(plan([...SHIRT, hours, shirts(null, S)]), { today: '2026-06-01' });
    equal(found.ground.ruling.basis, 'sizes');
    return found.items[0]!.p85!;
  };
  equal(last(1) < last(10), true);
});
