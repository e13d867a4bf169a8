import { Link } from 'wouter';
import type { Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { days } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import css from './DependsOnIt.module.css';

/** The priorities of the quarter: what is done to make it true. */
export const DependsOnIt = ({ guidepoint }: { readonly guidepoint: Guidepoint }) => {
  const { book } = useCompany();
  const outcomes = new Set(guidepoint.versions.at(-1)!.outcomes.map((o) => o.outcome));
  const priorities = [...book.priority.values()].filter((p) => !p.retired && p.period === guidepoint.period);
  if (priorities.length === 0) return null;
  return (
    <section className={css.block} aria-labelledby="work">
      <h2 id="work">What is done to make it true</h2>
      <ul>
        {priorities.map((p) => (
          <li key={p.id}>
            <Link href={`/work/priorities/${p.id}`}>{p.title}</Link>
            <span>
              {p.outcomes
                .filter((o) => outcomes.has(o))
                .map((o) => book.outcome.get(o)?.name)
                .join(', ') || <em>serves none of these outcomes</em>}
            </span>
            <span className="num">{days(p.effortDays)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
