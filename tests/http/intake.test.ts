/** Asking for work without an account: by a share link, on a page of one's own, and what a program or a stranger gets. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import { batchOf, castIn, good, openUnder, type Answer, type Cast, type Somebody, type Under } from './house-under-test.ts';
import { streamOf } from './stream.ts';

const WISH = {
  result: 'At the Hamburg dock day, sales meets ten food shippers that write a tender this year.',
  whom: 'Warehouse heads at food shippers',
  proof: 'Ten first meetings, logged in the CRM',
  due: '2026-07-04',
  later: 'The event is over.',
  tactic: 'A mailing',
  name: 'Sanne Vos',
  email: 'sanne@example.com',
};
type Link = { readonly company: string; readonly token: string };
type Scene = { readonly under: Under; readonly cast: Cast; readonly form: Link & { readonly id: string } };

const linkOf = (link: string): Link => ({ company: link.split('/').at(-2)!, token: link.split('/').at(-1)! });

const scene = async (t: TestContext, env: Record<string, string> = {}): Promise<Scene> => {
  const under = await openUnder(t, env);
  const cast = await castIn(under);
  const { id, link } = (await good(cast.marketer.post('form make', { company: 'acme', name: 'Sales' }))).body;
  return { under, cast, form: { ...linkOf(link), id } };
};

const opened = async ({ under, form }: Scene, who: Somebody): Promise<string> => {
  const { stamp } = (await good(who.post('open-form', { company: form.company, token: form.token }))).body;
  under.clock.at += 10_000;
  return stamp;
};
const filed = async (s: Scene, wish: object = WISH, who = s.under.somebody()): Promise<Answer> => {
  const stamp = await opened(s, who);
  return who.post('file-request', { company: s.form.company, token: s.form.token, stamp, ...wish });
};
const decide = (who: Somebody, commands: readonly Command[], notes: Record<string, string> = {}): Promise<Answer> =>
  good(who.post('decide', batchOf('acme', commands, { notes: Object.entries(notes).map(([id, text]) => ({ id, text })) })));
const item = (id: `w_${string}`, title: string): Command => ({
  type: 'item/add',
  id,
  title,
  priority: null,
  owner: null,
  sizeDays: null,
  request: null,
  foundational: null,
  on: '2026-05-21',
});
type Listed = {
  readonly id: `q_${string}`;
  readonly ref: string;
  readonly by: string;
  readonly phase: string;
  readonly title: string | null;
};
const requestsOf = async ({ cast }: Scene): Promise<Listed[]> =>
  (await good(cast.marketer.post('requests', { company: 'acme' }))).body.requests;

test('somebody without an account asks by a share link and gets a page of his own', async (t) => {
  const s = await scene(t);
  const { ref, link } = (await good(filed(s))).body;
  equal(ref, 'R-1');
  match(link, /\/r\/acme\/[0-9a-f]+\.[A-Za-z0-9_-]{43}$/);
  const page = (await good(s.under.somebody().post('open-page', linkOf(link)))).body;
  equal(page.title, 'Received. It waits for a decision.');
  equal(page.about, 'Request R-1 by Sanne Vos, 21 May');
  deepEqual(
    (await requestsOf(s)).map(({ ref: name, by, phase, title }) => [name, by, phase, title]),
    [['R-1', 'Sanne Vos', 'waiting', 'At the Hamburg dock day, sales meets ten food shippers that write a tender this year']],
  );
});

test('the same request sent twice is received once; changed in between, it is another', async (t) => {
  const s = await scene(t);
  const who = s.under.somebody();
  const stamp = await opened(s, who);
  const send = (wish: object) => who.post('file-request', { company: 'acme', token: s.form.token, stamp, ...wish });
  const first = (await good(send(WISH))).body;
  deepEqual((await good(send(WISH))).body, first);
  notSame((await good(send({ ...WISH, result: 'Something else entirely' }))).body.link, first.link);
  equal((await requestsOf(s)).length, 2);
});
const notSame = (a: string, b: string): void => ok(a !== b);

test('the page follows what the team decides, live, and says nothing of the rest', async (t) => {
  const s = await scene(t);
  const { link } = (await good(filed(s))).body;
  const { id } = (await requestsOf(s))[0]!;
  const { company, token } = linkOf(link);
  const stream = streamOf(await s.under.somebody().fetch(`/api/page-live?company=${company}&token=${token}`));
  const [first] = await stream.until(1);
  equal(first!.data.phase, 'waiting');
  await decide(s.cast.marketer, [item('w_other', 'Secret launch of the yard module')]);
  await decide(s.cast.marketer, [item('w_a', 'Hamburg dock day'), { type: 'request/accept', id, item: 'w_a', why: 'n_yes' }], {
    n_yes: 'Food shippers tender this year.',
  });
  const [, accepted] = await stream.until(2);
  match(accepted!.data.title, /^Accepted, at place 2\./);
  equal(accepted!.data.why.words, 'Food shippers tender this year.');
  await decide(s.cast.marketer, [{ type: 'backlog/place', item: 'w_a', before: 'w_other' }]);
  const [, , moved] = await stream.until(3);
  match(moved!.data.title, /^Accepted, at place 1\./);
  equal(JSON.stringify(stream.heard).includes('Secret launch'), false, 'other work is counted, not named');
  deepEqual([...new Set(stream.heard.map(({ event }) => event))], ['page']);
  await decide(s.cast.owner, [{ type: 'company/show-titles', shown: true }]);
  await stream.until(4);
  equal(JSON.stringify(stream.heard.at(-1)).includes('Secret launch'), true, 'unless the company says so');
  await stream.leave();
});

test('by his page a requester withdraws, answers and asks for a place, each once however often it is sent', async (t) => {
  const s = await scene(t);
  const page = linkOf((await good(filed(s))).body.link);
  const { id } = (await requestsOf(s))[0]!;
  const nobody = s.under.somebody();
  await decide(s.cast.marketer, [{ type: 'request/ask', id, question: 'n_q' }], { n_q: 'How will we measure that?' });
  equal((await good(nobody.post('open-page', page))).body.question, 'How will we measure that?');
  const answer = { ...page, batch: 'answer-1', answer: 'Meetings in the CRM' };
  await good(nobody.post('page-answer', answer));
  equal((await good(nobody.post('page-answer', answer))).body.question, null);
  await decide(s.cast.marketer, [item('w_a', 'A'), item('w_b', 'B'), { type: 'request/accept', id, item: 'w_b', why: 'n_y' }], {
    n_y: 'Yes.',
  });
  match(
    (await good(nobody.post('page-ask-place', { ...page, batch: 'place-01', place: 1, note: 'The event' }))).body.place.text,
    /place 1/,
  );
  await decide(
    s.cast.marketer,
    [
      { type: 'backlog/place', item: 'w_b', before: 'w_a' },
      { type: 'request/answer-place', id, granted: true, why: 'n_p' },
    ],
    { n_p: 'It is short.' },
  );
  equal((await good(nobody.post('open-page', page))).body.place.why, 'It is short.');
  equal(
    (await good(nobody.post('page-withdraw', { ...page, batch: 'withdraw', why: 'The fair was called off' }))).body.title,
    'Withdrawn.',
  );
  const again = await nobody.post('page-withdraw', { ...page, batch: 'withdraw-2', why: null });
  equal(again.body.error.code, 'request-stands-otherwise');
});

test('a wrong link, a revoked one and one that is over say so kindly, and nothing else', async (t) => {
  const s = await scene(t);
  const who = s.under.somebody();
  for (const link of [
    { company: 'acme', token: 'lsf_wrong' },
    { company: 'nowhere', token: s.form.token },
    { company: 'other', token: s.form.token },
  ])
    equal((await who.post('open-form', link)).body.error.code, 'no-such-form');
  const page = linkOf((await good(filed(s))).body.link);
  for (const token of [`${page.token}x`, page.token.replace(/^./, (c) => (c === '0' ? '1' : '0')), '.', ''])
    ok([400, 404].includes((await who.post('open-page', { ...page, token })).status));
  equal((await who.fetch(`/api/page-live?company=acme&token=${page.token}x`)).status, 404);
  const short = (await good(s.cast.marketer.post('form make', { company: 'acme', name: 'Fair', until: '2026-05-21' }))).body;
  await good(who.post('open-form', linkOf(short.link)));
  s.under.clock.at += 86_400_000;
  deepEqual((await who.post('open-form', linkOf(short.link))).body.error.detail, { how: 'expired' });
  const stamp = await opened(s, who);
  await good(s.cast.marketer.post('form revoke', { company: 'acme', id: s.form.id }));
  for (const answer of [
    await who.post('open-form', { company: 'acme', token: s.form.token }),
    await who.post('file-request', { company: 'acme', token: s.form.token, stamp, ...WISH }),
  ])
    deepEqual([answer.status, answer.body.error.code, answer.body.error.text], [410, 'form-closed', 'The form “Sales” was closed.']);
  equal((await requestsOf(s)).length, 1, 'what was received before stays');
  await good(who.post('open-page', page));
});

test('a program that fills in what people do not see, is too quick, or brings no stamp of ours gets nowhere', async (t) => {
  const s = await scene(t);
  const who = s.under.somebody();
  const send = (over: object) => who.post('file-request', { company: 'acme', token: s.form.token, ...WISH, ...over });
  const stamp = await opened(s, who);
  equal((await send({ stamp, website: 'https://pills.example' })).body.error.code, 'looks-automatic');
  for (const wrong of ['', 'x.y.z', `${stamp}x`, stamp.replace(/^./, '0')])
    equal((await send({ stamp: wrong })).body.error.code, 'form-too-old');
  const { stamp: fresh } = (await good(who.post('open-form', { company: 'acme', token: s.form.token }))).body;
  equal((await send({ stamp: fresh })).body.error.code, 'too-fast');
  s.under.clock.at += 25 * 3_600_000;
  equal((await send({ stamp: fresh })).body.error.code, 'form-too-old');
  deepEqual(await requestsOf(s), []);
});

test('who sends too much is told to wait, and nothing is received of it; others by another link are not held up', async (t) => {
  const s = await scene(t);
  const who = s.under.somebody();
  const stamp = await opened(s, who);
  const send = (n: number) =>
    who.post('file-request', { company: 'acme', token: s.form.token, stamp, ...WISH, result: `Result number ${n}` });
  for (let n = 0; n < 10; n++) await good(send(n));
  const refused = await send(10);
  deepEqual([refused.status, refused.headers.get('retry-after')], [429, '900']);
  await good(send(3)); // what was received is answered again
  equal((await requestsOf(s)).length, 10);
  s.under.clock.at += 16 * 60_000;
  await good(send(10));
});

test('what is missing or too long is named field by field', async (t) => {
  const s = await scene(t);
  const missing = await filed(s, { ...WISH, result: '  ', email: 'sanne' });
  deepEqual([missing.status, missing.body.error.code], [400, 'invalid-input']);
  deepEqual(
    missing.body.error.detail.fields.map(({ field }: { field: string }) => field),
    ['result', 'email'],
  );
  equal((await filed(s, { ...WISH, tactic: 'x'.repeat(2001) })).status, 400);
});

test('a requester who is erased leaves the decisions and no word', async (t) => {
  const s = await scene(t);
  const { link } = (await good(filed(s))).body;
  const { id } = (await requestsOf(s))[0]!;
  const stream = streamOf(await s.under.somebody().fetch(`/api/page-live?${new URLSearchParams(linkOf(link)).toString()}`));
  await stream.until(1);
  equal((await s.cast.marketer.post('request erase', { company: 'acme', request: id })).status, 403);
  await good(s.cast.owner.post('request erase', { company: 'acme', request: id }));
  const [, erased] = await stream.until(2);
  equal(erased!.data.title, 'The words of this request were erased.');
  equal(erased!.data.erased, true);
  const page = await good(s.under.somebody().post('open-page', linkOf(link)));
  for (const gone of ['Sanne', 'Hamburg', 'sanne@example.com', 'meetings']) equal(page.text.includes(gone), false, gone);
  deepEqual(
    (await requestsOf(s)).map(({ ref, by, title }) => [ref, by, title]),
    [['R-1', 'somebody no longer named', null]],
  );
  await stream.leave();
});

test('a viewer sees no request, and an outsider no company', async (t) => {
  const s = await scene(t);
  await good(filed(s));
  deepEqual((await good(s.cast.viewer.post('requests', { company: 'acme' }))).body.requests, []);
  for (const name of ['requests', 'forms', 'post']) equal((await s.under.somebody().post(name, { company: 'acme' })).status, 401);
  for (const name of ['forms', 'post']) equal((await s.cast.stakeholder.post(name, { company: 'acme' })).status, 403);
});

test('the secret of a form stands neither in the journal nor in the rows', async (t) => {
  const s = await scene(t);
  const room = s.under.house.company('acme');
  ok(room.ok);
  equal(JSON.stringify(room.value.store.since(0)).includes(s.form.token), false);
  equal(room.value.store.formOf(s.form.token), s.form.id);
});
