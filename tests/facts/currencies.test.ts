import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openEngine } from '../../src/facts/engine.ts';
import { projectRates, type RateStep } from '../../src/facts/loads/rates.ts';
import { money } from '../../src/kernel/money.ts';
import { convert, fractionOf } from '../../src/kernel/rate.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';

const EUR = { name: 'T', zone: 'UTC', currency: 'EUR' };
const eur = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' });
const step = (currency: string, since: string, until: string | null, rate: string, inverse = false): RateStep => ({
  currency,
  since,
  until,
  ...fractionOf(currency, 'EUR', rate, inverse),
});

const ROWS: Rows = {
  opportunity: [
    { id: 'a', status: 'won', amount_minor: 10_000, currency: 'EUR', opened_on: '2026-01-10', closed_on: '2026-02-10' },
    { id: 'b', status: 'won', amount_minor: 10_000, currency: 'USD', opened_on: '2026-01-10', closed_on: '2026-02-28' },
    { id: 'c', status: 'won', amount_minor: 10_000, currency: 'USD', opened_on: '2026-01-10', closed_on: '2026-03-01' },
    { id: 'd', status: 'won', amount_minor: 5000, currency: 'JPY', opened_on: '2026-01-10', closed_on: '2026-03-02' },
    { id: 'e', status: 'won', amount_minor: 777, currency: 'USD', opened_on: '2026-01-10', closed_on: '2026-01-31' },
    { id: 'f', status: 'open', amount_minor: 20_000, currency: 'USD', opened_on: '2026-01-10' },
  ],
  opportunity_contact: [
    { opportunity_id: 'b', contact_id: 'p' },
    { opportunity_id: 'c', contact_id: 'p' },
  ],
  contact: [{ id: 'p' }],
  touch: [{ id: 't', contact_id: 'p', touched_on: '2026-01-20', campaign: 'Fair', channel: 'event' }],
  spend: [
    { id: '1', campaign: 'Fair', amount_minor: 1000, currency: 'USD', spent_on: '2026-02-20' },
    { id: '2', campaign: 'Fair', amount_minor: 1000, currency: 'USD', spent_on: '2026-03-20' },
    { id: '3', campaign: 'Nobody', amount_minor: 1000, currency: 'GBP', spent_on: '2026-03-20' },
  ],
};
const RATES = [
  step('USD', '2026-02-01', '2026-03-01', '0.90'),
  step('USD', '2026-03-01', null, '0.80'),
  step('JPY', '2026-01-01', null, '160', true),
];

test('sums take the rate of the right day: the close of a deal, the as-of of an open one, the day of spend', async () => {
  const engine = await companyWith(ROWS, EUR);
  await engine.write((tx) => projectRates(tx, RATES));
  const { total, coverage, findings } = await answerTo(engine, 'deals', { asOf: '2026-03-31' });
  // a 100.00 + b 100 × 0.90 + c 100 × 0.80 + d 5000 ÷ 160 = 31.25; e closed before any rate is known.
  deepEqual(total['wonSum'], eur(10_000 + 9000 + 8000 + 3125));
  deepEqual(total['pipeline'], eur(16_000));
  deepEqual(coverage.missing, [{ why: 'won, amount in USD', n: 1, minor: 777 }]);
  equal(findings.find((f) => f.code === 'mixed-currency')?.n, 1);
  const before = await answerTo(engine, 'deals', { asOf: '2026-02-28' });
  // A month earlier c, d and f were open: 100 and 200 dollars at 0.90, 5000 yen at 160.
  deepEqual([before.total['wonSum'], before.total['pipeline']], [eur(19_000), eur(9000 + 18_000 + 3125)]);
  const credit = await answerTo(engine, 'credit', { by: ['channel'], asOf: '2026-03-31' });
  deepEqual(credit.rows[0]!['linear'], eur(17_000));
  const measures = await answerTo(engine, 'measures', { asOf: '2026-03-31' });
  deepEqual(measures.rows.map((r) => r['value']).slice(0, 2), [eur(30_125), eur(16_000)]);
  const { rows } = await answerTo(engine, 'pipeline', { since: '2026-02-27', until: '2026-03-02', every: 1 });
  // Each past day by its own rate: c and f open on 28 February, f alone a day later; d is open at 160 yen on both.
  deepEqual(
    rows.slice(-2).map((r) => r['value']),
    [eur(9000 + 18_000 + 3125), eur(3125 + 16_000)],
  );
  const values = await answerTo(engine, 'values', { of: 'spend.amount', asOf: '2026-03-31' });
  deepEqual(values.total['sum'], eur(900 + 800));
  await engine.close();
});

test('a company whose deals all name another currency is answered in its own, once a rate is known', async () => {
  const rows = { opportunity: [{ id: 'b', status: 'won', amount_minor: 10_000, currency: 'USD', closed_on: '2026-02-28' }] };
  const engine = await companyWith(rows, EUR);
  deepEqual((await answerTo(engine, 'deals')).total['wonSum'], { minor: 10_000, currency: 'USD' });
  await engine.write((tx) => projectRates(tx, [step('USD', '2026-02-01', null, '0.9')]));
  deepEqual((await answerTo(engine, 'deals')).total['wonSum'], eur(9000));
  await engine.write((tx) => projectRates(tx, []));
  deepEqual((await answerTo(engine, 'deals')).total['wonSum'], { minor: 10_000, currency: 'USD' });
  await engine.close();
});

test('the engine converts to the minor unit as the kernel does, whatever the rate, its direction and the currencies', async () => {
  const engine = await openEngine(':memory:');
  const digits = fc.stringMatching(/^\d{1,6}(\.\d{1,8})?$/).filter((text) => /[1-9]/.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }),
      digits,
      fc.boolean(),
      fc.constantFrom(['USD', 'EUR'], ['JPY', 'EUR'], ['EUR', 'JPY'], ['KWD', 'EUR'], ['EUR', 'KWD']),
      async (minor, rate, inverse, [from, to]) => {
        const { above, below } = fractionOf(from, to, rate, inverse);
        let wanted: number;
        try {
          wanted = convert(money(minor, from), to, rate, inverse).minor;
        } catch {
          return; // beyond whole numbers: refused there
        }
        const [row] = await engine.read<{ minor: number }>(`select in_money(${minor}, '${from}', '${to}', ${above}, ${below}) as minor`);
        equal(row!.minor + 0, wanted + 0);
      },
    ),
    { numRuns: 150 },
  );
  await engine.close();
});
