import { Link } from 'wouter';
import type { Objective } from '../../../domain/strategy/objective.ts';
import { capital, dayLong, plural } from '../../../views/words/format.ts';
import { bandWords, objectiveScore, objectiveScoreWords, scoreText } from '../../../views/agree/scored.ts';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { OutcomeTable } from '../outcomes/OutcomeTable.tsx';
import css from './StrategyScreen.module.css';

/** One objective as it was agreed, with its outcomes. */
export const ObjectiveBlock = ({ objective, current }: { readonly objective: Objective; readonly current: boolean }) => {
  const { book, nameOf, noteOf, today } = useCompany();
  const outcomes = [...book.outcome.values()].filter((o) => o.objective === objective.id && !o.retired);
  const running = outcomes.filter((o) => o.due >= today);
  const past = outcomes.filter((o) => o.due < today).toSorted((a, b) => b.due.localeCompare(a.due));
  const score = objectiveScore(book, objective.id, today);
  const look = [objective.retired ? css.gone : outcomes.length === 0 ? css.bare : '', current ? css.current : ''].join(' ');
  return (
    <li className={look}>
      <i className={css.knot} aria-hidden="true" />
      <div>
        <h3 className={`agreed ${css.statement}`} style={{ fontWeight: 400 }}>
          <Link href={`/agree/strategy/${objective.id}`}>{objective.statement}</Link>
        </h3>
        <p className={css.meta}>
          By {dayLong(objective.due, today)}, {objective.owner ? nameOf(objective.owner) : 'no owner yet'}
          {objective.retired && (
            <>
              . Retired: <span className="agreed">“{noteOf(objective.retired.why)}”</span>
            </>
          )}
        </p>
        {score.score !== null && (
          <p className={`${css.meta} ${css.score}`}>
            <span>{objective.due < today ? 'Score' : 'Score so far'}</span>
            <b className="num">{scoreText(score.score)}</b>
            {objective.due < today && <Status kind={bandWords(score.score).kind}>{bandWords(score.score).text}</Status>}
            <span className="dim">{objectiveScoreWords(score)}</span>
          </p>
        )}
        {running.length > 0 && <OutcomeTable outcomes={running} label={`Outcomes of “${objective.statement}”`} />}
        {past.length > 0 && (
          <details className={css.past}>
            <summary>{capital(plural(past.length, 'past outcome'))}</summary>
            <OutcomeTable outcomes={past} over label={`Past outcomes of “${objective.statement}”`} />
          </details>
        )}
        {outcomes.length === 0 && !objective.retired && (
          <p className="sm mut">
            No outcome yet: nobody can tell when it is reached.{' '}
            <Link href={`/agree/outcomes?do=add&objective=${objective.id}`} className="lnk">
              Name one
            </Link>
          </p>
        )}
      </div>
    </li>
  );
};
