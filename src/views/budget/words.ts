/** What a budget says as a finding. */
import { capital, list, moneyShort, plural } from '../words/format.ts';
import type { BudgetPage, LineRow } from './page.ts';

type Counted = Omit<BudgetPage, 'title' | 'scope' | 'notes'>;
type Words = Pick<BudgetPage, 'title' | 'scope' | 'notes'>;

/** More than this share of its plan is worth a word. */
const NOTABLE = 0.05;
const over = ({ total }: LineRow): number => Math.max(0, total.forecast - total.plan);
const isNotable = (row: LineRow): boolean => over(row) > row.total.plan * NOTABLE;

export const budgetWords = (page: Counted): Words => {
  const { lines, total, currency, year } = page;
  if (lines.length === 0)
    return {
      title: `No money is planned for ${year} yet.`,
      scope: 'A line says what the money is for and how much there is in each month.',
      notes: [],
    };
  const money = (minor: number): string => moneyShort({ minor, currency });
  const scope = `${capital(plural(lines.length, 'budget line'))} for the fiscal year ${year}.`;
  if (total === null)
    return {
      title: `${list(page.byCurrency.map((c) => moneyShort({ minor: c.total.plan, currency: c.currency })))} are planned for ${year}; a rate is missing to add them up.`,
      scope,
      notes: notesOf(page),
    };
  const worst = lines.filter(isNotable).toSorted((a, b) => over(b) - over(a))[0];
  const expected = total.forecast - total.plan;
  const verdict = worst
    ? `${worst.line.name} is heading for ${moneyShort({ minor: over(worst), currency: worst.line.currency })} over its plan`
    : expected < 0
      ? `${money(-expected)} will be left`
      : 'every line keeps to its plan';
  return { title: `${money(total.available)} of ${money(total.plan)} are still available; ${verdict}.`, scope, notes: notesOf(page) };
};

const BESIDE = {
  'no campaign': 'imported spend is of no known campaign',
  'no line': 'imported spend is of campaigns that no line takes',
  'no rate': 'imported spend has no rate into its line’s currency',
} as const;

const notesOf = ({ without, beside, currency }: Counted): readonly string[] => [
  ...(without.length > 0
    ? [
        currency === null
          ? 'The company has no currency yet, so its lines cannot be added up.'
          : `${list(without.map((l) => l.name))}: a rate into ${currency} is missing for a month with money. Record it under Rates.`,
      ]
    : []),
  ...[...Map.groupBy(beside, (b) => b.why)].map(([why, those]) => {
    const sums = [...Map.groupBy(those, (b) => b.currency)].map(([of, rows]) =>
      moneyShort({ minor: rows.reduce((sum, r) => sum + r.minor, 0), currency: of }),
    );
    return `${list(sums)} of ${BESIDE[why]}; it counts on no line.`;
  }),
];
