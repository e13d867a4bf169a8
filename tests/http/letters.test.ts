/** Mail to requesters, against a mail server of our own: what they hear, when it is tried again, and what a kill leaves. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Command } from '../../src/domain/book.ts';
import { openPostman } from '../../src/server/post/postman.ts';
import { startSending, type Sending } from '../../src/server/post/sending.ts';
import { batchOf, castIn, good, openUnder, type Cast, type Under } from './house-under-test.ts';

type Got = { readonly to: string; readonly subject: string; readonly text: string; readonly id: string; readonly from: string };
type Office = { readonly url: string; readonly got: Got[]; readonly mood: { refuse: null | 450 | 550 } };

const office = async (t: TestContext): Promise<Office> => {
  const got: Got[] = [];
  const mood: Office['mood'] = { refuse: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (mood.refuse === null) return done();
      done(Object.assign(new Error(mood.refuse === 550 ? 'no such mailbox' : 'try later'), { responseCode: mood.refuse }));
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const read = async (): Promise<void> => {
          const mail = await PostalMime.parse(Buffer.concat(chunks));
          const { subject = '', text = '', messageId: id = '' } = mail;
          got.push({ to: mail.to?.[0]?.address ?? '', subject, text, id, from: mail.from?.address ?? '' });
          done();
        };
        void read();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  t.after(() => new Promise<void>((closed) => server.close(() => closed())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got, mood };
};

const FROM = 'Acme marketing <marketing@acme.example>';
type Scene = {
  readonly under: Under;
  readonly cast: Cast;
  readonly post: Office;
  readonly sending: Sending;
  readonly id: `q_${string}`;
  readonly link: string;
};

const scene = async (t: TestContext): Promise<Scene> => {
  const post = await office(t);
  const under = await openUnder(t, { LOCKSTEP_SMTP_URL: post.url, LOCKSTEP_MAIL_FROM: FROM });
  const cast = await castIn(under);
  const sending = sendingFrom(t, under, post);
  const made = (await good(cast.marketer.post('form make', { company: 'acme', name: 'Sales' }))).body;
  const token = made.link.split('/').at(-1);
  const nobody = under.somebody();
  const { stamp } = (await good(nobody.post('open-form', { company: 'acme', token }))).body;
  under.clock.at += 10_000;
  const wish = { result: 'Ten shippers meet sales.', whom: 'Shippers', proof: 'Meetings', name: 'Sanne', email: 'sanne@example.com' };
  const { link } = (await good(nobody.post('file-request', { company: 'acme', token, stamp, ...wish }))).body;
  const [{ id }] = (await good(cast.marketer.post('requests', { company: 'acme' }))).body.requests;
  return { under, cast, post, sending, id, link: link.replace(/^https?:\/\/[^/]+/, 'https://lockstep.example') };
};
const sendingFrom = (t: TestContext, under: Under, post: Office): Sending => {
  const sending = startSending(under.house, openPostman({ smtp: post.url, from: FROM }), {
    now: under.door.now,
    publicUrl: 'https://lockstep.example',
    log: under.door.log,
    every: 3_600_000,
  });
  t.after(() => sending.stop());
  return sending;
};
const decide = ({ cast }: Scene, commands: readonly Command[], notes: Record<string, string> = {}) =>
  good(cast.marketer.post('decide', batchOf('acme', commands, { notes: Object.entries(notes).map(([id, text]) => ({ id, text })) })));
const item: Command = {
  type: 'item/add',
  id: 'w_a',
  title: 'Dock day',
  priority: null,
  owner: null,
  sizeDays: null,
  request: null,
  foundational: null,
  on: '2026-05-21',
};
const subjects = ({ post }: Scene): string[] => post.got.map(({ subject }) => subject);

test('a requester with an address hears that it was received, what was decided and why, and when it is done', async (t) => {
  const s = await scene(t);
  await s.sending.round();
  await decide(s, [item, { type: 'request/accept', id: s.id, item: 'w_a', why: 'n_yes' }], {
    n_yes: 'Grüße: shippers tender now “this year”.',
  });
  await s.sending.round();
  await decide(s, [
    { type: 'item/start', id: 'w_a', on: '2026-05-21' },
    { type: 'item/finish', id: 'w_a', on: '2026-05-21' },
  ]);
  await s.sending.round();
  deepEqual(subjects(s), ['R-1: received', 'R-1: accepted', 'R-1: done']);
  for (const { to, from, text, subject } of s.post.got) {
    deepEqual([to, from], ['sanne@example.com', 'marketing@acme.example']);
    ok(text.includes(s.link), 'every letter leads to the page');
    equal(text.includes('“Ten shippers meet sales”'), subject !== 'R-1: received', 'nobody’s words go out before somebody has read them');
  }
  match(s.post.got[1]!.text, /Grüße: shippers tender now “this year”\./);
  equal(await s.sending.round(), 0, 'and nothing is sent twice');
  deepEqual((await good(s.cast.marketer.post('post', { company: 'acme' }))).body, { mails: true, waiting: 0, givenUp: 0, fault: null });
});

test('whoever was joined with a request hears of its fate, too', async (t) => {
  const s = await scene(t);
  const room = s.under.house.company('acme');
  ok(room.ok);
  const { by } = room.value.book().request.get(s.id)!;
  await decide(
    s,
    [
      {
        type: 'request/receive',
        id: 'q_two',
        form: null,
        by,
        on: '2026-05-21',
        result: 'n_r',
        whom: null,
        due: null,
        later: null,
        proof: null,
        tactic: null,
      },
    ],
    {
      n_r: 'The same in other words.',
    },
  );
  await decide(s, [{ type: 'request/merge', id: 'q_two', into: s.id, why: 'n_m' }], { n_m: 'The same.' });
  await decide(s, [{ type: 'request/decline', id: s.id, why: 'n_d' }], { n_d: 'Not this year.' });
  await s.sending.round();
  deepEqual(subjects(s), ['R-1: received', 'R-2: received', 'R-2: joined with R-1', 'R-1: declined', 'R-2: declined']);
});

test('what the mail server cannot take now is tried again later, and later still', async (t) => {
  const s = await scene(t);
  s.post.mood.refuse = 450;
  equal(await s.sending.round(), 0);
  equal((await good(s.cast.marketer.post('post', { company: 'acme' }))).body.waiting, 1);
  s.post.mood.refuse = null;
  equal(await s.sending.round(), 0, 'not at once');
  s.under.clock.at += 61_000;
  equal(await s.sending.round(), 1);
  deepEqual(subjects(s), ['R-1: received']);
});

test('an address that does not exist is given up at once, and said where the links are', async (t) => {
  const s = await scene(t);
  s.post.mood.refuse = 550;
  await s.sending.round();
  const stands = (await good(s.cast.marketer.post('post', { company: 'acme' }))).body;
  deepEqual([stands.waiting, stands.givenUp], [0, 1]);
  match(stands.fault, /no such mailbox/);
});

test('what was written before a kill is sent after it, under the id it would have had', async (t) => {
  const s = await scene(t);
  await s.sending.stop();
  const room = s.under.house.company('acme');
  ok(room.ok);
  const [letter] = room.value.store.dueLetters(s.under.door.now(), 9);
  await s.under.house.closeCompany('acme');
  const again = sendingFrom(t, s.under, s.post);
  equal(await again.round(), 1);
  // The server died after the mail server took it and before that was noted: it goes out again, as the same letter.
  const reopened = s.under.house.company('acme');
  ok(reopened.ok && letter);
  const postman = openPostman({ smtp: s.post.url, from: FROM });
  await postman.send({ to: letter.address, subject: letter.subject, text: 'again', once: `acme ${letter.news}` });
  postman.close();
  equal(s.post.got[0]!.id, s.post.got[1]!.id);
});

test('who is erased gets no letter any more, and none keeps his words', async (t) => {
  const s = await scene(t);
  await good(s.cast.owner.post('request erase', { company: 'acme', request: s.id }));
  equal(await s.sending.round(), 0);
  deepEqual(s.post.got, []);
});

test('a date that moved by more than a week is told once', async (t) => {
  const s = await scene(t);
  const commands: Command[] = Array.from({ length: 12 }, (_, n) => [
    { ...item, id: `w_${n}` as const, title: `Item ${n}` },
    { type: 'item/start' as const, id: `w_${n}` as const, on: day(n) },
    { type: 'item/finish' as const, id: `w_${n}` as const, on: day(n) },
  ]).flat();
  await decide(s, commands);
  await decide(s, [item, { type: 'request/accept', id: s.id, item: 'w_a', why: 'n_yes' }], { n_yes: 'Yes.' });
  s.under.clock.at += 3_600_000;
  await s.sending.round();
  const before = s.post.got.length;
  await decide(
    s,
    Array.from({ length: 30 }, (_, n): Command[] => [
      { ...item, id: `w_more${n}` as const, title: `More ${n}` },
      { type: 'backlog/place', item: `w_more${n}` as const, before: 'w_a' },
    ]).flat(),
  );
  for (let n = 0; n < 2; n++) {
    s.under.clock.at += 3_600_000;
    await s.sending.round();
  }
  deepEqual(subjects(s).slice(before), ['R-1: will be later']);
  match(s.post.got.at(-1)!.text, /now 85 % sure to be done by/);
});
/** One a week, over the twelve weeks before the clock. */
const day = (n: number): string => new Date(Date.parse('2026-05-20') - (11 - n) * 7 * 86_400_000).toISOString().slice(0, 10);

test('without a mail server no letter is written', async (t) => {
  const under = await openUnder(t);
  const cast = await castIn(under);
  deepEqual((await good(cast.marketer.post('post', { company: 'acme' }))).body, { mails: false, waiting: 0, givenUp: 0, fault: null });
});
