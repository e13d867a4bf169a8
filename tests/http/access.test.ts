/** Who gets as far as asking: every operation for every kind of caller. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract } from '../../src/server/contract/contract.ts';
import { castIn, openUnder, type Cast } from './house-under-test.ts';

/** In the order of the marks below. */
const CALLERS = ['nobody', 'viewer', 'stakeholder', 'marketer', 'owner', 'houseOwner', 'reader', 'writer', 'stranger'] as const;
const MEANS: Readonly<Record<string, string | null>> = {
  '.': null,
  s: 'signed-out',
  n: 'no-such-company',
  m: 'may-not',
  h: 'not-house-owner',
  t: 'token-too-narrow',
  r: 'token-only-reads',
  c: 'command-line-only',
};

/** `.` gets in; a letter is the refusal. The house owner owns acme too; the stranger owns another company. */
const MARKS: Readonly<Record<string, string>> = {
  health: '.........',
  door: '.........',
  'claim-house': '.........',
  'sign-in': '.........',
  'sign-out': '.........',
  invitation: '.........',
  join: '.........',
  'change-password': 's.....r..',
  companies: 's........',
  'company add': 'shhhh.tth',
  demo: 'shhhh.tth',
  invite: 'smmm..ttn',
  invitations: 'smmm..ttn',
  'withdraw-invitation': 'smmm..ttn',
  tokens: 'smmm..ttn',
  'token add': 'smmm..ttn',
  'token revoke': 'smmm..ttn',
  book: 's.......n',
  decide: 's.....r.n',
  history: 's.......n',
  requests: 's.......n',
  'request link': 'smm.....n',
  'request erase': 'smmm..ttn',
  forms: 'smm.....n',
  'form make': 'smm...r.n',
  'form revoke': 'smm...r.n',
  post: 'smm.....n',
  'open-form': '.........',
  'file-request': '.........',
  'open-page': '.........',
  'page-withdraw': '.........',
  'page-answer': '.........',
  'page-ask-place': '.........',
  feed: 'smm.....n',
  'import-preview': 'smm.....n',
  import: 'smm...r.n',
  'import-plan': 'smm.....n',
  'import-folder': 'smm...r.n',
  inbox: 'smm.....n',
  'inbox set': 'smmm..ttn',
  'inbox look': 'smm...r.n',
  'inbox take': 'smm...r.n',
  'import-work': 'smm...r.n',
  'done-work': 's.......n',
  loads: 's.......n',
  revert: 'smm...r.n',
  held: 'smm.....n',
  rejects: 'smm.....n',
  mend: 'smm...r.n',
  conflicts: 's.......n',
  mappings: 'smm.....n',
  names: 's.......n',
  stages: 's.......n',
  campaigns: 's.......n',
  campaign: 's.......n',
  'identity review': 's.......n',
  'identity moves': 's.......n',
  'identity merge': 'smm...r.n',
  'identity apart': 'smm...r.n',
  'identity undo': 'smm...r.n',
  'person erase': 'smmm..ttn',
  person: 's.......n',
  account: 's.......n',
  'alias confirm': 'smm...r.n',
  'alias revoke': 'smm...r.n',
  'link build': 's.......n',
  'link check': 's.......n',
  sources: 'smm.....n',
  'source add': 'smmm..ttn',
  'source key': 'smmm..ttn',
  'source refused': 'smm.....n',
  'source revoke': 'smmm..ttn',
  'source count': 'smm...r.n',
  ask: 's.......n',
  questions: 's.......n',
  home: 's.......n',
  thread: 's.......n',
  forecast: 's.......n',
  lags: 's.......n',
  'sample-size': 's.......n',
  verdict: 's.......n',
  'verdict take': 'smm...r.n',
  'verdict overrule': 'smm...r.n',
  'verdict kept': 's.......n',
  verdicts: 's.......n',
  'outcome-forecast': 's.......n',
  'forecast-backtest': 's.......n',
  capacity: 's.......n',
  budget: 's.......n',
  kpis: 's.......n',
  audience: 's.......n',
  'audience preview': 'smm.....n',
  'credit-learned': 's.......n',
  credit: 's.......n',
  'touch-rules': 's.......n',
  deals: 's.......n',
  deal: 's.......n',
  rows: 's.......n',
  chart: 's.......n',
  publications: 's.......n',
  publication: 's.......n',
  'publish-preview': 's.......n',
  publish: 's.....r.n',
  report: 's.......n',
  cite: 's.......n',
  search: 's.......n',
  workshops: 's.......n',
  'workshop plan': 'smm...r.n',
  'workshop invite': 'smm...r.n',
  'workshop link': 'smm...r.n',
  'workshop remind': 'smm...r.n',
  'workshop show-cards': 's.....r.n',
  'workshop name-groups': 's.....r.n',
  'workshop show-votes': 's.....r.n',
  'workshop put-together': 'smm...r.n',
  'workshop minutes': 's.......n',
  'workshop erase': 'smmm..ttn',
  'room-open': '.........',
  'room-send': '.........',
  'room-hand': '.........',
  'room-done': '.........',
  comments: 's.......n',
  'comment add': 's.....r.n',
  'comment erase': 's.....r.n',
  doctor: 'shhhh.tth',
  backup: 'scccccccc',
  restore: 'scccccccc',
  password: 'scccccccc',
  export: 'smmm..ttn',
  audit: 'smmm..ttn',
};

const REFUSALS = new Set(Object.values(MEANS));

test('every operation has its line in the table of access', () => {
  assert.deepEqual(Object.keys(MARKS).toSorted(), Object.keys(contract).toSorted());
});

test('each operation lets in who may call it, and tells the others why not', async (t) => {
  const under = await openUnder(t);
  const cast: Cast = await castIn(under);
  for (const [name, marks] of Object.entries(MARKS)) {
    for (const [place, caller] of CALLERS.entries()) {
      // What else is missing does not matter: a refusal of access comes before a word about the input.
      const answer = name === 'sign-out' ? null : await cast[caller].post(name, { company: 'acme', seed: 7, to: 7, from: 7 });
      const code: string | null = answer?.status === 200 ? null : (answer?.body.error.code ?? null);
      const said = REFUSALS.has(code) ? code : null;
      assert.equal(said, MEANS[marks[place]!], `${name} for ${caller}: ${answer?.text.slice(0, 200)}`);
    }
  }
});

test('a company that is not there is refused in the same words as one that is not yours', async (t) => {
  const { stranger } = await castIn(await openUnder(t));
  const [there, absent] = [await stranger.post('book', { company: 'acme' }), await stranger.post('book', { company: 'nowhere' })];
  assert.equal(there.status, 404);
  assert.equal(there.text.replaceAll('acme', '?'), absent.text.replaceAll('nowhere', '?'));
});

test('a company id that leads out of the folder is no company', async (t) => {
  const { owner, houseOwner } = await castIn(await openUnder(t));
  for (const company of ['../other', '..', '/etc', 'acme/../other', 'Acme', 'acme%2f', '\u0000'])
    for (const who of [owner, houseOwner]) assert.equal((await who.get('book', { company })).status, 404);
});

test('a token is for one company and dies with the membership of its maker', async (t) => {
  const under = await openUnder(t);
  const { writer, houseOwner, owner } = await castIn(under);
  assert.equal((await writer.get('book', { company: 'acme' })).status, 200);
  assert.equal((await writer.get('book', { company: 'other' })).body.error.code, 'no-such-company');
  assert.deepEqual(
    (await writer.get('companies')).body.companies.map((c: { id: string }) => c.id),
    ['acme'],
  );
  const { me } = (await owner.get('door')).body;
  const leave = { company: 'acme', batch: 'remove-olaf', commands: [{ type: 'company/remove-member', person: me.companies[0].person }] };
  assert.equal((await houseOwner.post('decide', leave)).status, 200);
  assert.equal((await writer.get('book', { company: 'acme' })).body.error.code, 'no-such-company');
  assert.equal((await owner.get('book', { company: 'acme' })).status, 404);
});

test('a token neither signs nor says who belongs to the company', async (t) => {
  const { writer } = await castIn(await openUnder(t));
  for (const command of [
    { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'ceo' },
    { type: 'company/rename', name: 'Mine now' },
  ]) {
    const answer = await writer.post('decide', { company: 'acme', batch: `by-token-${command.type}`, commands: [command] });
    assert.equal(answer.body.error.code, 'token-too-narrow');
  }
});

test('a role may decide what its role may, and nothing else', async (t) => {
  const { viewer, stakeholder, marketer } = await castIn(await openUnder(t));
  const set = (id: string) => ({
    company: 'acme',
    batch: `objective-${id}`,
    commands: [{ type: 'objective/set', id: `o_${id}`, statement: 'Grow', due: '2026-12-31', owner: null }],
  });
  for (const who of [viewer, stakeholder]) {
    const { status, body } = await who.post('decide', set('a'));
    assert.equal(status, 403);
    assert.equal(body.error.code, 'may-not');
    assert.deepEqual([body.error.detail.index, body.error.detail.command], [0, 'objective/set']);
  }
  assert.equal((await marketer.post('decide', set('a'))).status, 200);
});

test('a revoked token is worth nothing from then on', async (t) => {
  const under = await openUnder(t);
  const { owner } = await castIn(under);
  const { id, token } = (await owner.post('token add', { company: 'acme', name: 'gone', scope: 'read' })).body;
  const holder = under.somebody(token);
  assert.equal((await holder.get('companies')).status, 200);
  assert.equal((await owner.post('token revoke', { company: 'acme', id })).status, 200);
  const refused = await holder.get('companies');
  assert.deepEqual([refused.status, refused.body.error.code], [401, 'wrong-token']);
});
