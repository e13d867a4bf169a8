/** Imported spend on budget lines: each campaign's money counts on one line, or on none, and then it is said. */
import type { Book } from '../../domain/book.ts';
import type { BudgetLine, ByMonth } from '../../domain/capacity/line.ts';
import { convertedOn } from '../../domain/capacity/rate.ts';
import type { Day } from '../../kernel/day.ts';
import { monthOf } from '../../kernel/fiscal-month.ts';
import type { BudgetId, CampaignId, PriorityId } from '../../kernel/ids.ts';

/** Spend of one campaign on one day. `campaign` is null where no campaign answers to the name. */
export type Spent = { readonly campaign: CampaignId | null; readonly day: Day; readonly currency: string | null; readonly minor: number };

export type SpendOnLines = {
  /** Whole minor units of the line's currency. */
  readonly byLine: ReadonlyMap<BudgetId, ByMonth>;
  /** Money that counts on no line, by month and currency; `why` in a word or two. */
  readonly beside: readonly {
    readonly why: 'no campaign' | 'no line' | 'no rate';
    readonly month: string;
    readonly currency: string | null;
    readonly minor: number;
  }[];
};

/** A line for the campaign itself goes before one for its priority, one that stands before one that is closed. */
const lineFor = (book: Book): ((campaign: CampaignId) => BudgetLine | null) => {
  const taking = [...book.budget.values()].filter((l) => l.takesSpend && l.purpose !== null);
  const found = new Map<string, BudgetLine>();
  for (const line of [...taking.filter((l) => l.retired), ...taking.filter((l) => !l.retired)]) found.set(line.purpose!.id, line);
  const priorityOf = (campaign: CampaignId): PriorityId | null => {
    const item = book.campaign.get(campaign)?.item;
    return (item && book.item.get(item)?.priority) || null;
  };
  return (campaign) => {
    const priority = priorityOf(campaign);
    return found.get(campaign) ?? (priority && found.get(priority)) ?? null;
  };
};

export const spendOnLines = (book: Book, spent: readonly Spent[]): SpendOnLines => {
  const { fiscal } = book.company.get('company')!;
  const of = lineFor(book);
  const byLine = new Map<BudgetId, { [month: string]: number }>();
  const beside = new Map<string, SpendOnLines['beside'][number]>();
  for (const { campaign, day, currency, minor } of spent) {
    const month = monthOf(fiscal, day).id;
    const line = campaign === null ? null : of(campaign);
    const amount = line && currency !== null ? convertedOn(book, minor, currency, line.currency, day) : null;
    if (line && amount !== null) {
      const months = byLine.get(line.id) ?? {};
      months[month] = (months[month] ?? 0) + amount;
      byLine.set(line.id, months);
      continue;
    }
    const why = campaign === null ? 'no campaign' : line === null ? 'no line' : 'no rate';
    const key = `${why} ${month} ${currency}`;
    beside.set(key, { why, month, currency, minor: (beside.get(key)?.minor ?? 0) + minor });
  }
  return { byLine, beside: [...beside.values()] };
};

/** No facts at hand: lines have what was recorded by hand only. */
export const NO_SPEND: SpendOnLines = { byLine: new Map(), beside: [] };
