/** Comments and search over HTTP: who may say and find what, live, and on a past date. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchOf, castIn, good, objective, openUnder } from './house-under-test.ts';

const company = 'acme';

test('comments are said, read, told live, and erased by who wrote them or by an owner; viewers have no part', async (t) => {
  const under = await openUnder(t);
  const { owner, marketer, stakeholder, viewer } = await castIn(under);
  await good(owner.post('decide', batchOf(company, [objective('grow')])));
  const heard: string[] = [];
  const room = under.house.company(company);
  assert.ok(room.ok);
  t.after(room.value.subscribe((news) => void (news.kind === 'commented' && heard.push(news.thing))));

  const said = await good(marketer.post('comment add', { company, thing: 'o_grow', text: ' Is this the board’s wording? ', id: 'z_one' }));
  assert.deepEqual([said.body.text, said.body.mine], ['Is this the board’s wording?', true]);
  await good(marketer.post('comment add', { company, thing: 'o_grow', text: 'Is this the board’s wording?', id: 'z_one' }));
  assert.equal((await marketer.post('comment add', { company, thing: 'o_grow', text: 'Other words', id: 'z_one' })).status, 409);
  assert.equal((await marketer.post('comment add', { company, thing: 'o_none', text: 'To nobody' })).status, 404);
  assert.equal((await marketer.post('comment add', { company, thing: 'o_grow', text: '  ' })).status, 400);
  assert.deepEqual(heard, ['o_grow']);

  const read = (await good(stakeholder.post('comments', { company, thing: 'o_grow' }))).body.comments;
  assert.deepEqual(
    read.map((c: { text: string; mine: boolean }) => [c.text, c.mine]),
    [['Is this the board’s wording?', false]],
  );
  assert.deepEqual((await good(viewer.post('comments', { company, thing: 'o_grow' }))).body.comments, []);
  assert.equal((await viewer.post('comment add', { company, thing: 'o_grow', text: 'Me too' })).status, 403);
  assert.equal((await stakeholder.post('comment erase', { company, id: 'z_one' })).status, 403);
  assert.deepEqual((await good(viewer.post('comment erase', { company, id: 'z_one' }))).body, { erased: false });
  assert.deepEqual((await good(owner.post('comment erase', { company, id: 'z_one' }))).body, { erased: true });
  assert.deepEqual((await good(stakeholder.post('comments', { company, thing: 'o_grow' }))).body.comments, []);
});

test('search finds what a role may see, and nothing of what it may not', async (t) => {
  const under = await openUnder(t);
  const { owner, marketer, stakeholder, viewer } = await castIn(under);
  await good(owner.post('decide', batchOf(company, [objective('grow', 'Grow in the north'), objective('fair', 'Shine at the fair')])));
  await good(
    marketer.post(
      'decide',
      batchOf(company, [{ type: 'objective/retire', id: 'o_fair', why: 'n_off' }], {
        notes: [{ id: 'n_off', text: 'The organiser went bankrupt' }],
      }),
    ),
  );
  await good(stakeholder.post('comment add', { company, thing: 'o_grow', text: 'Bankrupt customers pay nothing' }));
  const found = async (who: typeof owner, words: string, more: object = {}) =>
    (await good(who.post('search', { company, words, ...more }))).body as {
      total: number;
      byType: { type: string; n: number }[];
      hits: { type: string; id: string; text: { text: string; hit: boolean }[] }[];
    };
  const bankrupt = await found(stakeholder, 'bankrupt');
  assert.deepEqual(bankrupt.hits.map((h) => h.type).toSorted(), ['comment', 'note']);
  assert.ok(bankrupt.hits[0]!.text.some((p) => p.hit && p.text.toLowerCase() === 'bankrupt'));
  assert.deepEqual(await found(viewer, 'bankrupt'), { total: 0, byType: [], hits: [] });
  assert.deepEqual(
    (await found(viewer, 'north')).hits.map((h) => h.id),
    ['o_grow'],
  );
  assert.deepEqual((await found(owner, '', { type: 'objective' })).total, 2);
  assert.equal((await owner.post('search', { company, words: 'x', type: 'nonsense' })).status, 400);

  // What was erased is found no more, though the index was made before.
  const room = under.house.company(company);
  assert.ok(room.ok);
  room.value.store.eraseNote('n_off', '2026-06-01T00:00:00.000Z');
  assert.deepEqual(
    (await found(stakeholder, 'bankrupt')).hits.map((h) => h.type),
    ['comment'],
  );
});

test('search answers as it stood on a past date', async (t) => {
  const under = await openUnder(t);
  const { owner } = await castIn(under);
  await good(owner.post('decide', batchOf(company, [objective('grow', 'Grow in the north')])));
  const before = new Date(under.clock.at).toISOString().slice(0, 10);
  under.clock.at += 3 * 86_400_000;
  await good(owner.post('decide', batchOf(company, [{ type: 'objective/reword', id: 'o_grow', statement: 'Grow in the south' }])));
  const titles = async (words: string, on?: string) =>
    (await good(owner.post('search', { company, words, type: 'objective', ...(on && { on }) }))).body.hits.map(
      (h: { title: { text: string }[] }) => h.title.map((p) => p.text).join(''),
    );
  assert.deepEqual(await titles('north'), []);
  assert.deepEqual(await titles('south'), ['Grow in the south']);
  assert.deepEqual(await titles('north', before), ['Grow in the north']);
  assert.deepEqual(await titles('south', before), []);
});
