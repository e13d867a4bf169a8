import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventReader } from './sse.ts';

test('an event is complete at its empty line, however it is cut', () => {
  const whole = 'id: 7\nevent: decided\ndata: {"a":1}\n\n: still here\n\ndata: one\ndata: two\n\n';
  const read = eventReader();
  const events = whole.split('').flatMap((letter) => read(letter));
  assert.deepEqual(events, [
    { event: 'decided', id: '7', data: '{"a":1}' },
    { event: 'message', id: '7', data: 'one\ntwo' },
  ]);
});

test('lines may end as Windows ends them', () => {
  assert.deepEqual(eventReader()('event: facts\r\ndata: {}\r\n\r\n'), [{ event: 'facts', id: null, data: '{}' }]);
});

test('half an event says nothing', () => {
  assert.deepEqual(eventReader()('data: half'), []);
});
