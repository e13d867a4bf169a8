/**
 * Cost rules: what counts as cost where a return is set against it, settled in versions.
 *
 * Numbers that are not published follow the version in force; published ones stay. Before the first, only money counts:
 * imported spend and what was recorded on budget lines.
 */
import { isCurrency, type Currency } from '../../kernel/money.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, minor, type Basic } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import { OPERATOR, type Ctx, type Decider } from '../decider.ts';

export type CostRules = {
  /** Imported spend of ads and other campaigns, on the day it was spent. */
  readonly spend: boolean;
  /** Invoices recorded by hand on budget lines, on their day. */
  readonly lines: boolean;
  /** Days of work done, at this price a day, in whole minor units; null: effort is no cost here. */
  readonly dayMinor: number | null;
  /** What sales costs a month, all of it; counted in the cost of a customer, never in a campaign's. Null: not recorded. */
  readonly salesMonthMinor: number | null;
  /** The currency of both prices. */
  readonly currency: Currency;
  /** Gross margin in per cent of revenue; null: not known, and no payback is adjusted by it. */
  readonly marginPercent: number | null;
  /** Over how many months a deal's amount is earned; null: it is earned once, and there is no payback in months. */
  readonly termMonths: number | null;
};

export type CostVersion = {
  readonly n: number;
  readonly rules: CostRules;
  readonly why: NoteId;
  readonly by: PersonId;
  readonly at: Instant;
};
export type Costs = { readonly versions: readonly CostVersion[] };

export type CostsCommand = { readonly type: 'costs/settle'; readonly rules: CostRules; readonly why: NoteId };
export type CostsEvent = { readonly type: 'costs/settled'; readonly rules: CostRules; readonly why: NoteId };
export type CostsRefusal =
  | Basic
  | { readonly code: 'not-your-seat'; readonly seat: string }
  | { readonly code: 'not-a-currency'; readonly found: string }
  | { readonly code: 'margin-out-of-range' }
  | { readonly code: 'term-out-of-range' }
  | { readonly code: 'nothing-counts' };

export type CostsBook = CompanyBook & { readonly costs: ReadonlyMap<'rules', Costs> };

/** The rules in force, with their version; 0 until some were settled. */
export const costRules = (book: CostsBook): { readonly version: number; readonly rules: CostRules } => {
  const latest = book.costs.get('rules')?.versions.at(-1);
  const currency = book.company.get('company')?.currency ?? 'EUR';
  return {
    version: latest?.n ?? 0,
    rules: latest?.rules ?? {
      spend: true,
      lines: true,
      dayMinor: null,
      salesMonthMinor: null,
      currency,
      marginPercent: null,
      termMonths: null,
    },
  };
};

/** An owner, or whoever holds the seat of finance, says what counts as cost. */
const maySettle = (book: CostsBook, { by }: Ctx): Result<null, CostsRefusal> => {
  const member = book.company.get('company')?.members[by];
  return by === OPERATOR || member?.role === 'owner' || member?.seats.includes('finance')
    ? ok(null)
    : refuse({ code: 'not-your-seat', seat: 'finance' });
};

const MOST_MONTHS = 120;

const checked = (rules: CostRules): Result<null, CostsRefusal> => {
  if (!isCurrency(rules.currency)) return refuse({ code: 'not-a-currency', found: rules.currency });
  const { marginPercent, termMonths } = rules;
  const amounts = all(minor('price of a day', rules.dayMinor), minor('cost of sales', rules.salesMonthMinor));
  if (!amounts.ok) return amounts;
  if (marginPercent !== null && !(marginPercent > 0 && marginPercent <= 100)) return refuse({ code: 'margin-out-of-range' });
  if (termMonths !== null && !(Number.isInteger(termMonths) && termMonths >= 1 && termMonths <= MOST_MONTHS))
    return refuse({ code: 'term-out-of-range' });
  return rules.spend || rules.lines || rules.dayMinor !== null ? ok(null) : refuse({ code: 'nothing-counts' });
};

const same = (a: CostRules, b: CostRules): boolean => JSON.stringify(a) === JSON.stringify(b);

export const costs: Decider<'rules', Costs, CostsCommand, CostsEvent, CostsRefusal, CostsBook> = {
  keyOf: () => 'rules',
  decide: {
    'costs/settle': (_, { rules, why }, ctx, book) => {
      const allowed = maySettle(book, ctx);
      if (!allowed.ok) return allowed;
      const fine = checked(rules);
      if (!fine.ok) return fine;
      const { spend, lines, dayMinor, salesMonthMinor, currency, marginPercent, termMonths } = rules;
      const kept = { spend, lines, dayMinor, salesMonthMinor, currency, marginPercent, termMonths };
      const { version, rules: now } = costRules(book);
      return ok(version > 0 && same(now, kept) ? [] : [{ type: 'costs/settled', rules: kept, why }]);
    },
  },
  evolve: {
    'costs/settled': (now, { rules, why }, { by, at }) => {
      const before = now?.versions ?? [];
      return { versions: [...before, { n: before.length + 1, rules, why, by, at }] };
    },
  },
};
