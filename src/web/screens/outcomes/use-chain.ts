import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { guidepointsOf, prioritiesOf } from '../../../views/agree/chain.ts';
import { isLocked } from '../../../domain/guidepoint/guidepoint.ts';
import { days, quarterWords } from '../../../views/words/format.ts';
import type { ListKnot } from '../../components/thread/ThreadList.tsx';
import { useCompany } from '../../state/company.tsx';

const MOST = 6;

/** The outcome on the thread: what it serves above, what serves it below; a missing link is a break, in words. */
export const useOutcomeChain = ({ id, name, objective }: Outcome): ListKnot[] => {
  const { book } = useCompany();
  const guidepoints = guidepointsOf(book, id);
  const priorities = prioritiesOf(book, id);
  return [
    {
      link: 'objective',
      name: book.objective.get(objective)?.statement ?? 'An objective that is gone',
      sub: 'objective',
      href: `/agree/strategy/${objective}`,
    },
    { link: 'outcome', name, sub: 'this outcome' },
    ...(guidepoints.length > 0
      ? guidepoints.map((g) => ({
          link: 'guidepoint' as const,
          name: `Guidepoint for ${quarterWords(g.period)}`,
          sub: isLocked(g) ? 'agreed' : 'not agreed yet',
          href: `/agree/guidepoint/${g.period}`,
        }))
      : [{ link: 'guidepoint' as const, name: 'In no Guidepoint yet', sub: 'nobody has signed for it', gap: true }]),
    ...(priorities.length > 0
      ? priorities.slice(0, MOST).map((p) => ({
          link: 'priority' as const,
          name: p.title,
          sub: `${quarterWords(p.period)}, ${days(p.effortDays)}`,
          href: `/work/priorities/${p.id}`,
        }))
      : [{ link: 'priority' as const, name: 'Starved', sub: 'no priority serves it', gap: true }]),
    ...(priorities.length > MOST ? [{ link: 'priority' as const, name: `and ${priorities.length - MOST} more` }] : []),
  ];
};
