/** What ending a micro-campaign would do, said before it is done: what an abort frees and what drops in, what a scale takes from its quarter. */
import { freedDays, nextThatFits } from '../../domain/agreements/verdict-abort.ts';
import { openWorkOf } from '../../domain/agreements/verdict-acts.ts';
import { gateFor, type QuarterGate } from '../../domain/agreements/verdict-gate.ts';
import type { Book } from '../../domain/book.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { standingLooks } from '../../domain/campaign/micro.ts';
import { freed } from '../../domain/campaign/set-aside.ts';
import type { Day } from '../../kernel/day.ts';
import type { PriorityId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { thingTitle } from '../words/names.ts';
import { days, moneyFull, quarterWords } from '../words/format.ts';

/** Money that goes back, days that come free, and the next of the Backlog that fits into them; a sentence each. */
export const abortFrees = (book: Book, campaign: Campaign): readonly string[] => {
  const money = freed(book, campaign);
  const free = freedDays(book, campaign.id);
  const next = nextThatFits(book, free, new Set(openWorkOf(book, campaign.id).map(({ id }) => id)));
  const over = overspent(campaign);
  return [
    money === null
      ? `No money was set aside for it.${over === null ? '' : ` ${over}`}`
      : money.minor === 0
        ? `All that was set aside on “${money.line.name}” is spent; nothing goes back.${over === null ? '' : ` ${over}`}`
        : `${moneyFull({ minor: money.minor, currency: money.line.currency })} that were set aside go back to “${money.line.name}”.`,
    free === 0
      ? 'It has no open work with a size, so no days come free and nothing drops in.'
      : next === null
        ? `${days(free)} of work come free; nothing drops in, since nothing in the Backlog that may start fits into them.`
        : `${days(free)} of work come free, and “${thingTitle(book, 'item', next)}” drops in: the first of the Backlog that fits.`,
  ];
};

type Free = { readonly minor: number | null; readonly days: number; readonly next: string | null };

/** "3 days came free, €700 went back to its line, and W-3 “Fair” drops in"; `minor` null where no money was set aside, or is not shown. */
export const cameFree = ({ minor, days: free, next }: Free, currency: Currency | null): string => {
  const parts = [
    free === 0 ? 'no days came free' : `${days(free)} came free`,
    ...(minor === null ? [] : [minor === 0 ? 'no money came back' : `${moneyFull({ minor, currency })} went back to its line`]),
    next === null ? 'nothing drops in' : `${next} drops in`,
  ];
  return `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? ',' : ''} and ${parts.at(-1)!}`;
};

/** The same before it is done, of an abort as it would be now. */
export const wouldFree = (book: Book, campaign: Campaign): string => {
  const free = freedDays(book, campaign.id);
  const next = nextThatFits(book, free, new Set(openWorkOf(book, campaign.id).map(({ id }) => id)));
  const money = freed(book, campaign);
  const title = next && `“${thingTitle(book, 'item', next)}”`;
  return cameFree({ minor: money?.minor ?? null, days: free, next: title }, money?.line.currency ?? null);
};

/** "€1,500 are spent of €1,000: €500 too much", by the last look that tells money; null where it is not over, or nobody has said. */
export const overspent = ({ budgetMinor, micro }: Campaign): string | null => {
  const spent = micro ? standingLooks(micro).findLast((look) => look.spent !== null)?.spent : null;
  if (!spent || budgetMinor === null || spent.minor <= budgetMinor) return null;
  const money = (minor: number): string => moneyFull({ minor, currency: spent.currency });
  return `${money(spent.minor)} were told as spent of a budget of ${money(budgetMinor)}: ${money(spent.minor - budgetMinor)} too much.`;
};

/** How the new work stands to the days that each quarter it touches has left by the gate of the Blueprint. */
export const scaleTakes = (
  book: Book,
  wanted: { readonly from: Day; readonly to: Day; readonly days: number; readonly priority: PriorityId | null },
): string => {
  const quarters = gateFor(book, wanted);
  const first = quarters[0]!;
  if (wanted.days === 0) return `It brings no work into ${quarterWords(first.period)}.`;
  if (!first.planned)
    return `It brings ${days(wanted.days)} of work into ${quarterWords(first.period)}, which has no Blueprint yet, so nothing is held against it.`;
  if (quarters.length === 1) return `It brings ${days(first.days)} of work into ${quarterSays(first)}.`;
  return `It brings ${days(wanted.days)} of work, spread evenly over its days: ${quarters.map((one) => `${days(one.days)} into ${quarterSays(one)}`).join('; ')}.`;
};

const quarterSays = ({ period, freeDays, shortfalls }: QuarterGate): string => {
  const quarter = quarterWords(period);
  if (freeDays === null) return `${quarter}, for which nobody has recorded how many days there are`;
  const left = freeDays < 0 ? `which is over by ${days(-freeDays)} already` : `which has ${days(freeDays)} free`;
  return `${quarter}, ${left}${shortfalls.length > 0 ? ': that does not fit' : ''}`;
};
