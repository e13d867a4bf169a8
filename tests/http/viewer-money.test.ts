/** Who may see money: a viewer's returns count imported spend only, whatever he asks for and wherever he reads them. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import { FIRST_STAGES } from '../../src/domain/measurement/stages.ts';
import type { Answer } from '../../src/kernel/answer.ts';
import type { PublishedFacts } from '../../src/views/published/published.ts';
import { batchOf, castIn, good, openUnder, type Cast, type Somebody } from './house-under-test.ts';

const SPEND = 12_000;
const INVOICE = 30_000;
const PERIOD = { since: '2026-01-01', until: '2026-04-01' };

const staged = async (t: TestContext): Promise<Cast> => {
  const under = await openUnder(t);
  const cast = await castIn(under);
  const commands: readonly Command[] = [
    {
      type: 'campaign/plan',
      id: 'c_fair',
      name: 'Fair',
      channel: 'Fair',
      from: '2026-01-01',
      to: '2026-03-31',
      budgetMinor: null,
      key: 'fair',
      aliases: [],
      item: null,
      foundational: 'n_why',
      owner: null,
    },
    {
      type: 'budget/open',
      id: 'b_fair',
      name: 'Fair',
      currency: 'EUR',
      owner: null,
      purpose: { kind: 'campaign', id: 'c_fair' },
      takesSpend: false,
      months: [{ month: '2026-M02', minor: 50_000 }],
    },
    {
      type: 'budget/record',
      id: 'b_fair',
      entry: 'i_stand',
      on: '2026-02-10',
      what: 'Stand',
      ref: null,
      minor: INVOICE,
      currency: 'EUR',
      commitment: null,
    },
  ];
  await good(cast.owner.post('decide', batchOf('acme', commands, { notes: [{ id: 'n_why', text: 'To be seen' }] })));
  const room = under.house.company('acme');
  if (!room.ok) throw new Error('no acme');
  const facts = await room.value.facts();
  const load = async (entity: string, rows: readonly object[]): Promise<void> => {
    const loaded = await facts.importRows({ entity, rows, file: `${entity}.json`, src: 'files', currency: 'EUR' } as never, {
      by: 'p_x',
      at: '2026-05-21T08:00:00.000Z',
    });
    ok(loaded.ok && loaded.value.held === 0, JSON.stringify(loaded));
  };
  await load('spend', [{ id: 's1', spent_on: '2026-02-01', campaign: 'fair', channel: 'Fair', amount: SPEND, currency: 'EUR' }]);
  await load('touch', [{ id: 't1', account_id: 'a', channel: 'Fair', campaign: 'fair', touched_on: '2026-01-20' }]);
  await load('opportunity', [
    {
      id: 'd',
      account_id: 'a',
      status: 'won',
      stage: 'Won',
      amount: 100_000,
      currency: 'EUR',
      opened_on: '2026-01-25',
      closed_on: '2026-03-01',
    },
  ]);
  return cast;
};
const costOf = async (who: Somebody, question: 'roi' | 'cac', more: object = {}): Promise<unknown> => {
  const { total } = (await good(who.post('ask', { company: 'acme', question, ...PERIOD, ...more }))).body as Answer;
  return (total['cost'] as { minor: number } | null)?.minor ?? null;
};

test('a viewer’s return and cost of a customer count imported spend only; a stakeholder signs for money and sees it all', async (t) => {
  const { owner, marketer, stakeholder, viewer } = await staged(t);
  for (const question of ['roi', 'cac'] as const) {
    for (const who of [owner, marketer, stakeholder]) equal(await costOf(who, question), SPEND + INVOICE, question);
    equal(await costOf(viewer, question), SPEND, question);
    // Nothing he asks for brings the invoices back; who sees all may ask for spend alone.
    equal(await costOf(viewer, question, { count: 'all' }), SPEND, question);
    equal(await costOf(stakeholder, question, { count: 'spend' }), SPEND, question);
  }
  const { definition, rows } = (await good(viewer.post('ask', { company: 'acme', question: 'roi', by: 'campaign', ...PERIOD })))
    .body as Answer;
  match(definition, /imported spend/);
  deepEqual(rows.map(({ cost }) => (cost as { minor: number } | null)?.minor).filter(Boolean), [SPEND]);
  const refused = await viewer.post('ask', { company: 'acme', question: 'roi', by: 'requester', ...PERIOD });
  equal(refused.body.error.code, 'may-not');
});

test('what was published shows a viewer no return either, neither on the page nor in the report', async (t) => {
  const { owner, viewer } = await staged(t);
  await good(owner.post('publish', { company: 'acme', period: '2026-Q1' }));
  const questions = async (who: Somebody): Promise<string[]> =>
    ((await good(who.post('publication', { company: 'acme', period: '2026-Q1' }))).body as PublishedFacts).answers.map(
      ({ question }) => question,
    );
  const all = await questions(owner);
  ok(all.includes('roi') && all.includes('cac'));
  deepEqual(
    await questions(viewer),
    all.filter((question) => question !== 'roi' && question !== 'cac'),
  );
  const report = (await good(viewer.post('report', { company: 'acme', period: '2026-Q1', format: 'json' }))).text;
  ok(!/420\.00|€420|42000/.test(report), 'the sum of spend and invoice stands nowhere');
});

test('signing what the stages mean moves today’s numbers, not the published ones, and is named as the cause', async (t) => {
  const { owner, marketer, stakeholder } = await staged(t);
  await good(owner.post('publish', { company: 'acme', period: '2026-Q1' }));
  const now = async (): Promise<PublishedFacts> =>
    (await good(owner.post('publication', { company: 'acme', period: '2026-Q1' }))).body as PublishedFacts;
  const before = await now();
  equal(before.difference.changed, false);
  // A qualified opportunity is from now on one that entered a stage this deal never saw, and skips are left out.
  const stages = FIRST_STAGES.map((stage) =>
    stage.id === 'qualified' ? { ...stage, signs: [{ sign: 'stage' as const, names: ['Demo'] }] } : stage,
  );
  const propose: Command = { type: 'stages/propose', rules: { since: '2026-01-01', stages, skipped: 'left-out' }, why: 'n_stages' };
  await good(owner.post('decide', batchOf('acme', [propose], { notes: [{ id: 'n_stages', text: 'One meaning' }] })));
  await good(marketer.post('decide', batchOf('acme', [{ type: 'stages/sign', proposal: 1, seat: 'marketing' }])));
  equal((await now()).difference.changed, false, 'nothing holds before both have signed');
  await good(stakeholder.post('decide', batchOf('acme', [{ type: 'stages/sign', proposal: 1, seat: 'sales' }])));
  const after = await now();
  deepEqual([after.figures, after.answers, after.sha256], [before.figures, before.answers, before.sha256]);
  ok(after.difference.answers.length > 0);
  for (const { answer, cause } of after.difference.answers) {
    equal(answer, 'sales velocity');
    equal(cause?.text, 'It was counted by the stages of the files; today it is by version 1 of the stage definitions.');
  }
  const { total } = (await good(owner.post('ask', { company: 'acme', question: 'velocity', ...PERIOD }))).body as Answer;
  deepEqual(total['stages'], { version: 1, since: '2026-01-01', signedOn: '2026-05-21', qualified: 'Qualified opportunity' });
});
