import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOING, factsFolder, good, type Folder } from '../../../tests/support/facts-folder.ts';
import type { GivenRow, GivenRows } from '../loads/given-rows.ts';
import type { Handle, Of } from './handle.ts';

type Give = (entity: GivenRows['entity'], src: string, rows: readonly GivenRow[]) => Promise<unknown>;
const giver =
  ({ facts }: Folder): Give =>
  async (entity, src, rows) =>
    good(await facts.importRows({ entity, rows, file: `${src}-${entity}`, src }, DOING));

const contact = (src: string, id: string): Handle => ({ kind: 'contact', src, id });
const email = (id: string): Handle => ({ kind: 'email', src: null, id });
const visitor = (src: string, id: string): Handle => ({ kind: 'visitor', src, id });
const account = (src: string, id: string): Handle => ({ kind: 'account', src, id });
const domain = (id: string): Handle => ({ kind: 'domain', src: null, id });

/** Who is one person: sorted groups of handles. */
const people = async ({ facts }: Folder): Promise<string[]> =>
  (
    await facts.engine.read<{ who: string }>(
      `select string_agg(left(kind, 1) || ':' || coalesce(src || ':', '') || id, ' ' order by left(kind, 1), src, id) as who from person_of group by person order by who`,
    )
  ).map(({ who }) => who);

const belongs = async ({ facts }: Folder): Promise<string[]> =>
  (
    await facts.engine.read<{ line: string }>(
      `select p.id || ' → ' || k.id || ' (' || o.rule || ', ' || o.confidence || ')' as line from account_of o
       join person_of p on p.person = o.person and p.speaks join account_key k on k.account = o.account and k.speaks order by 1`,
    )
  ).map(({ line }) => line);

const proposed = async ({ facts }: Folder): Promise<string[]> =>
  (
    await facts.engine.read<{ line: string }>(
      `select of || ': ' || a_id || ' + ' || b_id || ' (' || rule || ', ' || confidence || ')' as line from identity_proposal order by 1`,
    )
  ).map(({ line }) => line);

const says = async ({ facts }: Folder, of: Of, a: Handle, b: Handle, same = true): Promise<string> =>
  good(await facts.decideIdentity({ of, a, b, same, why: null }, DOING)).id;

test('one address in two sources is one person; a touch, a lead and a visitor that name it are his', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('contact', 'sf', [
    { id: '003A', email: 'Ann@Acme.com ', account_id: 'A1' },
    { id: '003B', email: 'bob@acme.com', account_id: 'A1' },
  ]);
  await give('contact', 'hub', [{ id: '77', email: 'ann@acme.com' }]);
  await give('lead', 'sf', [{ id: '00Q', email: 'carl@other.com', contact_id: '003B' }]);
  await give('touch', 'sf', [{ id: 't1', contact_id: '00Q', touched_on: '2026-01-01' }]);
  await give('touch', 'web', [{ id: 't2', visitor: 'v1', touched_on: '2026-01-01' }]);
  await give('visitor_link', 'web', [
    { id: 'l1', visitor: 'v1', user_id: 'u1', since_on: '2026-02-01' },
    { id: 'l2', visitor: 'u1', email: 'ANN@acme.com', since_on: '2026-03-01' },
  ]);
  assert.deepEqual(await people(folder), [
    'c:hub:77 c:sf:003A e:ann@acme.com v:web:u1 v:web:v1',
    'c:sf:003B c:sf:00Q e:bob@acme.com e:carl@other.com',
  ]);
  assert.deepEqual(await folder.facts.engine.read(`select id, known_on from person_of where kind = 'visitor' order by id`), [
    { id: 'u1', known_on: '2026-03-01' },
    { id: 'v1', known_on: '2026-03-01' },
  ]);
});

test('an address that several people of one source share joins nobody, is each one’s, and is put to a person', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('contact', 'sf', [
    { id: '1', name: 'Ann', email: 'office@acme.com' },
    { id: '2', name: 'Bob', email: 'office@acme.com' },
  ]);
  await give('contact', 'hub', [{ id: '9', email: 'office@acme.com' }]);
  assert.equal(
    await folder.facts.engine.read(`select count(distinct person) as n from person_of where kind = 'contact'`).then(([row]) => row!['n']),
    3,
  );
  assert.deepEqual(
    await folder.facts.engine.read(`select distinct rule, confidence, count(*) as n from person_of where kind = 'email' group by all`),
    [{ rule: 'shared address', confidence: 'likely', n: 3 }],
  );
  assert.equal((await proposed(folder)).length, 2);
  // Once somebody says that the two are one, the address is that person's alone, and the other source's contact is, too.
  const id = await says(folder, 'person', contact('sf', '1'), contact('sf', '2'));
  assert.deepEqual(await people(folder), ['c:hub:9 c:sf:1 c:sf:2 e:office@acme.com']);
  good(await folder.facts.revokeIdentity(id, DOING));
  assert.equal((await proposed(folder)).length, 2);
});

test('who was said to be two is not joined by an address', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('contact', 'sf', [{ id: '1', email: 'ann@acme.com' }]);
  await give('contact', 'hub', [{ id: '9', email: 'ann@acme.com' }]);
  assert.equal((await people(folder)).length, 1);
  const id = await says(folder, 'person', contact('sf', '1'), contact('hub', '9'), false);
  assert.equal(
    await folder.facts.engine.read(`select count(distinct person) as n from person_of where kind = 'contact'`).then(([row]) => row!['n']),
    2,
  );
  good(await folder.facts.revokeIdentity(id, DOING));
  assert.equal((await people(folder)).length, 1);
});

test('an address with a tag is only proposed', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('contact', 'sf', [{ id: '1', email: 'ann@acme.com' }]);
  await give('touch', 'web', [{ id: 't', email: 'ann+news@acme.com', touched_on: '2026-01-01' }]);
  assert.equal((await people(folder)).length, 2);
  assert.equal((await proposed(folder)).length, 1);
  await says(folder, 'person', email('ann+news@acme.com'), contact('sf', '1'));
  assert.deepEqual(await people(folder), ['c:sf:1 e:ann+news@acme.com e:ann@acme.com']);
  assert.deepEqual(await proposed(folder), []);
});

test('a device of two people is nobody’s until somebody says whose; the people stay two', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('contact', 'sf', [
    { id: '1', email: 'ann@acme.com' },
    { id: '2', email: 'bob@acme.com' },
  ]);
  await give('visitor_link', 'web', [
    { id: 'l1', visitor: 'v', email: 'ann@acme.com' },
    { id: 'l2', visitor: 'v', email: 'bob@acme.com' },
  ]);
  assert.deepEqual(await people(folder), ['c:sf:1 e:ann@acme.com', 'c:sf:2 e:bob@acme.com', 'v:web:v']);
  assert.deepEqual(await proposed(folder), ['person: v + 1 (several people, possible)', 'person: v + 2 (several people, possible)']);
  await says(folder, 'person', visitor('web', 'v'), contact('sf', '2'));
  assert.deepEqual(await people(folder), ['c:sf:1 e:ann@acme.com', 'c:sf:2 e:bob@acme.com v:web:v']);
});

test('a person belongs to an account by id, else by the domain that one account has; free mail says nothing', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('account', 'sf', [
    { id: 'A1', name: 'Acme GmbH', domain: 'https://www.acme.com/de' },
    { id: 'A2', name: 'Acme France', domain: 'acme.fr' },
    { id: 'A3', name: 'Shared One', domain: 'shared.com' },
    { id: 'A4', name: 'Shared Two', domain: 'shared.com' },
    { id: 'A5', name: 'Gmail shop', domain: 'gmail.com' },
  ]);
  await give('contact', 'sf', [{ id: '1', email: 'x@acme.fr', account_id: 'A1' }]);
  await give('contact', 'hub', [
    { id: '2', email: 'y@acme.com' },
    { id: '3', email: 'z@shared.com' },
    { id: '4', email: 'w@gmail.com' },
    { id: '5', email: 'q@nowhere.com' },
  ]);
  assert.deepEqual(await belongs(folder), ['1 → A1 (account id, certain)', '2 → A1 (domain, likely)']);
  assert.deepEqual(await proposed(folder), [
    'account: A3 + A4 (same domain, possible)',
    'member: acme.com + A1 (domain, likely)',
    'member: shared.com + A3 (domain of several accounts, possible)',
    'member: shared.com + A4 (domain of several accounts, possible)',
  ]);
  const denied = await says(folder, 'member', domain('acme.com'), account('sf', 'A1'), false);
  assert.deepEqual(await belongs(folder), ['1 → A1 (account id, certain)']);
  good(await folder.facts.revokeIdentity(denied, DOING));
  await says(folder, 'member', domain('shared.com'), account('sf', 'A4'));
  await says(folder, 'member', contact('hub', '5'), account('sf', 'A2'));
  assert.deepEqual(await belongs(folder), [
    '1 → A1 (account id, certain)',
    '2 → A1 (domain, likely)',
    '3 → A4 (domain, confirmed)',
    '5 → A2 (confirmed, confirmed)',
  ]);
});

test('accounts are one only where somebody says so: a name near another is proposed, without its legal form', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('account', 'sf', [
    { id: 'A1', name: 'Müller Maschinenbau GmbH & Co. KG' },
    { id: 'A2', name: 'Nordlicht Energie AG' },
  ]);
  await give('account', 'hub', [
    { id: '1', name: 'Muller Maschinenbau' },
    { id: '2', name: 'Nordlicht Energies' },
    { id: '3', name: 'Nordlicht Energie Holding Finance' },
  ]);
  assert.deepEqual(await proposed(folder), ['account: 1 + A1 (same name, possible)', 'account: 2 + A2 (near name, possible)']);
  await says(folder, 'account', account('sf', 'A2'), account('hub', '2'));
  assert.deepEqual(
    await folder.facts.engine.read(`select list(id order by id) as ids from account_key group by account having count(*) > 1`),
    [{ ids: ['2', 'A2'] }],
  );
  await says(folder, 'account', account('sf', 'A1'), account('hub', '1'), false);
  assert.deepEqual(await proposed(folder), []);
});

test('colleagues speak for a domain that no account’s row names', async (t) => {
  const folder = await factsFolder(t);
  const give = giver(folder);
  await give('account', 'sf', [{ id: 'A1', name: 'Acme' }]);
  await give(
    'contact',
    'sf',
    [1, 2, 3].map((n) => ({ id: String(n), email: `p${n}@acme.com`, account_id: 'A1' })),
  );
  await give('contact', 'hub', [{ id: '9', email: 'new@acme.com' }]);
  assert.deepEqual(await proposed(folder), ['member: acme.com + A1 (colleagues, possible)']);
});

test('what nobody names cannot be decided about, and a word said twice is said once', async (t) => {
  const folder = await factsFolder(t);
  await giver(folder)('contact', 'sf', [
    { id: '1', email: 'a@x.com' },
    { id: '2', email: 'b@x.com' },
  ]);
  const decide = async (of: Of, a: Handle, b: Handle): Promise<string> => {
    const said = await folder.facts.decideIdentity({ of, a, b, same: true, why: null }, DOING);
    return said.ok ? said.value.id : said.refusal.code;
  };
  assert.equal(await decide('person', contact('sf', '1'), contact('sf', '3')), 'no-such-handle');
  assert.equal(await decide('person', contact('sf', '1'), contact('sf', '1')), 'unfit-handles');
  assert.equal(await decide('account', contact('sf', '1'), contact('sf', '2')), 'unfit-handles');
  const id = await decide('person', contact('sf', '1'), contact('sf', '2'));
  assert.equal(await decide('person', contact('sf', '2'), contact('sf', '1')), id);
  good(await folder.facts.revokeIdentity(id, DOING));
  const again = await folder.facts.revokeIdentity(id, DOING);
  assert.equal(again.ok ? '' : again.refusal.code, 'already-taken-back');
});
