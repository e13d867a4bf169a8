/** The nine numbers of a walk up: every deal of the period counts, not only those drawn as lanes. */
import { capital, count, moneyShort, tally } from '../words/format.ts';
import type { Chain } from './chain.ts';
import type { Link } from './links.ts';
import type { Column, ThreadFacts } from './thread.ts';
import { chainsOf, type Walked } from './walked.ts';

export const columnsOf = (walked: readonly Walked[], facts: ThreadFacts): Column[] => {
  const chains = chainsOf(walked);
  const ids = (pick: (c: Chain) => readonly (string | undefined)[]): string[] =>
    [...new Set(chains.flatMap(pick))].filter((x) => x !== undefined);
  const plan = (link: Link, found: string[], gap: string | null = null): Column => ({
    link,
    n: found.length,
    text: count(found.length),
    sub: null,
    gap,
    open: {
      what: `${capital(link)}: what the won deals of the period lead back to`,
      rows: { of: 'plan', n: found.length, ids: found.slice(0, 100) },
      how: 'Links of the plan, followed up from every campaign that touched a won deal.',
    },
  });
  const touches = walked.reduce((sum, w) => sum + w.deal.touches, 0);
  const untracked = walked.reduce((sum, w) => sum + w.deal.untracked, 0);
  const won = walked.reduce((sum, w) => sum + (w.deal.amountMinor ?? 0), 0);
  const unknown = walked.filter((w) => w.deal.amountMinor === null).length;
  const dark = walked.filter((w) => w.deal.touches === 0).length;
  const deals = walked.map((w) => w.deal.id);
  return [
    plan(
      'objective',
      ids((c) => c.objectives.map((o) => o.id)),
    ),
    plan(
      'outcome',
      ids((c) => c.outcomes.map((o) => o.id)),
    ),
    plan(
      'guidepoint',
      ids((c) => [c.guidepoint?.period]),
    ),
    plan(
      'priority',
      ids((c) => [c.priority?.id]),
    ),
    plan(
      'work',
      ids((c) => [c.item?.id]),
    ),
    plan(
      'campaign',
      ids((c) => [c.campaign?.id]),
    ),
    {
      link: 'touch',
      n: touches,
      text: count(touches),
      sub: null,
      gap: untracked > 0 ? `${count(untracked)} untracked` : null,
      open: {
        what: 'Touches that count towards the deals closed in the period',
        ask: { question: 'coverage' },
        how: 'Dated up to and including the close, within the look-back; of the deal’s contacts, or of its account where it has none.',
      },
    },
    {
      link: 'opportunity',
      n: walked.length,
      text: count(walked.length),
      sub: null,
      gap: dark > 0 ? `${count(dark)} untouched` : null,
      open: { what: 'Deals closed as won in the period', rows: { of: 'opportunity', n: deals.length, ids: deals.slice(0, 100) } },
    },
    {
      link: 'revenue',
      n: won,
      text: moneyShort({ minor: won, currency: facts.currency }),
      sub: tally(walked.length, 'deal'),
      gap: unknown > 0 ? `${count(unknown)} without amount` : null,
      open: {
        what: 'Revenue closed in the period',
        rows: { of: 'opportunity', n: deals.length, ids: deals.slice(0, 100) },
        how: 'Sum of the amounts of won deals by their closing day in the company’s zone.',
        ...(unknown > 0 && { missing: [`${tally(unknown, 'deal')} without an amount`] }),
      },
    },
  ];
};
