/** Decisions over HTTP: whole or not at all, once however often sent, with the words and people they name. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import { contract } from '../../src/server/contract/contract.ts';
import { batchOf, castIn, good, objective, openUnder, type Answer, type Cast, type Somebody } from './house-under-test.ts';
import { streamOf } from './stream.ts';

const open = async (t: TestContext): Promise<Cast> => castIn(await openUnder(t));
const bookOf = async (who: Somebody, query: Record<string, string> = {}) =>
  (await good(who.get('book', { company: 'acme', ...query }))).body;
const objectives = async (who: Somebody): Promise<string[]> => (await bookOf(who)).book.objective.map(([id]: [string]) => id);
const codeOf = ({ status, body }: Answer): [number, string] => [status, body.error?.code];

test('a batch lands whole or not at all, and says which command was refused and why', async (t) => {
  const { marketer } = await open(t);
  await good(marketer.post('decide', batchOf('acme', [objective('a')])));
  const refused = await marketer.post('decide', batchOf('acme', [objective('b'), objective('c'), objective('a')]));
  assert.deepEqual(codeOf(refused), [409, 'there-already']);
  assert.equal(refused.body.error.text, 'The objective “Grow with the customers we have” is there already.');
  assert.equal(refused.body.error.detail.index, 2);
  assert.deepEqual(await objectives(marketer), ['o_a']);
});

test('a batch sent again is answered as before and written once', async (t) => {
  const { marketer, owner } = await open(t);
  const batch = batchOf('acme', [objective('a')]);
  const [first, second] = [await good(marketer.post('decide', batch)), await good(marketer.post('decide', batch))];
  assert.deepEqual(second.body, first.body);
  assert.deepEqual(await objectives(marketer), ['o_a']);
  assert.deepEqual(codeOf(await owner.post('decide', batch)), [409, 'batch-taken']);
});

test('the same batch sent ten times at once is written once', async (t) => {
  const { marketer } = await open(t);
  const batch = batchOf('acme', [objective('a')]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => good(marketer.post('decide', batch))));
  assert.equal(new Set(answers.map((a) => a.text)).size, 1);
  assert.equal((await good(marketer.get('history', { company: 'acme', thing: 'o_a' }))).body.entries.length, 1);
});

test('a batch is answered again after the server was started anew', async (t) => {
  const under = await openUnder(t);
  const { marketer } = await castIn(under);
  const batch = batchOf('acme', [objective('a')]);
  const first = await good(marketer.post('decide', batch));
  await under.house.closeCompany('acme');
  assert.deepEqual((await good(marketer.post('decide', batch))).body, first.body);
});

test('what nothing has to change for is answered and not written', async (t) => {
  const { marketer } = await open(t);
  await good(marketer.post('decide', batchOf('acme', [objective('a')])));
  const { seq } = await bookOf(marketer);
  const same = await good(
    marketer.post('decide', batchOf('acme', [{ type: 'objective/reword', id: 'o_a', statement: 'Grow with the customers we have' }])),
  );
  assert.deepEqual(same.body, { seq, entries: [] });
});

test('a decision brings its words and new people along; without them it is refused', async (t) => {
  const { marketer, viewer } = await open(t);
  const request = { by: 'p_new', on: '2026-05-20', words: 'n_ask' } as const;
  const add: Command = {
    type: 'item/add',
    id: 'w_a',
    title: 'Webinar',
    priority: null,
    owner: null,
    sizeDays: 2,
    request,
    foundational: null,
    on: '2026-05-20',
  };
  const people = [{ id: 'p_new', name: 'Nadia', email: 'nadia@example.com' }];
  const notes = [{ id: 'n_ask', text: 'Please, a webinar' }];
  assert.deepEqual(codeOf(await marketer.post('decide', batchOf('acme', [add], { notes }))), [422, 'person-missing']);
  assert.deepEqual(codeOf(await marketer.post('decide', batchOf('acme', [add], { people }))), [422, 'note-missing']);
  await good(marketer.post('decide', batchOf('acme', [add], { people, notes })));
  const mine = await bookOf(marketer);
  assert.deepEqual(
    mine.people.find((p: { id: string }) => p.id === 'p_new'),
    people[0],
  );
  assert.equal(mine.notes.find((n: { id: string }) => n.id === 'n_ask').text, 'Please, a webinar');
  const theirs = await bookOf(viewer);
  assert.equal(theirs.people.find((p: { id: string }) => p.id === 'p_new').email, null);
});

test('words once written are never rewritten, nor a person renamed, by a later batch', async (t) => {
  const { marketer } = await open(t);
  const retire = (id: string, why: `n_${string}`): Command => ({ type: 'objective/retire', id: `o_${id}`, why });
  await good(marketer.post('decide', batchOf('acme', [objective('a'), objective('b')])));
  await good(marketer.post('decide', batchOf('acme', [retire('a', 'n_why')], { notes: [{ id: 'n_why', text: 'No money' }] })));
  assert.deepEqual(
    codeOf(await marketer.post('decide', batchOf('acme', [retire('b', 'n_why')], { notes: [{ id: 'n_why', text: 'Lost interest' }] }))),
    [422, 'note-taken'],
  );
  const { people, me } = await bookOf(marketer);
  const own: Command = { type: 'objective/set', id: 'o_c', statement: 'Third', due: '2026-12-31', owner: me };
  await good(marketer.post('decide', batchOf('acme', [own], { people: [{ id: me, name: 'The King', email: null }] })));
  assert.deepEqual((await bookOf(marketer)).people, people);
});

test('a command of a wrong shape is named with its place and field', async (t) => {
  const { marketer } = await open(t);
  const sent = { company: 'acme', batch: 'wrong-shape', commands: [{ ...objective('a'), due: '2026-02-30' }] };
  const answer = await marketer.post('decide', sent);
  assert.deepEqual(codeOf(answer), [400, 'invalid-input']);
  assert.equal(answer.body.error.text, 'commands.0.due: there is no such date.');
  const stray = await marketer.post('decide', { ...sent, commands: [{ ...objective('a'), colour: 'red' }] });
  assert.equal(stray.body.error.text, 'commands.0: unknown: colour.');
  const unknown = await marketer.post('decide', { ...sent, commands: [{ type: 'objective/explode', id: 'o_a' }] });
  assert.deepEqual(codeOf(unknown), [400, 'invalid-input']);
  assert.match((await marketer.post('decide', { company: 'acme' })).body.error.text, /^batch: is missing/);
});

test('the book of a past day is what stood at its end in the company’s zone', async (t) => {
  const under = await openUnder(t);
  const { marketer } = await castIn(under);
  under.clock.at = Date.parse('2026-06-01T21:59:59.000Z'); // 23:59:59 in Amsterdam
  await good(marketer.post('decide', batchOf('acme', [objective('a', 'As it was')])));
  under.clock.at = Date.parse('2026-06-01T22:00:00.000Z'); // midnight
  await good(marketer.post('decide', batchOf('acme', [{ type: 'objective/reword', id: 'o_a', statement: 'As it is' }])));
  const statements = async (on?: string): Promise<string[]> =>
    (await bookOf(marketer, on === undefined ? {} : { on })).book.objective.map(([, o]: [string, { statement: string }]) => o.statement);
  assert.deepEqual(await statements('2026-05-31'), []);
  assert.deepEqual(await statements('2026-06-01'), ['As it was']);
  assert.deepEqual(await statements('2026-06-02'), ['As it is']);
  assert.deepEqual(await statements('9999-12-31'), ['As it is']);
  assert.deepEqual(await statements(), ['As it is']);
});

test('history tells of one thing or of all, newest first, page by page', async (t) => {
  const { marketer } = await open(t);
  for (const statement of ['One', 'Two', 'Three']) {
    const command: Command = statement === 'One' ? objective('a', 'One') : { type: 'objective/reword', id: 'o_a', statement };
    await good(marketer.post('decide', batchOf('acme', [command, objective(statement)])));
  }
  const ask = async (query: Record<string, string>) => (await good(marketer.get('history', { company: 'acme', ...query }))).body;
  const told = (entries: { event: { statement: string } }[]): string[] => entries.map((e) => e.event.statement);
  assert.deepEqual(told((await ask({ thing: 'o_a' })).entries), ['Three', 'Two', 'One']);
  const page = await ask({ thing: 'o_a', limit: '2' });
  assert.deepEqual([told(page.entries), page.more], [['Three', 'Two'], true]);
  const rest = await ask({ thing: 'o_a', limit: '2', before: String(page.entries[1].stamp.seq) });
  assert.deepEqual([told(rest.entries), rest.more], [['One'], false]);
  assert.equal((await ask({})).entries[0].event.id, 'o_Three');
});

test('money, requests and reasons do not reach a viewer by snapshot, stream, history, answer or past day', async (t) => {
  const { marketer, viewer, stakeholder } = await open(t);
  const notes = [
    { id: 'n_why', text: 'SECRET-REASON' },
    { id: 'n_ask', text: 'SECRET-REQUEST' },
  ];
  const { me } = await bookOf(marketer);
  await good(
    marketer.post(
      'decide',
      batchOf(
        'acme',
        [
          {
            type: 'priority/plan',
            id: 'r_a',
            period: '2026-Q2',
            owner: null,
            title: 'Fleet webinars',
            moscow: 'must',
            outcomes: [],
            effortDays: 5,
            budgetMinor: 987_654_321,
            from: '2026-04-01',
            to: '2026-06-30',
          },
          {
            type: 'item/add',
            id: 'w_a',
            title: 'Webinar',
            priority: 'r_a',
            owner: null,
            sizeDays: 2,
            request: { by: me, on: '2026-05-20', words: 'n_ask' },
            foundational: null,
            on: '2026-05-20',
          },
          { type: 'priority/resize', id: 'r_a', effortDays: 6, budgetMinor: 123_454_321 },
          { type: 'item/drop', id: 'w_a', why: 'n_why' },
        ],
        { notes },
      ),
    ),
  );
  const wire = async (who: Somebody): Promise<string> => {
    const stream = streamOf(await who.fetch('/api/live?company=acme', { headers: { 'last-event-id': '0' } }));
    await stream.until(5);
    await stream.leave();
    const texts = [
      await who.get('book', { company: 'acme' }),
      await who.get('book', { company: 'acme', on: '2026-12-31' }),
      await who.get('history', { company: 'acme' }),
    ].map((a) => a.text);
    return [...texts, JSON.stringify(stream.heard)].join('\n');
  };
  const [viewers, stakeholders] = [await wire(viewer), await wire(stakeholder)];
  assert.match(viewers, /Fleet webinars/);
  for (const secret of ['987654321', '123454321', 'SECRET-REASON', 'SECRET-REQUEST', 'n_why', 'n_ask', 'max@example.com'])
    assert.ok(!viewers.includes(secret), secret);
  for (const told of ['987654321', '123454321', 'SECRET-REASON', 'SECRET-REQUEST']) assert.ok(stakeholders.includes(told), told);
});

test('answers have the shape that the contract promises', async (t) => {
  const { marketer, owner, viewer } = await open(t);
  await good(marketer.post('decide', batchOf('acme', [objective('a')])));
  for (const who of [marketer, viewer]) {
    assert.ok(contract.book.output.safeParse((await who.get('book', { company: 'acme' })).body).success);
    assert.ok(contract.history.output.safeParse((await who.get('history', { company: 'acme' })).body).success);
    assert.ok(contract.door.output.safeParse((await who.get('door')).body).success);
  }
  for (const name of ['audit', 'tokens', 'invitations'] as const) {
    const parsed = contract[name].output.safeParse((await owner.get(name, { company: 'acme' })).body);
    assert.ok(parsed.success, name);
  }
});
