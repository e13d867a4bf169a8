/** Getting in: the first account, sign-in, sessions, invitations, and what stops those who guess. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { castIn, good, openUnder, OPERATOR_SECRET, PASSWORD, type Somebody, type Under } from './house-under-test.ts';

const DAY = 86_400_000;
const HANNA = { name: 'Hanna Haas', email: 'hanna@example.com', password: PASSWORD };

const claimed = async (t: TestContext, env: Record<string, string> = {}): Promise<{ under: Under; hanna: Somebody }> => {
  const under = await openUnder(t, env);
  const hanna = under.somebody();
  await good(hanna.post('claim-house', HANNA));
  return { under, hanna };
};

test('the first account owns the house, and there is one first account only', async (t) => {
  const under = await openUnder(t);
  const [a, b] = [under.somebody(), under.somebody()];
  assert.deepEqual((await a.get('door')).body, { firstRun: true, setupTokenNeeded: false, me: null, version: '0.0.0' });
  const answers = await Promise.all([a.post('claim-house', HANNA), b.post('claim-house', { ...HANNA, email: 'late@example.com' })]);
  assert.deepEqual(
    answers.map((x) => x.status).toSorted((x, y) => x - y),
    [200, 409],
  );
  assert.equal((await under.somebody().get('door')).body.firstRun, false);
});

test('companies made on the command line before the first account belong to it afterwards', async (t) => {
  const under = await openUnder(t);
  const operator = under.somebody(OPERATOR_SECRET);
  const card = (await good(operator.post('company add', { name: 'Fähre & Söhne' }))).body;
  assert.deepEqual([card.id, card.person], ['fahre-sohne', 'p_operator']);
  const hanna = under.somebody();
  const me = (await good(hanna.post('claim-house', HANNA))).body;
  assert.deepEqual(
    me.companies.map((c: { id: string; role: string }) => [c.id, c.role]),
    [['fahre-sohne', 'owner']],
  );
  await good(operator.post('company add', { name: 'Later' }));
  assert.deepEqual(
    (await hanna.get('companies')).body.companies.map((c: { id: string }) => c.id),
    ['fahre-sohne', 'later'],
  );
});

test('where others can reach the server the first account needs the token that was printed', async (t) => {
  const under = await openUnder(t, { HOST: '0.0.0.0' }, 'lsu_printed');
  const who = under.somebody();
  assert.equal((await who.get('door')).body.setupTokenNeeded, true);
  for (const setupToken of [undefined, 'lsu_guessed'])
    assert.equal((await who.post('claim-house', { ...HANNA, setupToken })).body.error.code, 'wrong-setup-token');
  await good(who.post('claim-house', { ...HANNA, setupToken: 'lsu_printed' }));
  assert.equal((await who.get('door')).body.setupTokenNeeded, false);
});

test('the cookie cannot be read by scripts nor sent along by other sites, and over https only by https', async (t) => {
  const { under } = await claimed(t, { LOCKSTEP_TRUST_PROXY: '1' });
  const signIn = (headers: Record<string, string>) => under.somebody().post('sign-in', HANNA, headers);
  const plain = (await signIn({})).headers.getSetCookie()[0]!;
  for (const flag of [/^lockstep-4000=lss_/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\//, /; Max-Age=1209600/]) assert.match(plain, flag);
  assert.doesNotMatch(plain, /Secure|Domain/);
  assert.match((await signIn({ 'x-forwarded-proto': 'https' })).headers.getSetCookie()[0]!, /; Secure/);
});

test('without a trusted proxy nobody is believed about https or his address', async (t) => {
  const { under } = await claimed(t);
  const answer = await under.somebody().post('sign-in', HANNA, { 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.2.3.4' });
  assert.doesNotMatch(answer.headers.getSetCookie()[0]!, /Secure/);
  assert.ok(!JSON.stringify(under.house.store.audit.latest(10)).includes('1.2.3.4'));
});

test('a session ends by signing out, by 14 days without use, and after 90 days', async (t) => {
  const { under, hanna } = await claimed(t);
  const inside = async (who: Somebody): Promise<boolean> => (await who.get('companies')).status === 200;
  assert.ok(await inside(hanna));
  for (let day = 0; day < 84; day += 12) {
    under.clock.at += 12 * DAY;
    assert.ok(await inside(hanna), `used every 12 days, still good after ${day + 12}`);
  }
  under.clock.at += 7 * DAY;
  assert.ok(!(await inside(hanna)), 'ended after 90 days');
  await good(hanna.post('sign-in', HANNA));
  under.clock.at += 15 * DAY;
  assert.ok(!(await inside(hanna)), 'ended unused');
  await good(hanna.post('sign-in', HANNA));
  const jar = new Map(hanna.cookies);
  await good(hanna.post('sign-out'));
  assert.equal(hanna.cookies.size, 0);
  for (const [name, value] of jar) hanna.cookies.set(name, value);
  assert.ok(!(await inside(hanna)), 'a kept cookie is worth nothing');
});

test('signing in anew ends the session one came with', async (t) => {
  const { under, hanna } = await claimed(t);
  const old = under.somebody();
  for (const [name, value] of hanna.cookies) old.cookies.set(name, value);
  await good(hanna.post('sign-in', HANNA));
  assert.equal((await old.get('companies')).status, 401);
  assert.equal((await hanna.get('companies')).status, 200);
});

test('whoever knows the old password sets a new one; other browsers are signed out, this one stays', async (t) => {
  const { under, hanna } = await claimed(t);
  const elsewhere = under.somebody();
  await good(elsewhere.post('sign-in', HANNA));
  const wrong = await hanna.post('change-password', { current: 'not the password', password: 'another good one' });
  assert.deepEqual([wrong.status, wrong.body.error.code], [403, 'wrong-present-password']);
  assert.equal((await elsewhere.get('companies')).status, 200);
  await good(hanna.post('change-password', { current: PASSWORD, password: 'another good one' }));
  assert.equal((await hanna.get('companies')).status, 200);
  assert.equal((await elsewhere.get('companies')).status, 401);
  assert.equal((await elsewhere.post('sign-in', HANNA)).status, 401);
  await good(elsewhere.post('sign-in', { ...HANNA, password: 'another good one' }));
  assert.equal((await under.somebody().post('change-password', { current: PASSWORD, password: 'another good one' })).status, 401);
});

test('a wrong password and an e-mail nobody has are refused in the same words and about the same time', async (t) => {
  const { under } = await claimed(t);
  const timed = async (email: string): Promise<{ ms: number; text: string }> => {
    const began = performance.now();
    const { text } = await under.somebody().post('sign-in', { email, password: 'not the password' });
    return { ms: performance.now() - began, text };
  };
  await timed('warm@example.com');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 7; i++) {
    const [a, b] = [await timed(HANNA.email), await timed(`nobody${i}@example.com`)];
    assert.equal(a.text, b.text);
    known.push(a.ms);
    unknown.push(b.ms);
  }
  const median = (of: number[]): number => of.toSorted((x, y) => x - y)[3]!;
  assert.ok(median(unknown) > median(known) * 0.5, `${median(unknown)} ms against ${median(known)} ms`);
});

test('after ten wrong passwords for one e-mail even the right one waits, and is told how long', async (t) => {
  const { under } = await claimed(t);
  const who = under.somebody();
  for (let i = 0; i < 10; i++) assert.equal((await who.post('sign-in', { ...HANNA, password: `wrong ${i}` })).status, 401);
  const answer = await who.post('sign-in', HANNA);
  assert.equal(answer.status, 429);
  assert.equal(answer.body.error.todo, 'Try again in 15 minutes.');
  assert.equal(answer.headers.get('retry-after'), '900');
  under.clock.at += 14 * 60_000;
  assert.equal((await who.post('sign-in', HANNA)).body.error.todo, 'Try again in one minute.');
  under.clock.at += 61_000;
  assert.equal((await who.post('sign-in', HANNA)).status, 200);
});

test('one password tried for many people from one address is stopped too', async (t) => {
  const { under } = await claimed(t);
  const who = under.somebody();
  const codes: number[] = [];
  for (let i = 0; i < 31; i++) codes.push((await who.post('sign-in', { email: `p${i}@example.com`, password: 'Summer2026!' })).status);
  assert.deepEqual([codes.filter((c) => c === 401).length, codes.at(-1)], [30, 429]);
});

test('passwords tried all at once count while they are being checked', async (t) => {
  const { under } = await claimed(t);
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, i) => under.somebody().post('sign-in', { ...HANNA, password: `wrong ${i}` })),
  );
  assert.deepEqual([answers.filter((a) => a.status === 401).length, answers.filter((a) => a.status === 429).length], [10, 15]);
});

test('an invitation says what it is for, and one person takes it up once', async (t) => {
  const { under, hanna } = await claimed(t);
  await good(hanna.post('company add', { name: 'Acme', currency: 'EUR' }));
  const { link, expires } = (
    await good(hanna.post('invite', { company: 'acme', name: 'Vera', email: 'vera@example.com', role: 'stakeholder', seats: ['sales'] }))
  ).body;
  assert.match(link, /^http:\/\/localhost:4000\/join\/lsi_/);
  const token = link.split('/').at(-1);
  const [vera, late] = [under.somebody(), under.somebody()];
  assert.deepEqual((await vera.get('invitation', { token })).body, {
    company: 'Acme',
    name: 'Vera',
    email: 'vera@example.com',
    role: 'stakeholder',
    seats: ['sales'],
    by: 'Hanna Haas',
    expires,
  });
  const me = (await good(vera.post('join', { token, password: PASSWORD }))).body;
  assert.deepEqual([me.name, me.email, me.companies[0].role], ['Vera', 'vera@example.com', 'stakeholder']);
  const book = (await good(hanna.get('book', { company: 'acme' }))).body;
  assert.deepEqual(book.book.company[0][1].members[me.companies[0].person].seats, ['sales']);
  for (const name of ['invitation', 'join'])
    assert.equal((await late.post(name, { token, email: 'late@example.com', password: PASSWORD })).body.error.code, 'no-such-invitation');
  assert.equal(under.house.store.signIns.byEmail('late@example.com'), null);
});

test('two who take up one invitation at once: one gets in', async (t) => {
  const { under, hanna } = await claimed(t);
  await good(hanna.post('company add', { name: 'Acme' }));
  const token = (await good(hanna.post('invite', { company: 'acme', name: 'One', role: 'owner' }))).body.link.split('/').at(-1);
  const answers = await Promise.all(
    ['a', 'b'].map((n) => under.somebody().post('join', { token, email: `${n}@example.com`, password: PASSWORD })),
  );
  assert.deepEqual(
    answers.map((x) => x.status).toSorted((x, y) => x - y),
    [200, 404],
  );
});

test('an invitation is worth nothing once withdrawn, expired, or when its inviter has left', async (t) => {
  const under = await openUnder(t);
  const { houseOwner, owner } = await castIn(under);
  const invite = async (by: Somebody): Promise<string> =>
    (await good(by.post('invite', { company: 'acme', name: 'New', role: 'owner' }))).body.link.split('/').at(-1);
  const works = async (token: string): Promise<boolean> => (await under.somebody().get('invitation', { token })).status === 200;

  const withdrawn = await invite(owner);
  const { invitations } = (await good(owner.get('invitations', { company: 'acme' }))).body;
  assert.equal(invitations.length, 1);
  await good(owner.post('withdraw-invitation', { company: 'acme', id: invitations[0].id }));
  assert.equal(await works(withdrawn), false);

  const left = await invite(owner);
  assert.equal(await works(left), true);
  const { person } = (await owner.get('door')).body.me.companies[0];
  await good(
    houseOwner.post('decide', {
      company: 'acme',
      batch: 'demote-olaf',
      commands: [{ type: 'company/give-role', person, role: 'marketer' }],
    }),
  );
  assert.equal(await works(left), false);

  const expired = await invite(houseOwner);
  under.clock.at += 14 * DAY;
  assert.equal(await works(expired), false);
});

test('who is signed in joins with his sign-in; who has one shows its password', async (t) => {
  const under = await openUnder(t);
  const { houseOwner, stranger } = await castIn(under);
  const invite = async (): Promise<string> =>
    (await good(houseOwner.post('invite', { company: 'acme', name: 'Ze', role: 'viewer' }))).body.link.split('/').at(-1);
  const me = (await good(stranger.post('join', { token: await invite() }))).body;
  assert.deepEqual(
    me.companies.map((c: { id: string }) => c.id),
    ['acme', 'other'],
  );
  assert.notEqual(me.companies[0].person, me.companies[1].person);
  assert.equal((await stranger.post('join', { token: await invite() })).body.error.code, 'member-already');
  const token = await invite();
  const again = under.somebody();
  assert.equal(
    (await again.post('join', { token, email: 'hanna@example.com', password: 'guessed at random' })).body.error.code,
    'email-taken',
  );
});

test('a member who left may be invited again and is the same person', async (t) => {
  const under = await openUnder(t);
  const { houseOwner, viewer } = await castIn(under);
  const person = (await viewer.get('door')).body.me.companies[0].person;
  await good(houseOwner.post('decide', { company: 'acme', batch: 'remove-vera', commands: [{ type: 'company/remove-member', person }] }));
  const token = (await good(houseOwner.post('invite', { company: 'acme', name: 'Vera', role: 'marketer' }))).body.link.split('/').at(-1);
  const me = (await good(viewer.post('join', { token }))).body;
  assert.deepEqual([me.companies[0].person, me.companies[0].role], [person, 'marketer']);
});

test('sign-ins, failures, grants and tokens are audited; no secret stands in log, audit or data', async (t) => {
  const under = await openUnder(t);
  const { owner, houseOwner } = await castIn(under);
  await under.somebody().post('sign-in', { email: 'olaf@example.com', password: 'a wrong password' });
  const { token } = (await good(owner.post('token add', { company: 'acme', name: 'etl', scope: 'read' }))).body;
  const { link } = (await good(owner.post('invite', { company: 'acme', name: 'Ida', role: 'viewer' }))).body;
  const lines = (await good(owner.get('audit', { company: 'acme' }))).body.entries;
  for (const what of ['signed in', 'sign-in failed', 'joined', 'token made', 'invited', 'company added'])
    assert.ok(
      lines.some((l: { what: string }) => l.what === what),
      what,
    );
  assert.ok(!lines.some((l: { who: string }) => l.who === 'strange@example.com'));
  assert.ok(
    (await good(houseOwner.get('audit', { company: 'acme' }))).body.entries.some((l: { what: string }) => l.what === 'house claimed'),
  );
  const kept =
    ['lockstep.db', 'lockstep.db-wal', 'companies/acme/company.db', 'companies/acme/company.db-wal']
      .map((file) => readFileSync(path.join(under.folder, file), 'latin1'))
      .join('\n') +
    under.lines.join('\n') +
    JSON.stringify(lines);
  for (const secret of [token, link.split('/').at(-1), PASSWORD, 'a wrong password', ...owner.cookies.values()])
    assert.ok(!kept.includes(secret), secret);
});
