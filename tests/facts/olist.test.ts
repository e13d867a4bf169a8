import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Answer, Estimate, Finding, Row } from '../../src/kernel/answer.ts';
import type { Engine } from '../../src/facts/engine.ts';
import type { Params } from '../../src/facts/questions/question.ts';
import { describeShared, shared } from '../support/shared.ts';
import { answerTo } from './answer-to.ts';
import { olist } from './olist-rows.ts';

type Fact = { readonly name: string; readonly value: unknown };
type Converted = { readonly [key: string]: { readonly n: number; readonly converted: number; readonly rate: number } };

describeShared('every fact of data/olist-funnel is reproduced', () => {
  let engine: Engine;
  const facts = new Map<string, unknown>();
  before(async () => {
    engine = await olist();
    for (const { name, value } of (JSON.parse(readFileSync(shared('data/olist-funnel/facts.json'), 'utf8')) as { facts: Fact[] }).facts)
      facts.set(name, value);
  });
  after(() => engine.close());
  const fact = <T>(name: string): T => facts.get(name) as T;
  const asked = (question: string, params: Params = {}): Promise<Answer> => answerTo(engine, question, params);
  const six = (x: number): number => Math.round(x * 1e6) / 1e6;
  const rate = (row: Row): number => six((row['rate'] as Estimate).value);
  const row = (answer: Answer, key: string): Row => answer.rows.find((r) => r.key === key)!;
  const found = (answer: Answer, code: string): Finding => answer.findings.find((f) => f.code === code)!;
  const converted = (answer: Answer): Converted =>
    Object.fromEntries(answer.rows.map((r) => [r.key, { n: r.n, converted: r['converted'] as number, rate: rate(r) }]));

  test('mql_rows, won_rows and mql_to_won_rate', async () => {
    const { total } = await asked('funnel');
    deepEqual([total.n, total['converted'], rate(total)], [fact('mql_rows'), fact('won_rows'), fact('mql_to_won_rate')]);
  });

  test('mql_to_won_by_origin, blank apart from a literal unknown', async () => {
    const answer = await asked('funnel', { by: ['origin'] });
    deepEqual(converted(answer), fact('mql_to_won_by_origin'));
    equal(found(answer, 'blank-key').n, 60);
  });

  test('lag_days_first_contact_to_won and negative_lag_deals', async () => {
    const answer = await asked('lag');
    const { min, p10, p25, median, mean, p75, p90, p95, max } = answer.total;
    deepEqual({ min, p10, p25, median, mean, p75, p90, p95, max }, fact('lag_days_first_contact_to_won'));
    const { count, mql_id, days } = fact<{ count: number; mql_id: string; days: number }>('negative_lag_deals');
    const negative = found(answer, 'negative-lag');
    deepEqual([negative.n, negative.ids, negative.detail?.['days']], [count, [mql_id], { [mql_id]: days }]);
    deepEqual(answer.coverage, { have: 842, of: 8000, missing: [{ why: 'not yet "won" by 2018-11-14', n: 7158 }] });
  });

  test('median_lag_days_by_origin', async () => {
    const answer = await asked('lag', { by: ['origin'] });
    deepEqual(Object.fromEntries(answer.rows.map((r) => [r.key, r['median']])), fact('median_lag_days_by_origin'));
  });

  test('mql_by_cohort_month, with the cohorts that began before the data marked and listed', async () => {
    const answer = await asked('funnel', { by: ['created:month'] });
    deepEqual(converted(answer), fact('mql_by_cohort_month'));
    const early = ['2017-06', '2017-07', '2017-08', '2017-09', '2017-10', '2017-11', '2017-12'];
    deepEqual(
      answer.rows.filter((r) => r['leftTruncated']).map((r) => r.key),
      early,
    );
    const truncated = found(answer, 'left-truncated');
    deepEqual([truncated.ids, truncated.detail?.['firstTo']], [early, '2017-12-05']);
    ok((truncated.detail?.['expected'] as number) > 100, 'a loss that large is not left to chance');
  });

  test('won_by_month', async () => {
    const answer = await asked('deals', { by: ['closed:month'] });
    deepEqual(Object.fromEntries(answer.rows.map((r) => [r.key, r['won']])), fact('won_by_month'));
  });

  test('conversion_within_30_60_90_days_2018_cohorts, all of them watched to the end', async () => {
    const answer = await asked('funnel', { by: ['lead:month'], since: '2018-01-01', within: [30, 60, 90] });
    const windows = Object.fromEntries(
      answer.rows.map((r) => {
        const within = r['within'] as { readonly [days: string]: { readonly rate: Estimate; readonly immature: boolean } };
        equal(
          Object.values(within).some((w) => w.immature),
          false,
        );
        return [r.key, Object.fromEntries(Object.entries(within).map(([days, w]) => [`${days}d`, six(w.rate.value)]))];
      }),
    );
    deepEqual(windows, fact('conversion_within_30_60_90_days_2018_cohorts'));
  });

  test('the jump from the cohorts of 2017 to those of 2018 is the start of the file, and is not compared', async () => {
    const { total, findings } = await asked('funnel', { by: ['lead:month'], compare: ['2017-12', '2018-02'] });
    equal(total['comparison'], null);
    match(findings.find(({ code }) => code === 'not-comparable')!.text, /^2017-12 began before the files show any conversion/);
    const within = await asked('funnel', { by: ['lead:month'], compare: ['2018-01', '2018-02'], within: [30] });
    equal((within.total['comparison'] as { within: number }).within, 30);
  });

  test('a window that has not passed marks its cohort, and counts only those it was watched for', async () => {
    const answer = await asked('funnel', { by: ['lead:month'], since: '2018-05-01', within: [30], asOf: '2018-06-15' });
    const within = row(answer, '2018-05')['within'] as {
      readonly [days: string]: { readonly n: number; readonly immature: boolean; readonly notYet: number };
    };
    ok(within['30']!.immature);
    equal(within['30']!.n + within['30']!.notYet, 1303);
    deepEqual(found(answer, 'immature').ids, ['2018-05 (30 days)']);
  });

  test('landing_pages', async () => {
    const { distinct, top3 } = fact<{ distinct: number; top3: Converted }>('landing_pages');
    equal((await asked('values', { of: 'landing_page_id' })).total['distinct'], distinct);
    const answer = await asked('funnel', { by: ['landing_page_id'] });
    deepEqual(converted({ ...answer, rows: answer.rows.slice(0, 3) }), top3);
  });

  test('sdr_sr', async () => {
    const want = fact<{ sdr: number; sr: number; same_id: number; max_sdr: number; max_sr: number }>('sdr_sr');
    const [sdr, sr, both] = [
      await asked('values', { of: 'sdr_id' }),
      await asked('values', { of: 'sr_id' }),
      await asked('deals', { by: ['sdr_id', 'sr_id'] }),
    ];
    const same = both.rows
      .filter((r) => (r['keys'] as readonly string[])[0] === (r['keys'] as readonly string[])[1])
      .reduce((sum, r) => sum + r.n, 0);
    deepEqual(
      [sdr.total['distinct'], sr.total['distinct'], same, sdr.rows[0]!.n, sr.rows[0]!.n],
      [want.sdr, want.sr, want.same_id, want.max_sdr, want.max_sr],
    );
  });

  test('declared_monthly_revenue, with the one value that is most of it as a finding', async () => {
    const answer = await asked('values', { of: 'declared_monthly_revenue' });
    const { over0, sum, max, maxShare } = answer.total;
    deepEqual({ gt0: over0, sum, max, max_share: six(maxShare as number) }, fact('declared_monthly_revenue'));
    ok(found(answer, 'one-value-dominates').text.includes('81 %'));
  });

  test('blank_cells_closed_deals', async () => {
    const answer = await asked('coverage');
    for (const [column, blank] of Object.entries(fact<{ [column: string]: number }>('blank_cells_closed_deals')))
      equal(row(answer, `opportunity.${column}`)['blank'], blank, column);
  });

  test('sellers_joined', async () => {
    const answer = await asked('deals', { by: ['seller_state'] });
    const { matched, SP } = fact<{ matched: number; SP: number }>('sellers_joined');
    deepEqual([answer.total.n - row(answer, '(no match)').n, row(answer, 'SP').n], [matched, SP]);
    equal(found(answer, 'unmatched-name').n, 842 - matched);
  });

  test('won_by_business_segment_top5', async () => {
    const answer = await asked('deals', { by: ['business_segment'] });
    deepEqual(Object.fromEntries(answer.rows.slice(0, 5).map((r) => [r.key, r['won']])), fact('won_by_business_segment_top5'));
    equal(row(answer, '(blank)').n, 1);
  });

  test('a column of the deal is refused for a funnel of leads, and allowed for their lag', async () => {
    await asked('lag', { by: ['business_segment'] });
    await answerTo(engine, 'funnel', { by: ['business_segment'] }).then(
      () => ok(false, 'it was answered'),
      (refused: Error) => ok(refused.message.startsWith('unfit-cut')),
    );
  });
});
