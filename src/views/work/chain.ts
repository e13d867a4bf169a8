/** Why something exists: the links above and below it, as a short list. */
import type { Book } from '../../domain/book.ts';
import type { CampaignId, ItemId, PriorityId } from '../../kernel/ids.ts';
import { chainOf, chainOfItem, chainOfPriority } from '../thread/chain.ts';
import { HREF } from '../thread/cells.ts';
import type { Link } from '../thread/links.ts';
import { quarterWords } from '../words/format.ts';

export type Step = {
  readonly link: Link;
  readonly label: string;
  readonly sub: string;
  readonly href: string | null;
  readonly gap: boolean;
};

const gap = (link: Link, label: string): Step => ({ link, label, sub: '', href: null, gap: true });

const above = (of: ReturnType<typeof chainOfPriority>): Step[] => [
  ...(of.objectives.length > 0
    ? of.objectives.map((o): Step => ({ link: 'objective', label: o.statement, sub: '', href: HREF.objective(o.id), gap: false }))
    : []),
  ...(of.outcomes.length > 0
    ? of.outcomes.map((o): Step => ({ link: 'outcome', label: o.name, sub: '', href: HREF.outcome(o.id), gap: false }))
    : [gap('outcome', 'Serves no outcome')]),
  ...(of.guidepoint
    ? [
        {
          link: 'guidepoint' as const,
          label: quarterWords(of.guidepoint.period),
          sub: of.guidepoint.versions.at(-1)!.statement,
          href: HREF.guidepoint(of.guidepoint.period),
          gap: false,
        },
      ]
    : []),
];

/** From the objective down to a priority. */
export const whyPriority = (book: Book, id: PriorityId): Step[] => above(chainOfPriority(book, book.priority.get(id) ?? null));

/** From the objective down to a work item. */
export const whyItem = (book: Book, id: ItemId): Step[] => {
  const chain = chainOfItem(book, book.item.get(id) ?? null);
  if (!chain.priority)
    return chain.item?.foundational
      ? [{ link: 'priority', label: 'Foundational', sub: 'justified in words', href: null, gap: false }]
      : [gap('priority', 'Belongs to no priority')];
  return [
    ...above(chain),
    {
      link: 'priority',
      label: chain.priority.title,
      sub: quarterWords(chain.priority.period),
      href: HREF.priority(chain.priority.id),
      gap: false,
    },
  ];
};

/** From the objective down to a campaign. */
export const whyCampaign = (book: Book, id: CampaignId): Step[] => {
  const chain = chainOf(book, id);
  if (!chain.item)
    return chain.campaign?.foundational
      ? [{ link: 'work', label: 'Foundational', sub: 'justified in words', href: null, gap: false }]
      : [gap('work', 'Belongs to no work item')];
  return [
    ...whyItem(book, chain.item.id),
    { link: 'work', label: chain.item.title, sub: chain.item.ref, href: HREF.item(chain.item.id), gap: false },
  ];
};
