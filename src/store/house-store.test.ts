import { deepEqual, equal, throws } from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openHouseStore, type HouseStore } from './house-store.ts';
import type { NewInvitation } from './house/invitations.ts';
import type { NewSession } from './house/sessions.ts';
import type { NewSignIn } from './house/sign-ins.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-house-'));
const open: HouseStore[] = [];
after(() => {
  for (const store of open) store.close();
  rmSync(folder, { recursive: true });
});

const house = (): HouseStore => {
  const store = openHouseStore(path.join(mkdtempSync(path.join(folder, 'h-')), 'lockstep.db'));
  if (!store.ok) throw new Error(store.refusal.text);
  open.push(store.value);
  return store.value;
};
const day = (n: number): string => `2026-02-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const person = (id: string, email = `${id}@example.com`): NewSignIn => ({ id, email, name: id, passwordHash: null, madeAt: day(1) });
const session = (id: string, more: Partial<NewSession> = {}): NewSession => ({
  id,
  token: `secret-of-${id}`,
  signIn: 's_ana',
  kind: 'web',
  name: null,
  scope: 'write',
  company: null,
  expiresAt: day(20),
  madeAt: day(1),
  ...more,
});
const invitation = (id: string, more: Partial<NewInvitation> = {}): NewInvitation => ({
  id,
  token: `secret-of-${id}`,
  company: 'havel',
  name: 'Ben',
  email: null,
  role: 'marketer',
  seats: ['marketing', 'product'],
  by: 'p_ana',
  madeAt: day(1),
  expiresAt: day(8),
  ...more,
});
/** A house with Ana, who owns it, and the company Havel. */
const lived = (): HouseStore => {
  const store = house();
  store.signIns.claim(person('s_ana'));
  store.companies.add({ id: 'havel', name: 'Havel Pumps', demo: false, addedAt: day(1) });
  return store;
};

test('the first sign-in owns the house, and there is one first', () => {
  const { signIns } = house();
  deepEqual(signIns.claim(person('s_ana')), { ok: true, value: { ...person('s_ana'), ownsHouse: true } });
  deepEqual(signIns.claim(person('s_eve')), { ok: false, refusal: { code: 'house-claimed' } });
  deepEqual(signIns.add(person('s_ben')), { ok: true, value: { ...person('s_ben'), ownsHouse: false } });
  deepEqual([signIns.count(), signIns.all().map(({ id }) => id)], [2, ['s_ana', 's_ben']]);
});

test('an address signs in once, whatever the case of its letters', () => {
  const { signIns } = lived();
  equal(signIns.add(person('s_ben', ' Ben@Example.com')).ok, true);
  deepEqual(signIns.add(person('s_bob', 'BEN@example.COM ')), { ok: false, refusal: { code: 'email-taken' } });
  equal(signIns.byEmail('bEN@EXAMPLE.com')?.id, 's_ben');
  equal(signIns.add(person('s_asa', 'ÅSA@example.com')).ok, true);
  equal(signIns.byEmail('åsa@example.com')?.id, 's_asa');
  equal(signIns.byEmail('nobody@example.com'), null);
});

test('a password and a name may be changed, and a sign-in removed with all that is his', () => {
  const { signIns, sessions, members } = lived();
  signIns.add(person('s_ben'));
  sessions.add(session('t_1', { signIn: 's_ben' }));
  members.set({ signIn: 's_ben', company: 'havel', person: 'p_ben' });
  deepEqual(
    [signIns.setPassword('s_ben', 'hash'), signIns.setPassword('s_none', 'hash'), signIns.rename('s_ben', 'Ben')],
    [true, false, true],
  );
  deepEqual([signIns.byId('s_ben')?.passwordHash, signIns.byId('s_ben')?.name], ['hash', 'Ben']);
  deepEqual([signIns.remove('s_ben'), signIns.remove('s_ben')], [true, false]);
  deepEqual([signIns.byId('s_ben'), sessions.byToken('secret-of-t_1', day(2)), members.in('havel')], [null, null, []]);
});

test('a session is found by its secret until it expires', () => {
  const { sessions } = lived();
  sessions.add(session('t_1'));
  sessions.add(session('t_2', { expiresAt: null, kind: 'api', name: 'nightly', scope: 'read', company: 'havel' }));
  equal(sessions.byToken('secret-of-t_1', day(19))?.id, 't_1');
  equal(sessions.byToken('secret-of-t_1', day(20)), null);
  equal(sessions.byToken('secret-of-nobody', day(2)), null);
  deepEqual(sessions.byToken('secret-of-t_2', '2099-01-01T00:00:00.000Z'), {
    id: 't_2',
    signIn: 's_ana',
    kind: 'api',
    name: 'nightly',
    scope: 'read',
    company: 'havel',
    expiresAt: null,
    lastUsedAt: null,
    madeAt: day(1),
  });
  equal(sessions.prune(day(20)), 1);
});

test('no secret of a session or an invitation is in the file', () => {
  const store = lived();
  store.sessions.add(session('t_1'));
  store.invitations.add(invitation('i_1'));
  const files = readdirSync(path.dirname(store.path)).map((name) => readFileSync(path.join(path.dirname(store.path), name)));
  equal(
    files.some((file) => file.includes('t_1')),
    true,
  );
  equal(
    files.some((file) => file.includes('secret-of')),
    false,
  );
});

test('that a session was used is written once a minute at most', () => {
  const { sessions } = lived();
  sessions.add(session('t_1'));
  const used = (at: string) => {
    sessions.used('t_1', at);
    return sessions.byToken('secret-of-t_1', day(2))?.lastUsedAt;
  };
  equal(used('2026-02-02T08:00:01.000Z'), '2026-02-02T08:00:01.000Z');
  equal(used('2026-02-02T08:00:59.000Z'), '2026-02-02T08:00:01.000Z');
  equal(used('2026-02-02T08:01:00.000Z'), '2026-02-02T08:01:00.000Z');
});

test('ending all web sessions of a sign-in spares the one named, API tokens and other people', () => {
  const { sessions, signIns } = lived();
  signIns.add(person('s_ben'));
  for (const id of ['t_1', 't_2', 't_3']) sessions.add(session(id));
  sessions.add(session('t_4', { kind: 'api', name: 'nightly' }));
  sessions.add(session('t_5', { signIn: 's_ben' }));
  equal(sessions.removeWeb('s_ana', 't_2'), 2);
  deepEqual(
    ['t_1', 't_2', 't_3', 't_4', 't_5'].map((id) => sessions.byToken(`secret-of-${id}`, day(2)) !== null),
    [false, true, false, true, true],
  );
  deepEqual([sessions.remove('t_2'), sessions.remove('t_2')], [true, false]);
});

test('a token is listed and revoked in its own company only', () => {
  const { sessions } = lived();
  sessions.add(session('t_1', { kind: 'api', name: 'nightly', company: 'havel' }));
  sessions.add(session('t_2'));
  deepEqual(
    sessions.tokensOf('havel').map(({ id }) => id),
    ['t_1'],
  );
  deepEqual(
    [sessions.revoke('t_1', 'other'), sessions.revoke('t_2', 'havel'), sessions.revoke('t_1', 'havel'), sessions.revoke('t_1', 'havel')],
    [false, false, true, false],
  );
});

test('a sign-in is one person in a company, and a person is one sign-in', () => {
  const { members, signIns, companies } = lived();
  signIns.add(person('s_ben'));
  companies.add({ id: 'demo', name: 'Demo', demo: true, addedAt: day(2) });
  members.set({ signIn: 's_ana', company: 'havel', person: 'p_ana' });
  members.set({ signIn: 's_ana', company: 'demo', person: 'p_ana' });
  throws(() => members.set({ signIn: 's_ben', company: 'havel', person: 'p_ana' }), /UNIQUE/);
  throws(() => members.set({ signIn: 's_ben', company: 'nowhere', person: 'p_ben' }), /FOREIGN KEY/);
  members.set({ signIn: 's_ana', company: 'havel', person: 'p_a2' });
  deepEqual(
    [members.personIn('havel', 's_ana'), members.personIn('havel', 's_ben'), members.signInOf('havel', 'p_a2')],
    ['p_a2', null, 's_ana'],
  );
  deepEqual(
    members.of('s_ana').map(({ company }) => company),
    ['demo', 'havel'],
  );
  deepEqual([members.in('demo').length, members.remove('demo', 's_ana'), members.remove('demo', 's_ana')], [1, true, false]);
});

test('an invitation is taken up once and in time', () => {
  const { invitations } = lived();
  invitations.add(invitation('i_1'));
  const { token, ...told } = invitation('i_1');
  deepEqual(invitations.byToken(token), { ...told, usedAt: null });
  deepEqual([invitations.use('i_1', day(8)), invitations.use('i_1', day(7)), invitations.use('i_1', day(7))], [false, true, false]);
  equal(invitations.byToken(token)?.usedAt, day(7));
  equal(invitations.byToken('secret-of-nobody'), null);
});

test('open invitations are those neither used nor expired, and one may be withdrawn in its own company', () => {
  const { invitations } = lived();
  for (const id of ['i_1', 'i_2', 'i_3']) invitations.add(invitation(id));
  invitations.use('i_1', day(2));
  deepEqual(
    invitations.open('havel', day(7)).map(({ id }) => id),
    ['i_2', 'i_3'],
  );
  deepEqual(invitations.open('havel', day(8)), []);
  deepEqual(
    [invitations.withdraw('i_2', 'other'), invitations.withdraw('i_1', 'havel'), invitations.withdraw('i_2', 'havel')],
    [false, false, true],
  );
  equal(invitations.byToken('secret-of-i_2'), null);
});

test('failed attempts are counted by key since a time, cleared and forgotten', () => {
  const { attempts } = house();
  for (const n of [1, 2, 3]) attempts.add('email:a', day(n));
  attempts.add('email:b', day(3));
  deepEqual([attempts.count('email:a', day(1)), attempts.count('email:a', day(3)), attempts.count('email:c', day(1))], [2, 0, 0]);
  attempts.prune(day(3));
  equal(attempts.count('email:a', day(0)), 1);
  attempts.clear('email:a');
  deepEqual([attempts.count('email:a', day(0)), attempts.count('email:b', day(0))], [0, 1]);
});

test('the audit is read newest first, whole or for one company', () => {
  const { audit } = house();
  const entry = (n: number, company: string | null) => ({ at: day(n), who: 's_ana', what: 'signed-in', detail: `${n}`, company });
  for (const n of [1, 2, 3]) audit.add(entry(n, n === 2 ? null : 'havel'));
  deepEqual(audit.latest(2), [entry(3, 'havel'), entry(2, null)]);
  deepEqual(audit.latest(9, 'havel'), [entry(3, 'havel'), entry(1, 'havel')]);
});

test('a company is listed as its journal says, and removing it takes what is only about it', () => {
  const { companies, members, sessions, invitations } = lived();
  members.set({ signIn: 's_ana', company: 'havel', person: 'p_ana' });
  sessions.add(session('t_1', { kind: 'api', company: 'havel' }));
  sessions.add(session('t_2'));
  invitations.add(invitation('i_1'));
  deepEqual(
    [companies.copy({ id: 'havel', name: 'Havel', demo: true }), companies.copy({ id: 'none', name: 'x', demo: false })],
    [true, false],
  );
  deepEqual(companies.byId('havel'), { id: 'havel', name: 'Havel', demo: true, addedAt: day(1) });
  deepEqual([companies.remove('havel'), companies.remove('havel'), companies.all(), companies.byId('havel')], [true, false, [], null]);
  deepEqual([members.of('s_ana'), invitations.byToken('secret-of-i_1')], [[], null]);
  deepEqual(
    ['t_1', 't_2'].map((id) => sessions.byToken(`secret-of-${id}`, day(2)) !== null),
    [false, true],
  );
});

test('what is done together lands together or not at all', () => {
  const store = lived();
  throws(
    () =>
      store.together(() => {
        store.signIns.add(person('s_ben'));
        store.companies.add({ id: 'new', name: 'New', demo: false, addedAt: day(1) });
        throw new Error('the disk is gone');
      }),
    /the disk is gone/,
  );
  deepEqual([store.signIns.byId('s_ben'), store.companies.byId('new')], [null, null]);
  const answer = store.together(() => {
    const taken = store.signIns.add(person('s_two', 's_ana@example.com'));
    store.audit.add({ at: day(1), who: 's_two', what: 'refused', detail: '', company: null });
    return taken;
  });
  deepEqual([answer.ok, store.audit.latest(1)[0]?.what], [false, 'refused']);
});
