/** What comes of a workshop, in one act: Guidepoint, Blueprint, Backlog, and a reason for whoever asked. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import type { Change } from '../../src/domain/workshop/room/entry.ts';
import { batchOf, good } from './house-under-test.ts';
import { decide, live, scene, send, step, until } from './workshop-scene.ts';

test('a planning workshop becomes a Blueprint, a Backlog in order, and a reason for everybody who asked, in one act', async (t) => {
  const s = await scene(t, 'planning');
  const { cast, id, guest, under } = s;
  const asks = (n: string, words: string): Command => ({
    type: 'request/receive',
    id: `q_${n}`,
    form: null,
    by: 'p_asks',
    on: '2026-05-02',
    result: `n_${words}`,
    whom: null,
    due: null,
    later: null,
    proof: null,
    tactic: null,
  });
  const outcome: Command = {
    type: 'outcome/add',
    id: 'u_pipe',
    objective: 'o_grow',
    owner: null,
    name: 'Open pipeline',
    metric: { kind: 'reported', unit: 'count' },
    from: '2026-07-01',
    due: '2026-09-30',
    baseline: 10,
    target: 40,
  };
  await good(
    cast.marketer.post(
      'decide',
      batchOf(
        'acme',
        [
          { type: 'objective/set', id: 'o_grow', statement: 'Grow', due: '2026-12-31', owner: null },
          outcome,
          asks('guide', 'g'),
          asks('drone', 'd'),
          asks('poster', 'p'),
          asks('map', 'm'),
        ],
        {
          notes: [
            { id: 'n_g', text: 'A tender guide' },
            { id: 'n_d', text: 'A drone video' },
            { id: 'n_p', text: 'A poster' },
            { id: 'n_m', text: 'A map of the port' },
          ],
          people: [{ id: 'p_asks', name: 'Asa Asks', email: 'asa@example.com' }],
        },
      ),
    ),
  );
  const me = (await good(cast.marketer.post('book', { company: 'acme' }))).body.me;
  await decide(
    cast.marketer,
    [
      { type: 'capacity/set-hours', person: me, from: '2026-01-01', hours: 40 },
      {
        type: 'priority/plan',
        id: 'r_fair',
        period: '2026-Q3',
        owner: null,
        title: 'Fair',
        moscow: 'should',
        outcomes: ['u_pipe'],
        effortDays: 5,
        budgetMinor: null,
        from: '2026-07-01',
        to: '2026-08-01',
      },
      {
        type: 'item/add',
        id: 'w_old',
        title: 'Printed catalogue',
        priority: null,
        owner: null,
        sizeDays: 4,
        request: null,
        foundational: null,
        on: '2026-05-01',
      },
      {
        type: 'priority/plan',
        id: 'r_print',
        period: '2026-Q3',
        owner: null,
        title: 'Printed things',
        moscow: 'could',
        outcomes: ['u_pipe'],
        effortDays: 4,
        budgetMinor: null,
        from: '2026-07-01',
        to: '2026-08-01',
      },
      ...(['poster', 'map'] as const).flatMap((n): Command[] => [
        {
          type: 'item/add',
          id: `w_${n}`,
          title: n,
          priority: n === 'poster' ? 'r_print' : null,
          owner: null,
          sizeDays: 2,
          request: null,
          foundational: null,
          on: '2026-05-01',
        },
        { type: 'request/accept', id: `q_${n}`, item: `w_${n}`, why: 'n_yes' },
      ]),
      {
        type: 'budget/open',
        id: 'b_q3',
        name: 'Summer',
        currency: 'EUR',
        owner: null,
        purpose: null,
        takesSpend: false,
        months: [{ month: '2026-M07', minor: 2_000_000 }],
      },
      { type: 'workshop/open', id },
      { type: 'workshop/start-phase', id, phase: 3 },
    ],
    { n_yes: 'Why not' },
  );
  const outsider = under.somebody();
  const put = (seats: readonly string[] = ['sales']) =>
    cast.marketer.post('workshop put-together', { company: 'acme', workshop: id, seats });
  const sort = (card: string, into: 'must' | 'could' | 'wont'): Change => ({ do: 'class', card, into, before: null });
  await send(
    outsider,
    guest,
    sort('q_guide', 'must'),
    sort('w_old', 'wont'),
    sort('q_drone', 'wont'),
    sort('r_print', 'wont'),
    sort('w_map', 'wont'),
  );
  equal((await put()).body.error.code, 'cards-without-effort');
  const terms = (days: number): Change => ({
    do: 'terms',
    card: 'q_guide',
    terms: { days, outcomes: ['u_pipe'], under: null },
  });
  // Money is said apart: a guest neither hears nor says it, and what he says of effort leaves it as it stands.
  const ofGuest = await live(outsider, guest, t);
  await send(cast.stakeholder, s.sam, { do: 'money', card: 'q_guide', minor: 1_234_567 });
  equal((await send(outsider, guest, { do: 'money', card: 'q_guide', minor: 1 }))[0]!.code, 'no-money');
  const sneaking = { days: 9, minor: 1, outcomes: [], under: null };
  equal((await send(outsider, guest, { do: 'terms', card: 'q_guide', terms: sneaking }))[0]!.code, 'not-a-change');
  await send(outsider, guest, terms(3));
  await send(cast.stakeholder, s.sam, terms(400));
  await until(() => JSON.stringify(ofGuest.heard).includes('"days":400'));
  equal(JSON.stringify([ofGuest.heard, (await good(outsider.post('room-open', guest))).body]).includes('1234567'), false);
  match((await good(cast.marketer.post('room-open', s.max))).text, /"money":\{"q_guide":1234567\}/);
  match((await put()).body.error.text, /drone|catalogue/i);
  await send(
    cast.stakeholder,
    s.sam,
    { do: 'reason', card: 'w_old', text: 'Nobody reads it', later: null },
    { do: 'reason', card: 'q_drone', text: 'It serves no outcome', later: '2026-10-01' },
    { do: 'reason', card: 'r_print', text: 'Print waits', later: null },
    { do: 'reason', card: 'w_map', text: 'After the port has moved', later: '2026-11-01' },
  );
  // Over capacity: the whole act is refused, and nothing of it stands.
  equal((await put()).body.error.code, 'over-capacity');
  const open = (await good(cast.marketer.post('requests', { company: 'acme' }))).body.requests.map(({ phase }: { phase: string }) => phase);
  deepEqual(open, ['waiting', 'waiting', 'queued', 'queued']);
  await send(cast.stakeholder, s.sam, terms(10));
  const out = (await good(put())).body;
  deepEqual([out.blueprint, out.accepted, out.notDoing, out.ordered], ['2026-Q3', 1, 4, 1]);
  const { book } = (await good(cast.marketer.post('book', { company: 'acme' }))).body;
  const plan = book.blueprint[0][1].versions[0].plan;
  deepEqual(
    plan.lines.map(({ title, moscow, budgetMinor }: { title: string; moscow: string; budgetMinor: number | null }) => [
      title,
      moscow,
      budgetMinor,
    ]),
    [
      ['A tender guide', 'must', 1_234_567],
      ['Fair', 'should', null],
    ],
  );
  const requests = (await good(cast.marketer.post('requests', { company: 'acme' }))).body.requests;
  deepEqual(
    requests.map(({ phase, why }: { phase: string; why: string }) => [phase, why]),
    [
      ['queued', 'Taken in at the workshop “Summer”.'],
      ['deferred', 'It serves no outcome'],
      // Asked for under a priority that is not in this quarter, and for work that comes back: both hear when, and why.
      ['deferred', 'Print waits'],
      ['deferred', 'After the port has moved'],
    ],
  );
  const room = under.house.company('acme');
  ok(room.ok);
  const letters = room.value.store
    .dueLetters('2027-01-01', 99)
    .filter(({ address }) => address === 'asa@example.com')
    .map(({ words }) => words);
  ok(letters.some((words) => words.includes('It serves no outcome')));
  // One letter for each decision: what came back only to be put off is told once.
  deepEqual(
    ['Print waits', 'After the port has moved', 'back among'].map((said) => letters.filter((words) => words.includes(said)).length),
    [1, 1, 0],
  );
  equal((await put()).body.error.code, 'put-together-already');
  // Signed by the seat that was asked; the minutes say so, written by nobody.
  const stage = (await good(cast.stakeholder.post('room-open', s.sam))).body.stage;
  deepEqual(stage.me.signs, [{ what: 'blueprint', seat: 'sales', version: 1 }]);
  await decide(cast.stakeholder, [{ type: 'blueprint/sign', period: '2026-Q3', version: 1, seat: 'sales' }]);
  const minutes = (await good(cast.viewer.post('workshop minutes', { company: 'acme', workshop: id }))).body;
  equal(minutes.signed.length, 1);
  // The guest saw no money on the table; a viewer reads no requests in the minutes.
  equal((await good(outsider.post('room-open', guest))).body.deck.showsMoney, false);
  deepEqual(minutes.notDoing, []);
});

test('a collaborative workshop becomes a Guidepoint put forward, and launches become work', async (t) => {
  const s = await scene(t, 'collaborative');
  const { cast, id, guest, under } = s;
  const outsider = under.somebody();
  const outcome: Command = {
    type: 'outcome/add',
    id: 'u_pipe',
    objective: 'o_grow',
    owner: null,
    name: 'Open pipeline',
    metric: { kind: 'reported', unit: 'count' },
    from: '2026-07-01',
    due: '2026-09-30',
    baseline: 10,
    target: 40,
  };
  await decide(cast.marketer, [
    { type: 'objective/set', id: 'o_grow', statement: 'Grow', due: '2026-12-31', owner: null },
    outcome,
    { type: 'workshop/open', id },
  ]);
  await step(s, 9);
  // A guest picks outcomes by name; what they are worth and how far they are does not come to him.
  const { stage } = (await good(outsider.post('room-open', guest))).body;
  deepEqual(stage.outcomes, [{ id: 'u_pipe', name: 'Open pipeline' }]);
  const wire = await live(outsider, guest, t);
  await until(() => wire.heard.some(({ event }) => event === 'snapshot'));
  equal(/target|baseline|minor|budget|objective/i.test(JSON.stringify([stage, wire.heard])), false);
  await send(
    outsider,
    guest,
    { do: 'word', statement: 'Shippers come to us before they tender.', outcomes: ['u_pipe'] },
    { do: 'write', card: 'j_l', topic: 'launch', lane: '', text: 'Ten calls with a one-page guide' },
  );
  await good(cast.marketer.post('workshop show-cards', { company: 'acme', workshop: id, topic: 'launch' }));
  await step(s, 10);
  await send(outsider, guest, { do: 'vote', topic: 'launch', on: 'j_l', dots: 2 });
  await good(cast.marketer.post('workshop show-votes', { company: 'acme', workshop: id, topic: 'launch' }));
  const out = (await good(cast.marketer.post('workshop put-together', { company: 'acme', workshop: id, seats: ['ceo', 'sales'] }))).body;
  deepEqual(out, { guidepoint: '2026-Q3', scenario: null, blueprint: null, ordered: 1, accepted: 0, notDoing: 0 });
  const { book } = (await good(cast.marketer.post('book', { company: 'acme' }))).body;
  equal(book.guidepoint[0][1].versions[0].statement, 'Shippers come to us before they tender.');
  equal(book.item[0][1].title, 'Ten calls with a one-page guide');
});
