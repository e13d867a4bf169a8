import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { agendaHolds, USUAL } from '../../domain/workshop/agenda.ts';
import { begunOf, KINDS, kindKey, kindWords, moved, stepOf } from './steps.ts';

test('every kind of step there is to choose makes an agenda that holds, and no two are called the same', () => {
  for (const kind of KINDS) deepEqual(agendaHolds([stepOf(kind)]), { ok: true, value: null });
  equal(new Set(KINDS.map(kindWords)).size, KINDS.length);
  equal(new Set(KINDS.map(kindKey)).size, KINDS.length);
});

test('every step of the usual agendas can be chosen again', () => {
  const known = new Set(KINDS.map(kindKey));
  for (const step of [...USUAL.collaborative, ...USUAL.planning]) ok(known.has(kindKey(step)));
});

test('a step moves among those to come; what was begun and what is outside stays', () => {
  const titles = (from: number, to: number, first = 0): string[] => moved(USUAL.planning, from, to, first).map(({ title }) => title);
  const were = USUAL.planning.map(({ title }) => title);
  deepEqual(titles(3, 2), [were[0], were[1], were[3], were[2], were[4]]);
  deepEqual(titles(2, 4), [were[0], were[1], were[3], were[4], were[2]]);
  for (const [from, to, first] of [
    [0, 1, 1],
    [2, 0, 1],
    [4, 5, 0],
    [9, 0, 0],
  ] as const)
    deepEqual(titles(from, to, first), were);
  deepEqual([begunOf([]), begunOf([0, 3, 1])], [0, 4]);
});
