/** The credit page and the effect of other touch rules, as views over counted facts: sums, gaps, titles and sentences. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ask } from '../../src/facts/questions/registry.ts';
import type { Raw } from '../../src/facts/questions/question.ts';
import { MODELS } from '../../src/models/attribution/models.ts';
import { modelled } from '../../src/server/operations/ask/modelled.ts';
import { creditView } from '../../src/views/credit/build.ts';
import type { CreditView } from '../../src/views/credit/credit-view.ts';
import { rulesEffect } from '../../src/views/credit/rules-effect.ts';
import { plain } from '../../src/views/words/prose.ts';
import { plan } from '../support/plan.ts';
import { companyWith, LOAD, type Rows } from './company.ts';
import { deal, of, touch } from './credits.ts';
import { MODELS_HERE } from './models-here.ts';

const QUARTER = { id: '2026-Q1', from: '2026-01-01', to: '2026-04-01', before: '2025-Q4', after: '2026-Q2' };
const READER = { book: plan(), nameOf: (person: string) => person };

type Asked = (params: { readonly [name: string]: string | readonly string[] }) => Promise<Raw>;
const counted = async (rows: Rows): Promise<{ readonly raw: Asked; readonly close: () => Promise<void> }> => {
  const engine = await companyWith(rows, { name: 'Test', zone: 'UTC', currency: 'EUR' });
  return {
    raw: async (params) => {
      const raw = await ask(engine, 'credit', { model: ['all'], since: QUARTER.from, until: QUARTER.to, ...params });
      if (!raw.ok) throw new Error(raw.refusal.text);
      return modelled(MODELS_HERE, 'credit', raw.value);
    },
    close: () => engine.close(),
  };
};
const viewOf = async (rows: Rows, by: string, more: { readonly [name: string]: string } = {}): Promise<CreditView> => {
  const { raw, close } = await counted(rows);
  const view = creditView(await raw({ by: [by], ...more }), QUARTER, READER);
  await close();
  return view;
};

/** One deal of three campaigns (one of the plan, one nobody planned, one blank, which also came after the close), one untouched. */
const ROWS: Rows = {
  load: [{ ...LOAD, n: 2, loaded_at: '2026-05-01 00:00:00' }],
  opportunity: [deal('d1', 10_001, '2026-03-31'), deal('d2', 20_000, '2026-03-30'), deal('d3', 500, '2026-03-29')],
  opportunity_contact: [...of('d1', 'p'), ...of('d2', 'q')],
  touch: [
    touch('a', 'p', '2026-01-01', 'event', { campaign: 'dock' }),
    touch('b', 'p', '2026-01-02', 'mail', { campaign: 'letter' }),
    touch('c', 'p', '2026-01-03', 'web', { load: 2 }),
    touch('d', 'q', '2026-01-04', 'mail', { campaign: 'letter' }),
    touch('e', 'q', '2026-01-05', 'event', { campaign: 'dock' }),
  ],
  thread_campaign: [{ campaign_id: 'c_dock', name: 'Dock', channel: 'event', item_id: null }],
  campaign_name: [{ found: 'dock', campaign_id: 'c_dock' }],
};

test('under every model the lines and the deals without a touch are closed revenue, to the cent', async () => {
  for (const by of ['campaign', 'channel', 'item', 'priority', 'outcome', 'objective']) {
    const { lines, dark, closed, models } = await viewOf(ROWS, by);
    deepEqual(closed, { minor: 30_501, deals: 3 });
    deepEqual(dark, { minor: 500, deals: 1 });
    deepEqual(
      models.map(({ name }) => name),
      MODELS,
    );
    for (const model of MODELS)
      equal(
        lines.reduce((sum, line) => sum + line.minor[model], dark.minor),
        closed.minor,
        `${by} ${model}`,
      );
  }
});

test('a campaign of the plan has its name and its page; what says nothing has neither, and no model is said to disagree on it', async () => {
  const view = await viewOf(ROWS, 'campaign');
  const told = view.lines.map(({ label, href, id, gap }) => [label, href, id, gap]);
  const dock = [plan().campaign.get('c_dock')!.name, '/market/campaigns/c_dock', 'c_dock', false];
  deepEqual(
    told.filter(([, , id]) => id !== null),
    [dock],
  );
  const gaps = view.lines.filter(({ gap }) => gap);
  ok(gaps.length > 0 && gaps.every(({ href }) => href === null));
  ok(view.disagree.every(({ key }) => !gaps.some((gap) => gap.key === key)));
});

test('where models disagree, by how much and why is read off where the touches stand', async () => {
  // d1: event 10,001 under first, nothing under last; d2: event the last. So event has 10,001 to 20,000, mail 0 to 20,000.
  const { disagree, title, lines } = await viewOf(ROWS, 'channel');
  const [mail] = disagree;
  deepEqual([mail!.key, mail!.low.minor, mail!.high.minor], ['mail', 0, 20_000]);
  ok(disagree.every(({ low, high }) => low.minor < high.minor));
  deepEqual(Object.fromEntries(lines.map(({ key, n, touches, firsts, lasts }) => [key, [n, touches, firsts, lasts]])), {
    event: [2, 2, 1, 1],
    mail: [2, 2, 1, 0],
    web: [1, 1, 0, 1],
  });
  equal(mail!.why, 'It is the first touch of 1 of its two deals and the last of none, so models that reward the beginning give it most.');
  equal(plain(title), 'The models agree best on event; they disagree on mail by €200.');
});

test('late touches, what they moved and one deal to look at; no intervals on two deals, and why', async () => {
  const view = await viewOf(ROWS, 'channel', { intervals: 'yes' });
  // Without "web" the 100.01 of d1 are 50.01 and 50.00, with it 33.34, 33.34 and 33.33.
  deepEqual(view.late, { touches: 1, deals: 1, moved: 3333, first: 'd1' });
  deepEqual(Object.fromEntries(view.lines.map(({ key, moved }) => [key, moved])), { event: 3334 - 5001, mail: 3334 - 5000, web: 3333 });
  equal(view.intervals, null);
  ok(view.findings.some(({ code }) => code === 'no-intervals'));
});

test('a title never says more than is known', async () => {
  const title = async (rows: Rows, by = 'channel'): Promise<string> => plain((await viewOf(rows, by)).title);
  match(await title({}), /^Nothing was won in Q1 2026, so there is no credit to share\.$/);
  match(await title({ opportunity: ROWS['opportunity']! }), /^Three deals won in Q1 2026, and no touch that counts/);
  const one = (...touches: Rows[string]): Rows => ({
    opportunity: [deal('d', 9000, '2026-03-31')],
    opportunity_contact: of('d', 'p'),
    touch: touches,
  });
  const same = await title(one(touch('a', 'p', '2026-01-01', 'mail'), touch('b', 'p', '2026-01-02', 'mail')));
  equal(same, 'All models agree on the €90 won in Q1 2026.');
  // Nothing but blanks: nobody can be agreed on, however many touches there are.
  const blank = await title(one(touch('a', 'p', '2026-01-01', 'mail'), touch('b', 'p', '2026-01-02', 'web')), 'campaign');
  equal(blank, 'No touch of the one deal won in Q1 2026 stands under a known campaign, so no model can say what preceded it.');
});

test('no share is above all of it, though a credit note that nobody touched takes from closed revenue', async () => {
  const notes: Rows = { ...ROWS, opportunity: [...ROWS['opportunity']!, deal('note', -20_000, '2026-03-31')] };
  const view = await viewOf(notes, 'channel');
  deepEqual([view.closed.minor, view.influenced.minor], [10_501, 30_001]);
  ok([view.influenced, ...view.sourced].every(({ share }) => share === null || (share >= 0 && share <= 1)));
  equal(view.influenced.share, null);
  ok(!/of it has a touch/.test(view.scope), view.scope);
  match(view.definition, /more than closed revenue here, because credit notes/);
  const plainly = await viewOf(ROWS, 'channel');
  equal(plainly.influenced.share, 30_001 / 30_501);
  match(plainly.scope, /^€305 won in Q1 2026 by three deals; 98 % of it has a touch that counts\./);
});

const DEFAULTS = {
  lookBackDays: 365,
  leaveOut: { channels: [] as string[], kinds: [] as string[] },
  repeats: { keep: 'all', minutes: 0 },
  direct: ['direct'],
  halfLifeDays: null as number | null,
  sourced: 'first-touch',
  sales: { channels: [], kinds: [] },
};
const MET: Rows = {
  opportunity: [deal('d1', 9000, '2026-03-31'), deal('d2', 1000, '2026-03-30')],
  opportunity_contact: [...of('d1', 'p'), ...of('d2', 'q')],
  touch: [
    touch('a', 'p', '2026-01-01', 'mail'),
    touch('b', 'p', '2026-01-02', 'ad'),
    touch('c', 'p', '2026-01-03', 'fair'),
    touch('d', 'q', '2026-01-04', 'mail'),
  ],
};
const trial = async (rows: Rows) => {
  const { raw, close } = await counted(rows);
  const under = (rules: object): Promise<Raw> => raw({ by: ['channel'], rules: JSON.stringify({ ...DEFAULTS, ...rules }) });
  const before = await under({});
  return { close, effect: async (rules: object) => rulesEffect(before, await under(rules), QUARTER.from, QUARTER.to) };
};

test('the effect of leaving a channel out, worked by hand: what moves, where to, and what loses its touch', async () => {
  const { effect, close } = await trial(MET);
  const found = await effect({ leaveOut: { channels: ['Mail'], kinds: [] } });
  deepEqual(found.lines, [
    { label: 'mail', was: 4000, now: 0 },
    { label: 'ad', was: 3000, now: 4500 },
    { label: 'fair', was: 3000, now: 4500 },
    { label: 'no touch', was: 0, now: 1000 },
  ]);
  deepEqual(
    [found.touches, found.dark, found.sourced, found.moved],
    [{ was: 4, now: 2 }, { was: 0, now: 1 }, { was: 10_000, now: 9000 }, 4000],
  );
  equal(
    found.sentence,
    '2 touches would count instead of 4; €40 of equal credit would stand elsewhere; one deal would have no touch instead of 0; €90 would be sourced by marketing instead of €100.',
  );
  await close();
});

test('the same rules change nothing; another half-life or definition of sourced changes that alone', async () => {
  const { effect, close } = await trial(MET);
  const none = await effect({});
  deepEqual([none.lines, none.moved, none.sentence], [[], 0, 'In this period nothing would change.']);
  equal((await effect({ halfLifeDays: 45 })).sentence, 'Time decay would halve in 45 days instead of 7.');
  const source = await effect({ sourced: 'lead-source' });
  deepEqual([source.lines, source.sourced], [[], { was: 10_000, now: 0 }]);
  equal(source.sentence, '€0 would be sourced by marketing instead of €100.');
  await close();
});

test('whatever the rules, what one line loses another gains: no money comes or goes', async () => {
  const { effect, close } = await trial(MET);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        lookBackDays: fc.integer({ min: 1, max: 120 }),
        leaveOut: fc.record({ channels: fc.subarray(['mail', 'ad', 'fair', 'no touch']), kinds: fc.constant([]) }),
      }),
      async (rules) => {
        const { lines, moved } = await effect(rules);
        equal(
          lines.reduce((sum, { was, now }) => sum + now - was, 0),
          0,
        );
        equal(
          lines.reduce((sum, { was, now }) => sum + Math.abs(now - was), 0),
          2 * moved,
        );
      },
    ),
    { numRuns: 20 },
  );
  await close();
});

test('a channel that is called "no touch" is not taken for deals without one', async () => {
  const odd: Rows = { ...MET, touch: MET['touch']!.map((row) => (row['channel'] === 'fair' ? { ...row, channel: 'no touch' } : row)) };
  const { effect, close } = await trial(odd);
  const { lines } = await effect({ leaveOut: { channels: ['mail'], kinds: [] } });
  equal(
    lines.reduce((sum, { was, now }) => sum + now - was, 0),
    0,
  );
  await close();
});
