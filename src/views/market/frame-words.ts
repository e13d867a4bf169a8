/** What stays from freezing on beside the criteria: channel, dates, money, names and variants, a label to each. */
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Book } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import { dayWords, moneyFull } from '../words/format.ts';

/** The frame as it would be frozen. The budget is left out where the reader's book has none. */
export const frameWords = (
  book: Book,
  { channel, from, to, key, aliases, budgetMinor, micro }: Campaign,
  today: Day,
): readonly { readonly label: string; readonly text: string }[] => {
  const line = micro?.line ? book.budget.get(micro.line)?.name : undefined;
  const budget = moneyFull({ minor: budgetMinor ?? 0, currency: book.company.get('company')?.currency ?? null });
  const variants = micro?.variants ?? [];
  return [
    { label: 'Channel', text: channel },
    { label: 'Dates', text: `${dayWords(from, today)} to ${dayWords(to, today)}` },
    ...(budgetMinor === null ? [] : [{ label: 'Budget', text: line === undefined ? budget : `${budget} on “${line}”` }]),
    { label: 'Counted as', text: [key, ...aliases].join(', ') },
    ...(variants.length > 1 ? [{ label: 'Variants', text: variants.map(({ name }) => `“${name}”`).join(', ') }] : []),
  ];
};
