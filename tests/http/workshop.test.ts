/** A workshop's room: members and guests, hidden on the wire until it is shown, links that end, words that can be erased. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import { remindPrework } from '../../src/server/post/remind-prework.ts';
import { batchOf, good } from './house-under-test.ts';
import { decide, lastId, live, scene, send, step, until, write, type Way } from './workshop-scene.ts';

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
    { id: lastId(), code: 'not-yours' },
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

test('whoever has not written is reminded once by itself on the day before, and everybody hears that it is off', async (t) => {
  const { under, cast, id, guest } = await scene(t, 'collaborative');
  const room = under.house.company('acme');
  ok(room.ok);
  const toGil = () =>
    room.value.store
      .dueLetters('2027-01-01', 99)
      .filter(({ address }) => address === 'gil@guest.example')
      .map(({ subject, words }) => [subject, words] as const);
  const remindAt = (...times: readonly string[]): void => times.forEach((at) => remindPrework(room.value, `2026-05-${at}:00Z`));
  const askedFor = (due: string) => ({ type: 'workshop/ask-prework', id, topics: ['retro'], until: due }) as const;
  await decide(cast.marketer, [
    { type: 'workshop/reschedule', id, starts: '2026-05-28T09:00:00.000Z', linksUntil: '2026-05-29' },
    askedFor('2026-05-27'),
  ]);
  // Due on 27 May: not two days before it, not at night, once in the morning of the day before.
  const before = toGil().length;
  remindAt('25T12:00', '26T02:00');
  equal(toGil().length, before);
  remindAt('26T09:00', '26T10:00', '27T09:00');
  const missing = 'Summer: your lines are still missing';
  const reminders = () => toGil().filter(([subject]) => subject === missing).length;
  deepEqual([toGil().length, reminders()], [before + 1, 1]);
  // Asked for a later day he is reminded of that one too, and not on top of the letter that asked.
  under.clock.at = Date.parse('2026-05-26T15:00:00Z');
  await decide(cast.marketer, [askedFor('2026-05-28')]);
  remindAt('27T08:30');
  equal(reminders(), 1);
  remindAt('27T09:00', '27T10:00');
  equal(reminders(), 2);
  const told = toGil().length;
  await decide(cast.marketer, [{ type: 'workshop/cancel', id, why: 'n_off' }], { n_off: 'The budget is frozen' });
  const [subject, words] = toGil().at(-1)!;
  equal(subject, 'Summer: it does not take place');
  match(words, /“The budget is frozen”/);
  remindAt('28T09:30');
  equal(toGil().length, told + 1);
  equal((await under.somebody().post('room-open', guest)).status, 404);
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
