/** A workshop from its plan to what came of it: members and guests, hidden on the wire until it is shown, told to whoever asked. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import type { Change } from '../../src/domain/workshop/room/entry.ts';
import { batchOf, castIn, good, openUnder, type Cast, type Somebody, type Under } from './house-under-test.ts';
import { streamOf, type Stream } from './stream.ts';

const MAIL = { LOCKSTEP_SMTP_URL: 'smtp://127.0.0.1:1', LOCKSTEP_MAIL_FROM: 'Acme <a@acme.example>' };
type Way = { readonly company: string; readonly token?: string; readonly workshop?: string };
type Scene = {
  readonly under: Under;
  readonly cast: Cast;
  readonly id: `h_${string}`;
  readonly guest: Way;
  readonly sam: Way;
  readonly max: Way;
};

const decide = (who: Somebody, commands: readonly Command[], notes: Record<string, string> = {}) =>
  good(who.post('decide', batchOf('acme', commands, { notes: Object.entries(notes).map(([id, text]) => ({ id, text })) })));
let made = 0;
const send = async (who: Somebody, way: Way, ...changes: readonly Change[]) =>
  (await good(who.post('room-send', { ...way, changes: changes.map((change) => ({ id: `change-${made++}`, change })) }))).body.taken as {
    seq?: number;
    code?: string;
  }[];
const live = async (who: Somebody, way: Way, t: TestContext): Promise<Stream> => {
  const stream = streamOf(await who.fetch(`/api/room-live?${new URLSearchParams(way as Record<string, string>).toString()}`));
  t.after(() => stream.leave());
  return stream;
};
const until = async (what: () => boolean): Promise<void> => {
  for (let tries = 0; !what(); tries++) {
    if (tries > 2000) throw new Error(`never: ${what.toString()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
};

const scene = async (t: TestContext, kind: 'collaborative' | 'planning'): Promise<Scene> => {
  const under = await openUnder(t, MAIL);
  const cast = await castIn(under);
  const plan = {
    title: 'Summer',
    purpose: 'What should the summer change?',
    kind,
    period: '2026-Q3',
    starts: '2026-05-21T09:00:00Z',
    prework: '2026-05-21',
  };
  const people = ['Sam', 'Vera', 'Gil Guest <gil@guest.example>'];
  const { id, links } = (await good(cast.marketer.post('workshop plan', { company: 'acme', ...plan, people }))).body;
  const token = links
    .find(({ name }: { name: string }) => name === 'Gil Guest')
    .link.split('/')
    .at(-1);
  const signedIn = { company: 'acme', workshop: id };
  return { under, cast, id, guest: { company: 'acme', token }, sam: signedIn, max: signedIn };
};
const step = ({ cast, id }: Scene, phase: number) => decide(cast.marketer, [{ type: 'workshop/start-phase', id, phase }]);
const write = (card: `j_${string}`, text: string, topic: 'retro' | 'guidepoint' | 'ideas' = 'guidepoint', lane = ''): Change => ({
  do: 'write',
  card,
  topic,
  lane,
  text,
});

test('what somebody writes before and in the room reaches nobody else, on no wire, before it is shown', async (t) => {
  const s = await scene(t, 'collaborative');
  const { cast, id, guest, sam, under } = s;
  const outsider = under.somebody();
  const [ofGuest, ofSam, ofMax] = [
    await live(outsider, guest, t),
    await live(cast.stakeholder, sam, t),
    await live(cast.marketer, s.max, t),
  ];
  const wires = () => JSON.stringify([ofSam.heard, ofMax.heard]);
  await send(outsider, guest, write('j_1', 'the guests secret', 'retro', 'stop'));
  equal((await good(outsider.post('room-done', guest))).body.cards, 1);
  await decide(cast.marketer, [{ type: 'workshop/open', id }]);
  await step(s, 2);
  const [taken] = await send(outsider, guest, write('j_2', 'a second secret'));
  ok(taken!.seq);
  await until(() => wires().includes('"hidden"'));
  equal(/secret/.test(wires()), false);
  equal(/secret/.test((await good(cast.stakeholder.post('room-open', sam))).text), false);
  equal(/secret/.test((await good(cast.marketer.post('history', { company: 'acme' }))).text), false);
  // His own he sees, and what may not be is told by its code.
  match(JSON.stringify(ofGuest.heard), /a second secret/);
  deepEqual(await send(cast.stakeholder, sam, { do: 'rewrite', card: 'j_2', topic: 'guidepoint', text: 'mine now' }), [
    { id: `change-${made - 1}`, code: 'not-yours' },
  ]);
  await good(cast.marketer.post('workshop show-cards', { company: 'acme', workshop: id, topic: 'guidepoint' }));
  await until(() => wires().includes('a second secret'));
  equal(wires().includes('the guests secret'), false);
  // The journal names the card and its note; whoever shows cards cannot make them up.
  const shown = (await good(cast.marketer.post('book', { company: 'acme' }))).body.book.workshop[0][1].shown.guidepoint;
  deepEqual(
    shown.map(({ card, by }: { card: string; by: unknown }) => [card, by]),
    [['j_2', null]],
  );
  const forged: Command = { type: 'workshop/reveal-cards', id, topic: 'ideas', cards: [] };
  equal((await cast.marketer.post('decide', batchOf('acme', [forged]))).body.error.code, 'not-counted-here');
});

test('dots stay hidden until they are counted, and then only their sums are told', async (t) => {
  const s = await scene(t, 'collaborative');
  const { cast, id, guest, sam, under } = s;
  const outsider = under.somebody();
  await decide(cast.marketer, [{ type: 'workshop/open', id }]);
  await step(s, 2);
  await send(outsider, guest, write('j_1', 'Shippers come before they tender'));
  await good(cast.marketer.post('workshop show-cards', { company: 'acme', workshop: id, topic: 'guidepoint' }));
  await step(s, 4);
  const ofSam = await live(cast.stakeholder, sam, t);
  deepEqual((await send(outsider, guest, { do: 'vote', topic: 'guidepoint', on: 'j_1', dots: 6 }))[0]!.code, 'no-dots-left');
  await send(outsider, guest, { do: 'vote', topic: 'guidepoint', on: 'j_1', dots: 3 });
  await send(cast.stakeholder, sam, { do: 'vote', topic: 'guidepoint', on: 'j_1', dots: 2 });
  await until(() => JSON.stringify(ofSam.heard).includes('"dots":3'));
  equal(JSON.stringify(ofSam.heard).includes('"on":"j_1","dots":3'), false);
  deepEqual((await good(cast.marketer.post('workshop show-votes', { company: 'acme', workshop: id, topic: 'guidepoint' }))).body, {
    voters: 2,
    counts: [{ on: 'j_1', dots: 5 }],
  });
  equal((await send(outsider, guest, { do: 'vote', topic: 'guidepoint', on: 'j_1', dots: 1 }))[0]!.code, 'votes-shut');
});

test('a change that is sent again is answered with where it stands, and what was missed is sent', async (t) => {
  const s = await scene(t, 'collaborative');
  const { cast, guest, under } = s;
  const outsider = under.somebody();
  const changes = [{ id: 'the-same-1', change: write('j_1', 'Less mail', 'retro', 'stop') }];
  const first = (await good(outsider.post('room-send', { ...guest, changes }))).body;
  deepEqual((await good(outsider.post('room-send', { ...guest, changes }))).body, first);
  equal((await good(cast.stakeholder.post('room-send', { ...s.sam, changes }))).body.taken[0].code, 'id-taken');
  await send(outsider, guest, write('j_2', 'More calls', 'retro', 'start'));
  const back = await live(outsider, { ...guest, seq: '1', showings: '0' } as Way, t);
  await until(() => back.heard.some(({ event }) => event === 'changes'));
  const heard = back.heard.find(({ event }) => event === 'changes')!.data;
  deepEqual(
    heard.changes.map(({ seq, change }: { seq: number; change: { text: string } }) => [seq, change.text]),
    [[2, 'More calls']],
  );
  ok(back.heard.every(({ event }) => event !== 'snapshot'));
});

test('a link ends when it is renewed, when its person is asked out, and after its last day', async (t) => {
  const { under, cast, id, guest } = await scene(t, 'collaborative');
  const outsider = under.somebody();
  const opens = async (way: Way) => (await outsider.post('room-open', way)).status;
  equal(await opens(guest), 200);
  equal(await opens({ ...guest, token: `${guest.token!.slice(0, -2)}xx` }), 404);
  const { link } = (await good(cast.marketer.post('workshop link', { company: 'acme', workshop: id, person: 'Gil Guest', renew: true })))
    .body;
  const renewed = { company: 'acme', token: link.split('/').at(-1) };
  deepEqual([await opens(guest), await opens(renewed)], [404, 200]);
  const before = under.clock.at;
  under.clock.at += 9 * 86_400_000;
  equal(await opens(renewed), 404);
  under.clock.at = before;
  const stream = await live(outsider, renewed, t);
  const gil = (await good(cast.marketer.post('book', { company: 'acme' }))).body.book.workshop[0][1].people.find(
    (p: { guest: boolean }) => p.guest,
  ).person;
  await decide(cast.marketer, [{ type: 'workshop/uninvite', id, person: gil }]);
  await stream.ended;
  equal(await opens(renewed), 404);
});

test('people are written to before it, reminded, and told when it begins, each with his own link', async (t) => {
  const { under, cast, id, guest } = await scene(t, 'collaborative');
  const room = under.house.company('acme');
  ok(room.ok);
  const letters = () => room.value.store.dueLetters('2027-01-01', 99).map(({ address, subject }) => [address, subject]);
  // Nobody here but the guest has an address in the company's own rows unless he joined with one.
  ok(letters().some(([address, subject]) => address === 'gil@guest.example' && subject === 'Summer: a few lines before we meet'));
  await good(under.somebody().post('room-done', guest));
  const { reminded } = (await good(cast.marketer.post('workshop remind', { company: 'acme', workshop: id }))).body;
  equal(reminded.includes('Gil Guest'), false);
  equal(
    letters()
      .filter(([, subject]) => subject?.includes('still missing'))
      .some(([address]) => address === 'gil@guest.example'),
    false,
  );
  await decide(cast.marketer, [{ type: 'workshop/open', id }]);
  ok(letters().some(([address, subject]) => address === 'gil@guest.example' && subject === 'Summer: it begins'));
});

test('erasing a guest takes his words from the room and the minutes, and his name', async (t) => {
  const s = await scene(t, 'collaborative');
  const { cast, id, guest, under } = s;
  const outsider = under.somebody();
  await send(outsider, guest, write('j_1', 'only I would say this', 'retro', 'stop'));
  await decide(cast.marketer, [{ type: 'workshop/open', id }]);
  await good(cast.marketer.post('workshop show-cards', { company: 'acme', workshop: id, topic: 'retro' }));
  const ofSam = await live(cast.stakeholder, s.sam, t);
  match((await good(cast.marketer.post('workshop minutes', { company: 'acme', workshop: id }))).text, /only I would say this/);
  await good(cast.owner.post('workshop erase', { company: 'acme', workshop: id, person: 'gil@guest.example' }));
  await until(() => ofSam.heard.some(({ event }) => event === 'again'));
  for (const said of [
    await good(cast.marketer.post('workshop minutes', { company: 'acme', workshop: id })),
    await good(cast.marketer.post('room-open', s.max)),
    await good(cast.marketer.post('book', { company: 'acme' })),
  ])
    equal(/only I would say|Gil Guest/.test(said.text), false);
});

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
        ],
        {
          notes: [
            { id: 'n_g', text: 'A tender guide' },
            { id: 'n_d', text: 'A drone video' },
          ],
          people: [{ id: 'p_asks', name: 'Asa Asks', email: 'asa@example.com' }],
        },
      ),
    ),
  );
  const me = (await good(cast.marketer.post('book', { company: 'acme' }))).body.me;
  await decide(cast.marketer, [
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
    { type: 'workshop/open', id },
    { type: 'workshop/start-phase', id, phase: 3 },
  ]);
  const outsider = under.somebody();
  const put = (seats: readonly string[] = ['sales']) =>
    cast.marketer.post('workshop put-together', { company: 'acme', workshop: id, seats });
  const sort = (card: string, into: 'must' | 'could' | 'wont'): Change => ({ do: 'class', card, into, before: null });
  await send(outsider, guest, sort('q_guide', 'must'), sort('w_old', 'wont'), sort('q_drone', 'wont'));
  equal((await put()).body.error.code, 'cards-without-effort');
  const terms = (days: number): Change => ({
    do: 'terms',
    card: 'q_guide',
    terms: { days, minor: null, outcomes: ['u_pipe'], under: null },
  });
  await send(cast.stakeholder, s.sam, terms(400));
  match((await put()).body.error.text, /drone|catalogue/i);
  await send(
    cast.stakeholder,
    s.sam,
    { do: 'reason', card: 'w_old', text: 'Nobody reads it', later: null },
    { do: 'reason', card: 'q_drone', text: 'It serves no outcome', later: '2026-10-01' },
  );
  // Over capacity: the whole act is refused, and nothing of it stands.
  equal((await put()).body.error.code, 'over-capacity');
  const open = (await good(cast.marketer.post('requests', { company: 'acme' }))).body.requests.map(({ phase }: { phase: string }) => phase);
  deepEqual(open, ['waiting', 'waiting']);
  await send(cast.stakeholder, s.sam, terms(10));
  const out = (await good(put())).body;
  deepEqual([out.blueprint, out.accepted, out.notDoing, out.ordered], ['2026-Q3', 1, 2, 1]);
  const { book } = (await good(cast.marketer.post('book', { company: 'acme' }))).body;
  const plan = book.blueprint[0][1].versions[0].plan;
  deepEqual(
    plan.lines.map(({ title, moscow }: { title: string; moscow: string }) => [title, moscow]),
    [
      ['A tender guide', 'must'],
      ['Fair', 'should'],
    ],
  );
  const requests = (await good(cast.marketer.post('requests', { company: 'acme' }))).body.requests;
  deepEqual(
    requests.map(({ phase, why }: { phase: string; why: string }) => [phase, why]),
    [
      ['queued', 'Taken in at the workshop “Summer”.'],
      ['deferred', 'It serves no outcome'],
    ],
  );
  const room = under.house.company('acme');
  ok(room.ok);
  const letters = room.value.store
    .dueLetters('2027-01-01', 99)
    .filter(({ address }) => address === 'asa@example.com')
    .map(({ words }) => words);
  ok(letters.some((words) => words.includes('It serves no outcome')));
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
