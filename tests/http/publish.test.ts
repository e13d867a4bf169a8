/** Frozen numbers: what was published stays, and every difference to today's numbers has a line with its cause. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Difference } from '../../src/views/published/compare.ts';
import type { PublishedFacts } from '../../src/views/published/published.ts';
import { chromiumPath } from '../support/chromium.ts';
import { batchOf, castIn, good, openUnder, type Somebody, type Under } from './house-under-test.ts';

const HEAD = 'Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date';
const DEALS = [
  HEAD,
  'd1,Brick,Closed Won,1000.00,2026-01-10,2026-02-01',
  'd2,Dairy,Closed Won,500.01,2026-01-12,2026-03-01',
  'd3,Paper,Negotiation,700.00,2026-02-01,',
  'd4,Salt,Closed Won,300.00,2026-03-20,2026-04-02',
].join('\n');
const PEOPLE = ['Deal ID,Contact ID', 'd1,k1', 'd2,k2', 'd4,k4'].join('\n');
const touches = (...rows: string[]): string => ['Touch ID,Contact ID,Date,Channel,Campaign', ...rows].join('\n');
const TOUCHES = touches('t1,k1,2026-01-05,E-mail,spring', 't2,k1,2026-01-20,Webinar,autumn', 't3,k2,2026-02-01,E-mail,spring');
const SPEND = ['Day,Campaign,Channel,Cost', '2026-02-01,spring,E-mail,120.00', '2026-03-01,autumn,Webinar,80.00'].join('\n');

type Stage = {
  readonly under: Under;
  readonly owner: Somebody;
  readonly load: (name: string, text: string) => Promise<number>;
  readonly now: () => Promise<PublishedFacts>;
};

/** Acme with three campaigns' worth of numbers, on 21 May 2026. */
const staged = async (t: TestContext): Promise<Stage> => {
  const under = await openUnder(t);
  const { owner } = await castIn(under);
  const campaign = (id: string) => ({
    type: 'campaign/plan' as const,
    id: `c_${id}` as const,
    name: id,
    channel: 'E-mail',
    from: '2026-01-01',
    to: '2026-03-31',
    budgetMinor: null,
    key: id,
    aliases: [],
    item: null,
    foundational: 'n_why' as const,
    owner: null,
  });
  await good(
    owner.post('decide', batchOf('acme', [campaign('spring'), campaign('autumn')], { notes: [{ id: 'n_why', text: 'A trial' }] })),
  );
  const room = under.house.company('acme');
  if (!room.ok) throw new Error(room.refusal.text);
  const load = async (name: string, text: string): Promise<number> => {
    const file = path.join(under.folder, name);
    writeFileSync(file, text);
    under.clock.at += 60_000;
    const facts = await room.value.facts();
    const answers = {
      rows: name.startsWith('touch')
        ? 'touch'
        : name.startsWith('spend')
          ? 'spend'
          : name.startsWith('people')
            ? 'opportunity_contact'
            : 'opportunity',
    };
    const wish = { currency: 'EUR', zone: 'Europe/Amsterdam', answers };
    const loaded = await facts.load({ path: file, name }, wish, { by: 'p_test', at: new Date(under.clock.at).toISOString() });
    if (!loaded.ok) throw new Error(loaded.refusal.text);
    return loaded.value.n;
  };
  await load('deals.csv', DEALS);
  await load('people.csv', PEOPLE);
  await load('touches.csv', TOUCHES);
  await load('spend.csv', SPEND);
  const now = async (): Promise<PublishedFacts> => (await good(owner.post('publication', { company: 'acme', period: '2026-Q1' }))).body;
  return { under, owner, load, now };
};

const publish = (who: Somebody, more: object = {}) => who.post('publish', { company: 'acme', period: '2026-Q1', ...more });
const sum = (lines: readonly { readonly by: number }[]): number => lines.reduce((total, { by }) => total + by, 0);
const figure = (d: Difference, name: string) => d.figures.find((f) => f.name === name)!;

test('a published quarter reads the same for ever; what was looked at is what is frozen', async (t) => {
  const { owner, now } = await staged(t);
  const preview = (await good(owner.post('publish-preview', { company: 'acme', period: '2026-Q1' }))).body;
  assert.deepEqual([preview.edition, preview.same, preview.warnings], [1, false, []]);
  const done = (await good(publish(owner, { expect: preview.sha256 }))).body;
  assert.deepEqual(done, { period: '2026-Q1', edition: 1, sha256: preview.sha256, published: true });
  const facts = await now();
  assert.deepEqual(
    facts.figures.map(({ name, value }) => [name, value]),
    [
      ['Won revenue', 150_001],
      ['Deals won', 2],
      ['Deals lost', 0],
      ['Opportunities opened', 4],
      ['Open pipeline at the end', 100_000],
      ['Leads', 0],
      ['Spend', 20_000],
    ],
  );
  assert.equal(facts.difference.changed, false);
  assert.deepEqual(
    await good(publish(owner, { why: 'again' })).then(({ body }) => body.published),
    false,
    'the same numbers are no new edition',
  );
});

test('a deal that is dated otherwise later moves today’s numbers, not the published ones, and is named as the cause', async (t) => {
  const { owner, load, now } = await staged(t);
  await good(publish(owner));
  const before = await now();
  const n = await load(
    'deals-2.csv',
    [HEAD, 'd2,Dairy,Closed Won,500.01,2026-01-12,2026-04-03', 'd1,Brick,Closed Won,1100.00,2026-01-10,2026-02-01'].join('\n'),
  );
  const after = await now();
  assert.deepEqual([after.figures, after.answers, after.sha256], [before.figures, before.answers, before.sha256]);
  const { difference: d } = after;
  assert.deepEqual([figure(d, 'Won revenue').was, figure(d, 'Won revenue').now], [150_001, 110_000]);
  assert.equal(sum(d.deals), 110_000 - 150_001, 'the lines of won revenue sum to its difference');
  assert.deepEqual(
    d.deals.map(({ id, was, now: is, cause }) => [id, was, is, cause.load]),
    [
      ['d1', 100_000, 110_000, n],
      ['d2', 50_001, null, n],
    ],
  );
  assert.match(d.deals[0]!.cause.text, /Amount was €1,000, is now €1,100, by load 5 \(deals-2\.csv/);
  assert.match(d.deals[1]!.cause.text, /Closing day was 1 Mar.*is now 3 Apr/);
  assert.equal(sum(d.credit), sum(d.deals), 'every deal had touches, so credit differs by as much');
});

test('a touch that arrives after the close changes unpublished numbers and not published ones', async (t) => {
  const { owner, load, now } = await staged(t);
  await good(publish(owner));
  const before = await now();
  const n = await load('touches-late.csv', touches('t9,k2,2026-02-20,Webinar,autumn'));
  const { figures, answers, difference: d } = await now();
  assert.deepEqual([figures, answers], [before.figures, before.answers]);
  assert.deepEqual([d.changed, d.deals], [true, []]);
  assert.deepEqual(
    d.credit.map(({ deal, campaign, was, now: is }) => [deal, campaign, was, is]),
    [
      ['d2', 'c_spring', 50_001, 25_001],
      ['d2', 'c_autumn', 0, 25_000],
    ],
  );
  assert.equal(sum(d.credit), 0);
  assert.deepEqual([d.credit[0]!.cause.kind, d.credit[0]!.cause.load], ['load', n]);
  assert.ok(d.answers.some(({ answer, key, figure: name }) => answer === 'credit by campaign' && key === 'autumn' && name === 'linear'));
});

test('two contacts said to be one after publishing: the difference names who said it, and taking it back leaves none', async (t) => {
  const { under, owner, load, now } = await staged(t);
  await load('touches-other.csv', touches('t9,k9,2026-02-20,Webinar,autumn'));
  await good(publish(owner));
  const before = await now();
  assert.equal(before.difference.changed, false);
  under.clock.at += 60_000;
  const { id } = (await good(owner.post('identity merge', { company: 'acme', a: 'contact:files:k2', b: 'contact:files:k9' }))).body;
  const { figures, answers, sha256, difference: d } = await now();
  assert.deepEqual([figures, answers, sha256], [before.figures, before.answers, before.sha256]);
  assert.deepEqual(
    d.credit.map(({ deal, campaign, was, now: is, cause }) => [deal, campaign, was, is, cause.kind]),
    [
      ['d2', 'c_spring', 50_001, 25_001, 'identity'],
      ['d2', 'c_autumn', 0, 25_000, 'identity'],
    ],
  );
  assert.match(d.credit[0]!.cause.text, /said that two contacts belong together \(\d+ \w+/);
  assert.equal(sum(d.credit), 0);
  under.clock.at += 60_000;
  await good(owner.post('identity undo', { company: 'acme', id }));
  assert.equal((await now()).difference.changed, false);
});

test('a load that is taken back is named; publishing again is an edition with a reason, and the first one stays', async (t) => {
  const { under, owner, now } = await staged(t);
  const first = (await good(publish(owner))).body;
  under.clock.at += 60_000;
  await good(owner.post('revert', { company: 'acme', n: 3 }));
  const { difference: d } = await now();
  assert.deepEqual(
    d.credit.map(({ cause }) => cause.kind),
    ['taken-back', 'taken-back', 'taken-back'],
  );
  assert.equal((await publish(owner)).body.error.code, 'reason-needed');
  const second = (await good(publish(owner, { why: 'The touches were of another company.' }))).body;
  assert.equal(second.edition, 2);
  assert.notEqual(second.sha256, first.sha256);
  assert.deepEqual(
    [(await now()).edition, (await now()).difference.changed, (await now()).why],
    [2, false, 'The touches were of another company.'],
  );
  const old = (await good(owner.post('publication', { company: 'acme', period: '2026-Q1', edition: 1 }))).body;
  assert.deepEqual([old.sha256, old.difference.changed], [first.sha256, true]);
});

test('the report shows the frozen numbers, fetches nothing, runs nothing, and says where they come from', async (t) => {
  const { owner, load } = await staged(t);
  const report = async (format: string) => (await good(owner.post('report', { company: 'acme', period: '2026-Q1', format }))).body;
  assert.match((await report('html')).text, /Q1 2026: €1\.5 k won, not published yet\./);
  const { sha256 } = (await good(publish(owner))).body;
  await load('deals-2.csv', [HEAD, 'd1,Brick <b>,Closed Won,9000.00,2026-01-10,2026-02-01'].join('\n'));
  const { text, name } = await report('html');
  assert.equal(name, 'acme-2026-Q1.html');
  assert.match(text, /Q1 2026: €1\.5 k won\./);
  assert.ok(text.includes(sha256));
  assert.match(text, /It does not prove what caused them/);
  assert.doesNotMatch(text, /<script|src=|@import|url\(|<link/);
  assert.doesNotMatch(text, /Brick <b>/);
  const json = JSON.parse((await report('json')).text);
  assert.deepEqual(
    [json.frozen.sha256, json.frozen.edition, json.parts.map((p: { id: string }) => p.id)],
    [sha256, 1, ['agreed', 'outcomes', 'done', 'forecast', 'revenue', 'credit', 'cost', 'lag', 'decided', 'rest']],
  );
});

test('the report is printed as PDF where Chromium stands, and refused with the way out where it does not', async (t) => {
  const { owner } = await staged(t);
  const before = process.env['CHROMIUM'];
  t.after(() => void (before === undefined ? delete process.env['CHROMIUM'] : (process.env['CHROMIUM'] = before)));
  process.env['CHROMIUM'] = await chromiumPath();
  const { base64, type } = (await good(owner.post('report', { company: 'acme', period: '2026-Q1', format: 'pdf' }))).body;
  assert.deepEqual([type, Buffer.from(base64, 'base64').subarray(0, 5).toString()], ['application/pdf', '%PDF-']);
  process.env['CHROMIUM'] = '/nowhere/chromium';
  const refused = await owner.post('report', { company: 'acme', period: '2026-Q1', format: 'pdf' });
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'no-printer']);
});

test('numbers cannot be sent as published, nor by a token, nor of a quarter that still runs, nor other than those looked at', async (t) => {
  const { under, owner, load } = await staged(t);
  const sent = {
    type: 'publication/publish' as const,
    period: '2026-Q1',
    sha256: 'a'.repeat(64),
    asOf: '2026-05-21',
    figures: [],
    why: null,
  };
  assert.equal((await owner.post('decide', batchOf('acme', [sent]))).body.error.code, 'not-counted-here');
  const token = under.somebody((await good(owner.post('token add', { company: 'acme', name: 'w', scope: 'write' }))).body.token);
  assert.equal((await publish(token)).body.error.code, 'token-too-narrow');
  assert.equal((await publish(owner, { period: '2026-Q2' })).body.error.code, 'period-not-over');
  assert.equal((await publish(owner, { period: 'spring' })).body.error.code, 'not-a-period');
  const preview = (await good(owner.post('publish-preview', { company: 'acme', period: '2026-Q1' }))).body;
  await load('deals-2.csv', [HEAD, 'd1,Brick,Closed Won,1.00,2026-01-10,2026-02-01'].join('\n'));
  assert.equal((await publish(owner, { expect: preview.sha256 })).body.error.code, 'numbers-moved');
});
