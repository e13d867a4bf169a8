/** The breaks of a walk, each with the money it carries and what to do about it. */
import type { Book } from '../../domain/book.ts';
import { current } from '../../domain/guidepoint/guidepoint.ts';
import type { Currency } from '../../kernel/money.ts';
import { count, list, moneyShort, tally } from '../words/format.ts';
import type { Chain } from './chain.ts';
import type { Break, ThreadDeal } from './thread.ts';

const some = (n: number, make: () => Break): Break[] => (n > 0 ? [make()] : []);
const distinct = <T>(all: readonly T[], key: (t: T) => string): T[] => [...new Map(all.map((t) => [key(t), t])).values()];

/** Breaks on the way up from won deals. */
export const breaksUp = (deals: readonly ThreadDeal[], chains: readonly Chain[], currency: Currency | null): Break[] => {
  const dark = deals.filter((d) => d.touches === 0);
  const darkMinor = dark.reduce((sum, d) => sum + (d.amountMinor ?? 0), 0);
  const untracked = deals.reduce((sum, d) => sum + d.untracked, 0);
  return [
    ...some(dark.length, () => ({
      code: 'dark-deals',
      n: dark.length,
      ids: dark.slice(0, 100).map((d) => d.id),
      minor: darkMinor,
      text: `${tally(dark.length, 'deal')} with no touch, ${moneyShort({ minor: darkMinor, currency })}: ${list(dark.slice(0, 2).map((d) => d.name))}${dark.length > 2 ? ' …' : ''}`,
      todo: 'Load the contacts and activities of these deals, or ask how they were won.',
      action: 'Load',
      href: '/data/import',
    })),
    ...some(untracked, () => ({
      code: 'untracked-touches',
      n: untracked,
      ids: [],
      text: `${tally(untracked, 'touch', 'touches')} with no campaign`,
      todo: 'Match the names as the tools write them to campaigns.',
      action: 'Match',
      href: '/data/names',
    })),
    ...planBreaks(chains),
  ];
};

/** Campaigns without work, work without a priority, priorities without an outcome. */
export const planBreaks = (chains: readonly Chain[]): Break[] => {
  const campaigns = distinct(
    chains.filter((c) => c.campaign && !c.item && !c.campaign.foundational),
    (c) => c.campaign!.id,
  );
  const orphans = distinct(
    chains.filter((c) => c.item && !c.priority && !c.item.foundational),
    (c) => c.item!.id,
  );
  const aimless = distinct(
    chains.filter((c) => c.priority && c.outcomes.length === 0),
    (c) => c.priority!.id,
  );
  return [
    ...some(campaigns.length, () => ({
      code: 'unlinked-campaigns',
      n: campaigns.length,
      ids: campaigns.map((c) => c.campaign!.id),
      text: `${tally(campaigns.length, 'campaign')} with no work item`,
      todo: 'Link each to the work item that made it, or say why it is foundational.',
      action: 'Link',
      href: `/market/campaigns/${campaigns[0]!.campaign!.id}`,
    })),
    ...some(orphans.length, () => ({
      code: 'orphans',
      n: orphans.length,
      ids: orphans.map((c) => c.item!.id),
      text: `${tally(orphans.length, 'work item')} with no priority`,
      todo: 'Link it to a priority, justify it as foundational, or drop it with a reason.',
      action: 'Link',
      href: `/work/backlog/${orphans[0]!.item!.id}`,
    })),
    ...some(aimless.length, () => ({
      code: 'aimless-priorities',
      n: aimless.length,
      ids: aimless.map((c) => c.priority!.id),
      text: `${tally(aimless.length, 'priority', 'priorities')} that serve${aimless.length === 1 ? 's' : ''} no outcome`,
      todo: 'Name the outcome it is meant to move.',
      action: 'Name',
      href: '/work/backlog',
    })),
  ];
};

/** Breaks on the way down from what was agreed: outcomes nobody works on, priorities with no campaign. */
export const breaksDown = (book: Book, period: string, chains: readonly Chain[], untracked: number): Break[] => {
  const guidepoint = book.guidepoint.get(period);
  const priorities = [...book.priority.values()].filter((p) => p.period === period && !p.retired && p.moscow !== 'wont');
  const served = new Set(priorities.flatMap((p) => p.outcomes));
  const starved = guidepoint ? current(guidepoint).outcomes.filter((o) => !served.has(o.outcome)) : [];
  const silent = priorities.filter((p) => !chains.some((c) => c.priority?.id === p.id && c.campaign));
  return [
    ...some(starved.length, () => ({
      code: 'starved-outcomes',
      n: starved.length,
      ids: starved.map((o) => o.outcome),
      text: `${tally(starved.length, 'outcome')} with no work: ${list(starved.map((o) => o.name))}`,
      todo: 'Plan a priority for it, or take it out of the Guidepoint.',
      action: 'Open',
      href: `/agree/outcomes/${starved[0]!.outcome}`,
    })),
    ...some(silent.length, () => ({
      code: 'priorities-without-campaign',
      n: silent.length,
      ids: silent.map((p) => p.id),
      text: `${tally(silent.length, 'priority', 'priorities')} with no campaign yet: ${list(silent.slice(0, 2).map((p) => p.title))}${silent.length > 2 ? ` and ${count(silent.length - 2)} more` : ''}`,
      todo: 'Plan the campaign, so that its touches can be recognised.',
      action: 'Plan',
      href: '/market/campaigns',
    })),
    ...some(untracked, () => ({
      code: 'untracked-touches',
      n: untracked,
      ids: [],
      text: `${tally(untracked, 'touch', 'touches')} with no campaign`,
      todo: 'Match the names as the tools write them to campaigns.',
      action: 'Match',
      href: '/data/names',
    })),
    ...planBreaks(chains),
  ];
};
