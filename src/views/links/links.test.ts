import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { utmOf } from '../../kernel/utm.ts';
import { buildLink } from './build.ts';
import { checkLink, linksIn } from './check.ts';
import { houseValue, usualFor } from './conventions.ts';
import { editsBetween } from './edits.ts';

const campaign = (key: string, more: Partial<Campaign> = {}): Campaign => ({
  id: `c_${key}`,
  name: key.toUpperCase(),
  channel: 'Email',
  from: '2026-01-01',
  to: '2026-12-31',
  budgetMinor: null,
  key,
  aliases: [],
  item: null,
  foundational: null,
  owner: null,
  micro: null,
  retired: null,
  ...more,
});
const CAMPAIGNS = [
  campaign('dock-day', { aliases: ['DD-26'] }),
  campaign('september-letter'),
  campaign('old-fair', { retired: { why: 'n_x' } }),
];
const check = (url: string) => checkLink(url, CAMPAIGNS);
const codes = (url: string): string[] => check(url).problems.map(({ code }) => code);
const build = (address: string, more = {}) => buildLink({ address, key: 'dock-day', source: 'LinkedIn', medium: 'Paid Social', ...more });

test('a link is built from the key by the conventions, and what stood there is kept', () => {
  const built = build('company.example/page?lang=nl&utm_source=old#form', { content: 'Blue Button' });
  assert.ok(built.ok);
  assert.equal(
    built.value.url,
    'https://company.example/page?lang=nl&utm_source=linkedin&utm_medium=paid-social&utm_campaign=dock-day&utm_content=blue-button#form',
  );
  assert.equal(built.value.channel, 'Paid social');
  assert.deepEqual(built.value.changed, [
    'https:// was put before it',
    'utm_source “old” gave way',
    'source is written linkedin',
    'medium is written paid-social',
    'content is written blue-button',
  ]);
});

test('what would break is refused, with the way to mend it', () => {
  for (const address of [
    '',
    'https://a.example/a b',
    'mailto:kim@a.example',
    'nothing',
    'https://a.example/?a=1?b=2',
    'https://a.example/#/page?x=1',
    'https://a.example/?a=1&amp;b=2',
    `https://a.example/?x=${'y'.repeat(2000)}`,
  ]) {
    const built = build(address);
    assert.ok(!built.ok, address);
    assert.ok(built.refusal.todo.length > 10);
  }
  assert.ok(!build('https://a.example', { source: ' ' }).ok);
  assert.ok(!build('https://a.example', { key: 'két kulcs' }).ok);
});

test('property: a link that was built is right when it is checked, and says what it was built with', () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ._-]{0,12}$/);
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), word, word, (address, source, content) => {
      const built = build(address, { source, medium: 'email', content });
      fc.pre(built.ok);
      const found = utmOf(built.value.url);
      assert.deepEqual(
        [found.source, found.medium, found.campaign, found.content],
        [houseValue(source), 'email', 'dock-day', houseValue(content) || null],
      );
      const checked = check(built.value.url);
      assert.equal(checked.campaign?.id, 'c_dock-day');
      assert.deepEqual(
        checked.problems.filter(({ code }) => !['http', 'no-channel'].includes(code)),
        [],
      );
    }),
  );
});

test('each thing that is wrong with a link is named, with a link that is right', () => {
  assert.deepEqual(codes('https://a.example/?utm_source=newsletter&utm_medium=email&utm_campaign=dock-day'), []);
  assert.deepEqual(codes('https://a.example/?utm_source=newsletter&utm_medium=email'), ['no-campaign']);
  assert.deepEqual(codes('https://a.example/?utm_campaign=dock-day'), ['no-source', 'no-medium']);
  const misspelt = check('https://a.example/?utm_source=newsletter&utm_medium=email&utm_campaign=dok_day');
  assert.deepEqual(
    [misspelt.campaign, misspelt.near[0]?.key, misspelt.better],
    [null, 'dock-day', 'https://a.example/?utm_source=newsletter&utm_medium=email&utm_campaign=dock-day'],
  );
  assert.deepEqual(codes('https://a.example/?utm_source=Newsletter&utm_medium=email&utm_campaign=Dock-Day'), ['case']);
  assert.deepEqual(codes('https://a.example/?utm_source=newsletter&utm_medium=email&utm_campaign=dock%20day'), [
    'unknown-campaign',
    'space',
  ]);
  const twice = check('https://a.example/?utm_campaign=x&utm_source=newsletter&utm_medium=email&utm_campaign=dd-26');
  assert.deepEqual([twice.problems.map(({ code }) => code), twice.campaign?.id], [['twice'], 'c_dock-day']);
  assert.deepEqual(codes('https://a.example/page#x?utm_source=newsletter&utm_medium=email&utm_campaign=dock-day'), ['behind-hash']);
  assert.deepEqual(codes('https://a.example/?a=1&amp;utm_source=newsletter&amp;utm_medium=email&amp;utm_campaign=dock-day'), ['amp']);
  assert.deepEqual(codes('https://bit.ly/x?utm_source=newsletter&utm_medium=email&utm_campaign=dock-day'), ['redirect']);
  assert.deepEqual(codes('https://a.example/?utm_source=newsletter&utm_medium=email&utm_campaign=old-fair'), ['dropped-campaign']);
  assert.equal(check('https://a.example/?utm_source=google&utm_medium=cpc&utm_campaign=dock-day').channel, 'Paid search');
});

test('what is proposed is right when it is checked again', () => {
  for (const url of [
    'http://a.example/#x?utm_source=News Letter&utm_medium=EMAIL&utm_campaign=Dok day',
    'a.example/?x=1?utm_source=newsletter&utm_medium=email&utm_campaign=DOCK_DAY',
  ]) {
    const { better } = check(url);
    assert.ok(better);
    assert.deepEqual(
      codes(better).filter((code) => code !== 'no-channel'),
      [],
      better,
    );
  }
});

test('links are found in a text, a list or a mail', () => {
  assert.deepEqual(
    linksIn(
      'See https://a.example/x?utm_source=a, (http://b.example).\nwww.c.example/y\n"d.example/z?utm_campaign=q" and not this.sentence or 3.5',
    ),
    ['https://a.example/x?utm_source=a', 'http://b.example', 'www.c.example/y', 'd.example/z?utm_campaign=q'],
  );
});

test('edits are counted as Damerau and Levenshtein do', () => {
  for (const [a, b, n] of [
    ['', '', 0],
    ['abc', '', 3],
    ['dock', 'dok', 1],
    ['form', 'from', 1],
    ['kitten', 'sitting', 3],
  ] as const)
    assert.equal(editsBetween(a, b), n);
  assert.deepEqual(usualFor('Paid search'), { source: 'google', medium: 'cpc' });
});
