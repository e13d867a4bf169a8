import { Link } from 'wouter';
import { DecisionItem } from '../decisions/DecisionItem.tsx';
import { useDecisions } from '../../state/decisions.ts';
import css from './HomeScreen.module.css';

const MOST = 5;

/** What needs a decision now: what only I can do, most urgent first. */
export const HomeSide = () => {
  const decisions = useDecisions();
  const rest = decisions.length - MOST;
  return (
    <aside className={css.side} aria-labelledby="decide">
      <h2 id="decide">What waits for you</h2>
      {decisions.length === 0 ? (
        <p className={`sm mut ${css.rest}`}>
          Nothing. What was decided so far stands under{' '}
          <Link href="/decisions" className="lnk">
            Decisions
          </Link>
          .
        </p>
      ) : (
        <ol>
          {decisions.slice(0, MOST).map((decision) => (
            <DecisionItem key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
      {decisions.length > 0 && (
        <p className={`xs dim ${css.rest}`}>
          {rest > 0 ? `${rest} more wait. ` : 'Nothing else waits for you. '}
          <Link href="/decisions" className="lnk">
            {rest > 0 ? 'See all' : 'What was decided so far'}
          </Link>
        </p>
      )}
    </aside>
  );
};
