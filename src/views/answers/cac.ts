/** CAC: cost of a new customer, cost by cost, with both variants of payback by name. */
import type { Answer, Row } from '../../kernel/answer.ts';
import { addDays, daysInMonth, partsOf, type Day } from '../../kernel/day.ts';
import { customerCost, marginPayback, revenuePayback } from '../../models/customer-cost.ts';
import { costFindings, costSum, costWords, KINDS, type CostRule, type CostTotal, type Kind } from './costs.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { many, percent } from './words.ts';

type Customers = {
  readonly customers: number;
  readonly priced: number;
  readonly minor: number;
  readonly won: number;
  readonly won_priced: number;
  readonly won_minor: number;
  readonly unnamed: number;
};
type Period = { readonly since: Day; readonly until: Day; readonly before: Day };

export const dressCac = (raw: Raw): Answer => {
  const rule = table<CostRule>(raw, 'rule')[0]!;
  const { since, until, before } = table<Period>(raw, 'period')[0]!;
  const all = table<CostTotal>(raw, 'cost');
  const found = table<Customers>(raw, 'customers')[0]!;
  const last = addDays(raw.asOf, 1);
  const end = until < last ? until : last;
  const sales = salesCost(raw, rule, since, end);
  const rows: Row[] = [
    ...(Object.keys(KINDS) as Kind[]).flatMap((kind): Row[] => {
      const held = all.filter((row) => row.kind === kind && !row.apart);
      const n = held.reduce((total, row) => total + row.n, 0);
      return n === 0 ? [] : [{ key: KINDS[kind], n, cost: moneyIn(raw, costSum(held)) }];
    }),
    ...(sales === null ? [] : [{ key: 'sales', n: 1, cost: moneyIn(raw, sales) }]),
  ];
  const marketing = costSum(all.filter(({ apart }) => !apart));
  const cost = marketing === null && sales === null ? null : (marketing ?? 0) + (sales ?? 0);
  const cac = cost === null ? null : customerCost(cost, found.customers);
  const costBefore = costSum(table<CostTotal>(raw, 'before').filter(({ apart }) => !apart));
  const salesBefore = salesCost(raw, rule, before, since);
  const months = {
    margin: marginPayback({
      cac,
      revenue: found.priced === 0 ? null : found.minor / found.priced,
      term: rule.term,
      margin: rule.margin,
    }),
    revenue: revenuePayback({
      costBefore: costBefore === null && salesBefore === null ? null : (costBefore ?? 0) + (salesBefore ?? 0),
      won: found.won_minor,
      term: rule.term,
    }),
  };
  return frame(raw, {
    means: [
      `Cost of sales and marketing on or after ${since} and before ${end}, divided by the customers whose first won deal closed in it; later wins of an account are upsell and make no new customer.`,
      costWords(raw, rule),
      sales === null
        ? 'What sales costs is not settled, so this is the cost of marketing alone.'
        : 'Sales costs what was settled a month, a part of a month by its days.',
      `Payback, margin-adjusted: cost of a customer ÷ (revenue of a new customer a month × gross margin${rule.margin === null ? '' : `, ${percent(rule.margin)}`}). Payback, revenue variant: cost of the period before (from ${before}) ÷ new and upsell revenue a year × 12. ${rule.term === null ? 'Over how many months a deal earns its amount is not settled, so neither is known.' : `A deal earns its amount over ${rule.term} months.`}`,
    ],
    rows,
    total: {
      key: 'total',
      n: found.customers,
      cost: moneyIn(raw, cost),
      newCustomers: found.customers,
      newRevenue: found.customers > 0 && found.priced === 0 ? null : moneyIn(raw, found.minor),
      wonRevenue: found.won > 0 && found.won_priced === 0 ? null : moneyIn(raw, found.won_minor),
      cac: moneyIn(raw, cac),
      paybackMarginAdjusted: rounded(months.margin),
      paybackRevenue: rounded(months.revenue),
    },
    coverage: coverageOf(found.won, [
      { why: 'won, naming no account: nobody can say whether the customer is new', n: found.unnamed },
      { why: 'no amount, or one that no rate converts', n: found.won - found.won_priced },
    ]),
    findings: [
      found.unnamed > 0
        ? finding(
            'no-account',
            found.unnamed,
            `${many(found.unnamed, 'won deal names', 'won deals name')} no account and ${found.unnamed === 1 ? 'is' : 'are'} in no count of new customers.`,
          )
        : null,
      rule.margin === null || rule.term === null
        ? finding(
            'payback-unknown',
            0,
            'A payback needs the gross margin and over how many months a deal earns its amount; neither is guessed.',
          )
        : null,
      sales === null ? finding('sales-not-priced', 0, 'What sales costs a month is not settled: a CAC without it is too low.') : null,
      rule.said_sales_minor !== null && rule.sales_month_minor === null
        ? finding('mixed-currency', 1, `The cost of sales is settled in ${rule.said_currency}, with no rate for ${raw.asOf}.`)
        : null,
      ...costFindings(raw, all, rule),
    ],
    money: true,
  });
};

const rounded = (months: number | null): number | null => (months === null ? null : Math.round(months * 1e6) / 1e6);

/** What sales costs from `since` to before `until`, a part of a month by its days; null where it is not settled or not to be counted. */
const salesCost = ({ params }: Raw, { sales_month_minor: month }: CostRule, since: Day, until: Day): number | null => {
  if (month === null || params['count'] === 'spend') return null;
  let months = 0;
  for (let day = since; day < until; day = addDays(day, 1)) months += 1 / daysIn(day);
  return Math.round((Math.round(months * 1e9) / 1e9) * month);
};

const daysIn = (day: Day): number => {
  const { year, month } = partsOf(day);
  return daysInMonth(year, month);
};
