import assert from 'node:assert/strict';
import { test } from 'node:test';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { DOING, factsFolder, good } from '../../../tests/support/facts-folder.ts';

const DAY = readFileSync(path.join(import.meta.dirname, '../../../tests/corpus/ga4/events_20260901.jsonl'), 'utf8');
const touches = 'select id, kind, visitor, channel, campaign, touched_at as at from touch order by 1';

test('a day of events reads the same from JSON lines and from Parquet, nested as BigQuery writes it either way', async (t) => {
  const lines = await factsFolder(t);
  await lines.load('events_20260901.jsonl', DAY);
  const expected = await lines.facts.engine.read(touches);
  const json = lines.file('plain.jsonl', DAY);
  const plain = path.join(path.dirname(json.path), 'plain.parquet');
  const listed = path.join(path.dirname(json.path), 'listed.parquet');
  const columns = `event_date: 'varchar', event_timestamp: 'bigint', event_name: 'varchar', event_params: 'struct(key varchar, "value" struct(string_value varchar, int_value bigint, float_value double, double_value double))[]', user_id: 'varchar', user_pseudo_id: 'varchar', stream_id: 'varchar', collected_traffic_source: 'struct(manual_source varchar, manual_medium varchar, manual_campaign_name varchar)', session_traffic_source_last_click: 'struct(manual_campaign struct(campaign_name varchar, source varchar, medium varchar))'`;
  await lines.facts.engine.aside(async (tx) => {
    await tx.run(`create temp table e as from read_json('${json.path}', format = 'newline_delimited', columns = {${columns}})`);
    await tx.run(`copy e to '${plain}' (format parquet)`);
    await tx.run(
      `copy (select * replace ({'list': list_transform(event_params, lambda x: {'element': x})} as event_params) from e) to '${listed}' (format parquet)`,
    );
  });
  for (const file of [plain, listed]) {
    const parquet = await factsFolder(t);
    good(await parquet.facts.load({ path: file, name: path.basename(file) }, {}, DOING));
    assert.deepEqual(await parquet.facts.engine.read(touches), expected, path.basename(file));
  }
});

test('a day that is sent again, amended, replaces the day and leaves the others', async (t) => {
  const f = await factsFolder(t);
  const next = DAY.replaceAll('"20260901"', '"20260902"').replaceAll('17882', '17883').replaceAll('11.22', '99.11');
  await f.load('events_20260901.jsonl', DAY);
  await f.load('events_20260902.jsonl', next);
  const before = await f.dump();
  const amended = DAY.split('\n')
    .filter((line) => !line.includes('generate_lead'))
    .join('\n');
  const { replaces } = await f.preview('again.jsonl', amended);
  assert.deepEqual(
    replaces.map(({ of, days, from, to, rowsBefore, rowsAfter }) => [of, days, from, to, rowsBefore, rowsAfter]),
    [['Google Analytics', 1, '2026-09-01', '2026-09-01', 4, 3]],
  );
  await f.load('again.jsonl', amended);
  assert.deepEqual(await f.facts.engine.read('select part, count(*) as n from touch group by 1 order by 1'), [
    { part: 'Google Analytics|3344556677|2026-09-01', n: 3 },
    { part: 'Google Analytics|3344556677|2026-09-02', n: 4 },
  ]);
  good(await f.facts.revert(3, DOING));
  assert.equal(await f.dump(), before);
});

test('a day that is sent again without any touch replaces that day; taken back, the touches are there again', async (t) => {
  const f = await factsFolder(t);
  await f.load('events_20260901.jsonl', DAY);
  const before = await f.dump();
  // Consent was withdrawn: of the day only a scroll is left, by somebody whose visit began the day before.
  const scroll = DAY.split('\n')
    .find((line) => line.includes('session_start'))!
    .replace('"session_start"', '"scroll"')
    .replace(/"event_timestamp":\s*"?\d+"?/, '"event_timestamp":1788300000000000');
  const { replaces, questions } = await f.preview('again.jsonl', scroll);
  assert.deepEqual(
    replaces.map(({ days, rowsBefore, rowsAfter }) => [days, rowsBefore, rowsAfter]),
    [[1, 4, 0]],
  );
  assert.deepEqual(questions, []);
  await f.load('again.jsonl', scroll);
  assert.deepEqual(await f.facts.engine.read(touches), []);
  good(await f.facts.revert(2, DOING));
  assert.equal(await f.dump(), before);
});

test('a file that shares nothing with the day that stands is asked about: another piece of the export, or the day anew', async (t) => {
  const f = await factsFolder(t);
  const other = DAY.replaceAll('11.22', '99.11').replaceAll('33.44', '99.33').replaceAll('77.88', '99.77').replaceAll('55.66', '99.55');
  await f.load('events_20260901-000000000000.jsonl', DAY);
  const refused = await f.refused('events_20260901-000000000001.jsonl', other);
  assert.equal(refused.code, 'questions-open');
  assert.match(refused.text, /another piece/);
  await f.load('events_20260901-000000000001.jsonl', other, { answers: { 'whole-days': 'some' } });
  assert.deepEqual(await f.facts.engine.read('select count(*) as n from touch'), [{ n: 8 }]);
});

test('which events are touches is said in the mapping', async (t) => {
  const f = await factsFolder(t);
  const { mapping } = await f.preview('events.jsonl', DAY);
  const feeds = mapping.feeds.map((feed) =>
    feed.entity === 'touch' ? { ...feed, where: { header: 'Touch', in: ['generate_lead'] } } : feed,
  );
  await f.load('events.jsonl', DAY, { mapping: { ...mapping, feeds } });
  assert.deepEqual(await f.facts.engine.read('select kind from touch'), [{ kind: 'generate_lead' }]);
});
