import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { channelOf, channelSql, CHANNEL_RULES } from './channel-rules.ts';

const CASES: readonly (readonly [string | null, string | null, string | null])[] = [
  [null, null, null],
  ['(direct)', '(none)', 'Direct'],
  ['google', 'organic', 'Organic search'],
  ['google', 'cpc', 'Paid search'],
  ['Google ', 'CPC', 'Paid search'],
  ['linkedin', 'paid-social', 'Paid social'],
  [null, 'paid_social', 'Paid social'],
  ['agency', 'sem', 'Paid search'],
  ['linkedin.com', 'referral', 'Social'],
  ['newsletter', 'email', 'Email'],
  ['acme.example', 'referral', 'Referral'],
  ['taboola', 'cpc', 'Paid other'],
  ['anything', 'cpm', 'Display'],
  ['fair', 'qr', 'Event'],
  ['strange', 'thing', 'Other'],
];

test('source and medium tell the channel, by the first rule that fits', () => {
  for (const [source, medium, channel] of CASES) {
    assert.equal(channelOf(source, medium), channel, `${source} / ${medium}`);
  }
  assert.equal(channelOf('youtube', 'cpc'), 'Paid video');
});

test('SQL and TypeScript read every rule alike', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const sources = [...new Set([...CASES.map(([s]) => s), ...CHANNEL_RULES.flatMap(({ sources: all }) => all?.slice(0, 3) ?? [])])];
  const mediums = [
    ...new Set([...CASES.map(([, m]) => m), ...CHANNEL_RULES.flatMap(({ mediums: all }) => all ?? []), 'web-push', 'my video ad', 'ppc']),
  ];
  for (const source of sources) {
    const sql = mediums.map((_, i) => `${channelSql('$s', `$m${i}`)} as c${i}`).join(', ');
    const reader = await connection.runAndReadAll(`select ${sql}`, {
      s: source,
      ...Object.fromEntries(mediums.map((m, i) => [`m${i}`, m])),
    });
    assert.deepEqual(
      reader.getRows()[0],
      mediums.map((medium) => channelOf(source, medium)),
    );
  }
  connection.disconnectSync();
  instance.closeSync();
});
