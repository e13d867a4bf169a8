/** What a planner has to do so that the thread holds: Guidepoints that do not stand yet, work that serves nothing. */
import { may } from '../../domain/may.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { quarterAfter, quarterOf, type Period } from '../../kernel/fiscal.ts';
import { capital, plural, quarterWords } from '../words/format.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

/** The next quarter's Guidepoint is drafted so many days before it begins. */
const AHEAD = 21;

const draft = (look: Looker, period: Period, since: Day, text: string): Decision => ({
  id: `draft:${period.id}`,
  title: `Draft the Guidepoint for ${quarterWords(period.id)}`,
  text,
  quote: null,
  ...dueBy(addDays(since > period.from ? since : period.from, 6), look.today),
  action: 'Draft it',
  href: `/agree/guidepoint/${period.id}`,
});

/** The current quarter without a Guidepoint while it can still steer, and the next one when it is near. */
export const toDraft = (look: Looker): Decision[] => {
  const company = look.book.company.get('company');
  if (!company || !may(look.book, look.me, 'guidepoint/propose')) return [];
  const now = quarterOf(company.fiscal, look.today);
  const next = quarterAfter(company.fiscal, now.id);
  const near = daysBetween(look.today, next.from) <= AHEAD;
  const since = company.foundedAt.slice(0, 10);
  const missing = (period: Period): boolean => !look.book.guidepoint.has(period.id);
  if (near) return missing(next) ? [draft(look, next, since, 'The quarter begins soon; those who sign need time to read.')] : [];
  return missing(now) ? [draft(look, now, since, 'The quarter runs and nobody has agreed what it must achieve.')] : [];
};

/** Open work with neither a priority nor a written reason, and campaigns with no work item. */
export const toLink = (look: Looker): Decision[] => {
  if (!may(look.book, look.me, 'item/link')) return [];
  const orphans = [...look.book.item.values()].filter((i) => !i.retired && !i.finishedOn && !i.priority && !i.foundational).length;
  const loose = [...look.book.campaign.values()].filter((c) => !c.retired && !c.item && !c.foundational && c.to >= look.today).length;
  const one = (id: string, title: string, text: string, href: string): Decision => ({
    id,
    title,
    text,
    quote: null,
    by: null,
    when: 'a break in the thread',
    state: 'unknown',
    action: 'Link',
    href,
  });
  return [
    ...(orphans > 0
      ? [
          one(
            'orphans',
            `Link ${plural(orphans, 'work item')} to a priority`,
            `${capital(plural(orphans, 'open item'))} ${orphans === 1 ? 'serves' : 'serve'} no outcome, and no reason is written down.`,
            '/work/backlog',
          ),
        ]
      : []),
    ...(loose > 0
      ? [
          one(
            'loose',
            `Link ${plural(loose, 'campaign')} to work`,
            `${capital(plural(loose, 'running campaign'))} ${loose === 1 ? 'has' : 'have'} no work item behind ${loose === 1 ? 'it' : 'them'}.`,
            '/market/campaigns',
          ),
        ]
      : []),
  ];
};
