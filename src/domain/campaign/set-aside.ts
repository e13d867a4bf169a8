/**
 * Money of a micro-campaign: set aside on its budget line when it starts (or when a scale plans it), so that nothing else
 * is promised out of it, and given back where it is not needed after all. Never more than the line has left.
 */
import type { Day } from '../../kernel/day.ts';
import type { BudgetId, CampaignId, CommitmentId, NoteId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { dayIn } from '../../kernel/zone.ts';
import type { BudgetEvent, BudgetRefusal } from '../capacity/budget.ts';
import { decideBudget } from '../capacity/decide-budget.ts';
import { figuresByMonth, figuresOver } from '../capacity/figures.ts';
import { openOf, paidOf, type BudgetLine, type CapacityBook } from '../capacity/line.ts';
import { stands } from '../check.ts';
import type { Ctx } from '../decider.ts';
import { standingLooks, type Micro } from './micro.ts';

export type SetAsideRefusal =
  | BudgetRefusal
  | { readonly code: 'line-needed'; readonly campaign: CampaignId }
  | { readonly code: 'line-in-other-currency'; readonly line: BudgetId; readonly currency: Currency }
  | {
      readonly code: 'more-than-left';
      readonly line: BudgetId;
      readonly left: number;
      readonly wanted: number;
      readonly currency: Currency;
    };

/** The day it is for the company. */
export const todayOf = (book: Pick<CapacityBook, 'company'>, { at }: Pick<Ctx, 'at'>): Day => dayIn(book.company.get('company')!.zone, at);

/** What a line has left over all its months: plan, less what is promised and what was recorded as spent. Imported spend is a fact and not in it. */
export const leftOn = (book: CapacityBook, line: BudgetLine): number => {
  const byMonth = figuresByMonth(book, line);
  return figuresOver(byMonth, [...byMonth.keys()]).available;
};

/** A line that can pay for a campaign: it stands, in the company's currency. */
export const lineHolds = (book: CapacityBook, line: BudgetId): Result<BudgetLine, SetAsideRefusal> => {
  const found = book.budget.get(line);
  const checked = stands('budget', line, found);
  if (!checked.ok) return checked;
  const { currency } = book.company.get('company')!;
  return currency === null || found!.currency === currency
    ? ok(found!)
    : refuse({ code: 'line-in-other-currency', line, currency: found!.currency });
};

type Paid = { readonly micro: Micro | null };
type Asked = {
  readonly campaign: { readonly id: CampaignId; readonly budgetMinor: number | null };
  readonly line: BudgetId | null;
  /** What comes to the line in the same act. */
  readonly coming?: number;
};
type Wanted = Asked & {
  readonly campaign: { readonly name: string; readonly to: Day };
  readonly commitment: CommitmentId;
};

/** The line that pays the budget of a campaign and has enough left for it; null where it has none. */
export const payingLine = (book: CapacityBook, { campaign, line, coming = 0 }: Asked): Result<BudgetLine | null, SetAsideRefusal> => {
  const wanted = campaign.budgetMinor ?? 0;
  if (wanted === 0) return ok(null);
  if (line === null) return refuse({ code: 'line-needed', campaign: campaign.id });
  const found = lineHolds(book, line);
  if (!found.ok) return found;
  const left = leftOn(book, found.value) + coming;
  return wanted > left ? refuse({ code: 'more-than-left', line, left, wanted, currency: found.value.currency }) : found;
};

/** Sets the budget of a campaign aside; nothing where it has none. */
export const setAside = (book: CapacityBook, wanted: Wanted, ctx: Ctx): Result<readonly BudgetEvent[], SetAsideRefusal> => {
  const { campaign, commitment } = wanted;
  const found = payingLine(book, wanted);
  if (!found.ok) return found;
  const line = found.value;
  if (line === null) return ok([]);
  const on = todayOf(book, ctx);
  const due = campaign.to < on ? on : campaign.to;
  return decideBudget['budget/commit'](
    line,
    { type: 'budget/commit', id: line.id, commitment, what: campaign.name, on, due, minor: campaign.budgetMinor! },
    ctx,
    book,
  );
};

/**
 * What is not needed any more goes back: the amount set aside, less what was paid or told as spent. On a line that takes
 * imported spend all that is open goes back, since there the spend stands for itself.
 */
export const freed = (
  book: CapacityBook,
  { micro }: Paid,
): { readonly line: BudgetLine; readonly commitment: CommitmentId; readonly minor: number } | null => {
  const line = micro?.line ? book.budget.get(micro.line) : undefined;
  const commitment = line?.commitments.find(({ id }) => id === micro?.setAside);
  if (!micro || !line || !commitment) return null;
  const told = standingLooks(micro).findLast(({ spent }) => spent !== null)?.spent?.minor ?? 0;
  const owed = line.takesSpend ? 0 : Math.max(0, told - paidOf(line, commitment.id));
  return { line, commitment: commitment.id, minor: Math.max(0, openOf(line, commitment) - owed) };
};

/** Gives back what is not needed any more; `freedMinor` null where nothing was set aside. */
export const giveBack = (
  book: CapacityBook,
  campaign: Paid,
  why: NoteId,
  ctx: Ctx,
): { readonly events: readonly BudgetEvent[]; readonly freedMinor: number | null } => {
  const found = freed(book, campaign);
  if (!found) return { events: [], freedMinor: null };
  const { line, commitment, minor } = found;
  const released: BudgetEvent = { type: 'budget/released', id: line.id, commitment, on: todayOf(book, ctx), minor, why };
  return { events: minor > 0 ? [released] : [], freedMinor: minor };
};
