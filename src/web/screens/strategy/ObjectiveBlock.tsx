import { Link } from 'wouter';
import type { Objective } from '../../../domain/strategy/objective.ts';
import { dayLong } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import { OutcomeTable } from '../outcomes/OutcomeTable.tsx';
import css from './StrategyScreen.module.css';

/** One objective as it was agreed, with its outcomes. */
export const ObjectiveBlock = ({ objective, current }: { readonly objective: Objective; readonly current: boolean }) => {
  const { book, nameOf, noteOf, today } = useCompany();
  const outcomes = [...book.outcome.values()].filter((o) => o.objective === objective.id && !o.retired);
  const look = [objective.retired ? css.gone : outcomes.length === 0 ? css.bare : '', current ? css.current : ''].join(' ');
  return (
    <li className={look}>
      <i className={css.knot} aria-hidden="true" />
      <div>
        <h2 className={`agreed ${css.statement}`} style={{ fontWeight: 400 }}>
          <Link href={`/agree/strategy/${objective.id}`}>{objective.statement}</Link>
        </h2>
        <p className={css.meta}>
          By {dayLong(objective.due, today)}, {objective.owner ? nameOf(objective.owner) : 'no owner yet'}
          {objective.retired && (
            <>
              . Retired: <span className="agreed">“{noteOf(objective.retired.why)}”</span>
            </>
          )}
        </p>
        {outcomes.length > 0 ? (
          <OutcomeTable outcomes={outcomes} label={`Outcomes of “${objective.statement}”`} />
        ) : (
          !objective.retired && (
            <p className="sm mut">
              No outcome yet: nobody can tell when it is reached.{' '}
              <Link href={`/agree/outcomes?do=add&objective=${objective.id}`} className="lnk">
                Name one
              </Link>
            </p>
          )
        )}
      </div>
    </li>
  );
};
