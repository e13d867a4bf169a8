/** Knots of the weave for the links that stand in the plan, and the addresses they open. */
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { isLocked, lockedAt, current } from '../../domain/guidepoint/guidepoint.ts';
import type { Currency } from '../../kernel/money.ts';
import { days, dayWords, moneyShort, quarterWords } from '../words/format.ts';
import type { Chain } from './chain.ts';
import type { Cell } from './weave.ts';

export const HREF = {
  objective: (id: string) => `/agree/strategy/${id}`,
  outcome: (id: string) => `/agree/outcomes/${id}`,
  guidepoint: (period: string) => `/agree/guidepoint/${period}`,
  priority: (id: string) => `/work/priorities/${id}`,
  item: (id: string) => `/work/backlog/${id}`,
  campaign: (id: string) => `/market/campaigns/${id}`,
  deal: (id: string) => `/prove/deals/${encodeURIComponent(id)}`,
} as const;

/** A dashed knot that says what is missing. */
export const gapCell = (key: string, label: string, sub: string): Cell => ({ key, label, sub, gap: true });

/** The first objective the chain serves; null where it serves none. */
export const objectiveCell = ({ objectives }: Chain): Cell | null =>
  objectives[0]
    ? {
        key: objectives[0].id,
        label: objectives[0].statement,
        href: HREF.objective(objectives[0].id),
        ...(objectives.length > 1 && { sub: `and ${objectives.length - 1} more` }),
      }
    : null;

export const outcomeCell = (outcome: Outcome, more = 0): Cell => ({
  key: outcome.id,
  label: outcome.name,
  href: HREF.outcome(outcome.id),
  ...(more > 0 && { sub: `and ${more} more` }),
});

/** The Guidepoint of the priority's quarter, with when it was agreed. */
export const guidepointCell = ({ guidepoint, priority }: Chain): Cell | null => {
  if (!priority) return null;
  if (!guidepoint) return { key: priority.period, label: quarterWords(priority.period), sub: 'no Guidepoint', gap: true };
  const at = lockedAt(current(guidepoint));
  return {
    key: guidepoint.period,
    label: quarterWords(guidepoint.period),
    href: HREF.guidepoint(guidepoint.period),
    sub: isLocked(guidepoint) && at ? `agreed ${dayWords(at.slice(0, 10))}` : 'not agreed yet',
  };
};

export const priorityCell = ({ priority }: Chain, currency: Currency | null): Cell | null =>
  priority && {
    key: priority.id,
    label: priority.title,
    href: HREF.priority(priority.id),
    sub: [days(priority.effortDays), priority.budgetMinor === null ? null : moneyShort({ minor: priority.budgetMinor, currency })]
      .filter(Boolean)
      .join(', '),
  };

/** The work item; a red knot where the campaign has none and nobody justified that. */
export const itemCell = (chain: Chain, done: ReadonlyMap<string, number>): Cell | null => {
  const { item, campaign } = chain;
  if (!item) return campaign && !campaign.foundational ? gapCell(`no-item-${campaign.id}`, 'No work item', 'campaign not linked') : null;
  const spent = done.get(item.id);
  return {
    key: item.id,
    label: item.title,
    href: HREF.item(item.id),
    sub: [item.ref, spent === undefined ? null : days(spent)].filter(Boolean).join(', '),
    ...(!item.priority && !item.foundational && { gap: true, sub: `${item.ref}, no priority` }),
  };
};

export const campaignCell = ({ campaign }: Chain, spendMinor: number | undefined, currency: Currency | null): Cell | null =>
  campaign && {
    key: campaign.id,
    label: campaign.name,
    href: HREF.campaign(campaign.id),
    ...(spendMinor ? { sub: moneyShort({ minor: spendMinor, currency }) } : { sub: campaign.channel }),
  };
