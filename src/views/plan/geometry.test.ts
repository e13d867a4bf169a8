import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayFromNumber, daysBetween, weekday } from '../../kernel/day.ts';
import { quarterOf, type Fiscal } from '../../kernel/fiscal.ts';
import { barOf, dayAt, monthMarks, movedBy, placeOf, stretchedBy, weekMarks } from './geometry.ts';

const fiscal: fc.Arbitrary<Fiscal> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  pattern: fc.constantFrom('calendar' as const, '4-4-5' as const),
});
const someDay = fc.integer({ min: 15_000, max: 25_000 }).map(dayFromNumber);

test('the weeks of a quarter follow each other from its first day and cover it, in every fiscal calendar', () => {
  fc.assert(
    fc.property(fiscal, someDay, (f, on) => {
      const q = quarterOf(f, on);
      const weeks = weekMarks(q);
      weeks.forEach((w, i) => assert.deepEqual([w.n, w.from], [i + 1, addDays(q.from, 7 * i)]));
      const last = addDays(weeks.at(-1)!.from, 7);
      assert.ok(last >= q.to && weeks.at(-1)!.from < q.to);
      if (f.pattern === '4-4-5') {
        assert.equal(weekday(q.from), 1);
        assert.ok([13, 14].includes(weeks.length), `${weeks.length} weeks`);
        assert.equal(last, q.to, 'whole weeks');
        const months = monthMarks(f, q);
        assert.deepEqual(
          months.map((m, i) => daysBetween(m.from, months[i + 1]?.from ?? q.to) / 7),
          [4, 4, weeks.length - 8],
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('a day stands where it is read back from, and a bar ends with the end of its last day', () => {
  const days = { from: '2026-04-01', to: '2026-07-01' };
  for (const on of ['2026-04-01', '2026-05-12', '2026-06-30']) assert.equal(dayAt(days, placeOf(days, on)), on);
  const { left, width } = barOf(days, { from: '2026-04-01', to: '2026-06-30' });
  assert.deepEqual([left, Math.round(width * 1e9) / 1e9], [0, 1]);
  assert.equal(barOf(days, { from: '2026-08-01', to: '2026-08-09' }).width, 0);
});

test('a bar that is moved keeps its length and stays inside, one that is stretched is never shorter than a day', () => {
  const days = { from: '2026-04-01', to: '2026-07-01' };
  fc.assert(
    fc.property(fc.nat(80), fc.nat(10), fc.integer({ min: -200, max: 200 }), (start, length, by) => {
      const span = { from: addDays(days.from, start), to: addDays(days.from, Math.min(90, start + length)) };
      const moved = movedBy(days, span, by);
      assert.equal(daysBetween(moved.from, moved.to), daysBetween(span.from, span.to));
      for (const edge of [-1, 1] as const) {
        const s = stretchedBy(days, span, edge, by);
        assert.ok(s.from <= s.to && s.from >= days.from && s.to < days.to);
      }
      assert.ok(moved.from >= days.from && moved.to < days.to);
    }),
  );
});
