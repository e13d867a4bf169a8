/** What closed in the period, and what our work had to do with it. */
import type { Period } from '../../../kernel/fiscal.ts';
import { money } from '../../../kernel/money.ts';
import type { Part, Won } from '../../../views/home/home.ts';
import { quarterWords, tally } from '../../../views/words/format.ts';
import { amountsOf, behindFacts } from './behind.ts';
import type { Reader } from './reader.ts';
import { keyOf, type Walk, type WonDeal } from './thread-facts.ts';

/** null where no deal was ever loaded. */
export const wonOf = (reader: Reader, walk: Walk, period: Period, everyDeal: number): Won | null => {
  if (everyDeal === 0) return null;
  const ours = walk.ways.filter((way) => way.campaign_id !== null && way.touches > 0);
  const touched = new Set(ours.map((way) => keyOf(way.src, way.deal)));
  const started = new Set(walk.ways.filter((way) => way.campaign_id !== null && way.started).map((way) => keyOf(way.src, way.deal)));
  const part = (which: (deal: WonDeal) => boolean, definition: string): Part => {
    const deals = walk.won.filter(which);
    const ids = deals.slice(0, 1000).map(({ id }) => id);
    return {
      money: money(
        deals.reduce((sum, deal) => sum + (deal.minor ?? 0), 0),
        walk.currency,
      ),
      deals: deals.length,
      behind: behindFacts(
        reader,
        definition,
        ids.length > 0 ? [{ text: tally(deals.length, 'deal'), entity: 'opportunity', ids }] : [],
        amountsOf(deals),
      ),
    };
  };
  const when = quarterWords(period.id);
  return {
    closed: part(() => true, `Deals closed as won in ${when}, by their closing day in the company's zone.`),
    touched: part(
      (deal) => touched.has(keyOf(deal.src, deal.id)),
      `Of the deals won in ${when}, those with at least one counting touch of a campaign of ours.`,
    ),
    started: part(
      (deal) => started.has(keyOf(deal.src, deal.id)),
      `Of the deals won in ${when}, those whose first counting touch belongs to a campaign of ours.`,
    ),
    before: part(
      (deal) => deal.first_on !== null && deal.first_on < period.from,
      `Of the deals won in ${when}, those whose first counting touch lies before ${period.from}.`,
    ),
  };
};
