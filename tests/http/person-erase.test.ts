/** Erasing a person, end to end: no byte of what the operation promises names him afterwards, and what it leaves is left as it says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { castIn, openUnder } from './house-under-test.ts';

const WORDS = ['ann jones', 'ann@buyer.example', 'browser-77'];
const names = (text: string): string[] => WORDS.filter((word) => text.toLowerCase().includes(word));

test('after an erasure nothing names the person: rows, held rows, files, events, letters, journal', async (t) => {
  const under = await openUnder(t);
  const { house, app, door, folder } = under;
  const { owner } = await castIn(under);
  const source = (await owner.post('source add', { company: 'acme', name: 'Website' })).body as { writeKey: string };
  const event = (body: unknown): Promise<Response> =>
    app.request('/v1/batch', {
      method: 'POST',
      headers: { host: 'localhost:4000', 'content-type': 'application/json', authorization: `Basic ${btoa(`${source.writeKey}:`)}` },
      body: JSON.stringify({ batch: [body] }),
    }) as Promise<Response>;
  await event({
    type: 'page',
    messageId: 'm1',
    anonymousId: 'browser-77',
    timestamp: '2026-05-20T10:00:00Z',
    properties: { url: 'https://acme.example/?utm_source=x' },
  });
  await event({
    type: 'identify',
    messageId: 'm2',
    anonymousId: 'browser-77',
    userId: 'u7',
    timestamp: '2026-05-20T10:01:00Z',
    traits: { email: 'Ann@Buyer.example', name: 'Ann Jones' },
  });
  await door.landing.now('acme');
  const room = house.company('acme');
  assert.ok(room.ok);
  const facts = await room.value.facts();
  const file = path.join(folder, 'contacts.csv');
  writeFileSync(
    file,
    'Contact ID,Full name,Email,Title\n1,Ann Jones,ann@buyer.example,Buyer\n2,Bob Ray,bob@buyer.example,Chief\n5,Ann Jones,x@y.example,a\n5,Ann Jones,z@y.example,b\n',
  );
  const loaded = await facts.load({ path: file, name: 'contacts.csv' }, { src: 'crm' }, { by: 'p_x', at: '2026-05-21T08:00:00.000Z' });
  assert.ok(loaded.ok && loaded.value.held === 2);
  const letter = { subject: 'For Ann Jones', words: 'Dear Ann Jones', at: '2026-05-21T08:00:00.000Z', request: 'q_1' };
  const { store } = room.value;
  store.tellDay('q_1', '2026-05-22', { ...letter, news: 'one', address: 'Ann@Buyer.example' });
  store.tellDay('q_2', '2026-05-22', { ...letter, news: 'two', address: 'bob@buyer.example', subject: 'For Bob', words: 'Dear Bob' });
  // The event that nobody has read yet, as it lies in the store.
  await event({
    type: 'identify',
    messageId: 'm3',
    anonymousId: 'browser-77',
    timestamp: '2026-05-21T07:00:00Z',
    traits: { email: 'ann@buyer.example' },
  });

  const home = path.join(folder, 'companies', 'acme');
  const inStore = (): string[] => {
    const db = new DatabaseSync(path.join(home, 'company.db'), { readOnly: true });
    const found = (
      db.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all() as { name: string }[]
    ).flatMap(({ name }) => names(JSON.stringify(db.prepare(`select * from "${name}"`).all())).map((word) => `${word} in ${name}`));
    db.close();
    return found;
  };
  const inFacts = async (): Promise<string[]> => {
    const tables = await facts.engine.read<{ name: string }>(
      "select table_name as name from duckdb_tables() where not temporary and database_name <> 'journeys'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await facts.engine.read<{ line: string }>(`select x::varchar as line from ${name} x`);
      found.push(...names(rows.map(({ line }) => line).join('\n')).map((word) => `${word} in ${name}`));
    }
    return found;
  };
  const inFiles = (): string[] =>
    ['imports', 'rejects'].flatMap((dir) => {
      const at = path.join(home, dir);
      return readdirSync(at).flatMap((one) => names(readFileSync(path.join(at, one), 'utf8')).map((word) => `${word} in ${dir}/${one}`));
    });
  for (const found of [inStore(), await inFacts(), inFiles()]) assert.ok(found.length > 0, 'the person is there to begin with');

  assert.equal((await owner.post('person erase', { company: 'acme', handle: 'account:crm:1' })).status, 400);
  const answer = await owner.post('person erase', { company: 'acme', handle: 'contact:crm:1' });
  assert.equal(answer.status, 200, answer.text);
  assert.ok(answer.body.events >= 1 && answer.body.files.includes('contacts.csv'), answer.text);
  assert.equal(answer.body.letters, 1);
  assert.deepEqual([inStore(), await inFacts(), inFiles()], [[], [], []]);
  // Somebody else's letter still goes out, and he still stands in the facts.
  assert.deepEqual(
    store.dueLetters('2027-01-01T00:00:00.000Z', 10).map(({ address }) => address),
    ['bob@buyer.example'],
  );
  assert.equal((await facts.engine.read("select 1 from contact where email = 'bob@buyer.example'")).length, 1);
});
