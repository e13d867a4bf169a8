import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeBeside } from './place.ts';

const room = { width: 1440, height: 900 };
const size = { width: 412, height: 400 };
const at = (left: number, top: number) => ({ left, top, bottom: top + 20, width: 60 });

test('it stands below what was pressed', () => assert.deepEqual(placeBeside(at(300, 200), size, room), { left: 284, top: 228 }));
test('it stands above where there is no room below', () => assert.equal(placeBeside(at(300, 700), size, room).top, 292));
test('it never leaves the window', () => {
  assert.equal(placeBeside(at(1400, 200), size, room).left, 1440 - 412 - 16);
  const tall = placeBeside(at(1000, 450), { width: 412, height: 860 }, room);
  assert.ok(tall.top >= 16 && tall.top + 860 <= 900 - 16 + 8);
});
test('where it must overlap, it stands beside', () => {
  const { left } = placeBeside(at(1000, 450), { width: 412, height: 600 }, room);
  assert.ok(left + 412 <= 1000);
});
