import { waitingForOthers } from '../../../views/decisions/decisions.ts';
import { capital, inWords, plural } from '../../../views/words/format.ts';
import { Head } from '../../components/Head.tsx';
import { History } from '../../components/History.tsx';
import { useDecisions, useLooker } from '../../state/decisions.ts';
import { DecisionItem } from './DecisionItem.tsx';
import css from './DecisionsScreen.module.css';

/** Everything that waits for me, with its date; what I wait for; and what was decided so far. */
export const DecisionsScreen = () => {
  const mine = useDecisions();
  const others = waitingForOthers(useLooker());
  const late = mine.filter((d) => d.state === 'off').length;
  const title = titleFor(mine.length, late);
  return (
    <>
      <Head
        title={title}
        sub={others.length > 0 ? `You wait for others in ${plural(others.length, 'case')}.` : 'Nobody else holds you up.'}
      />
      <div className={css.columns}>
        <div>
          {mine.length > 0 && (
            <section aria-labelledby="mine" className={css.section}>
              <h2 id="mine">Waits for you</h2>
              <ol>
                {mine.map((decision) => (
                  <DecisionItem key={decision.id} decision={decision} />
                ))}
              </ol>
            </section>
          )}
          {others.length > 0 && (
            <section aria-labelledby="others" className={css.section}>
              <h2 id="others">You wait for</h2>
              <ol>
                {others.map((decision) => (
                  <DecisionItem key={decision.id} decision={decision} />
                ))}
              </ol>
            </section>
          )}
          {mine.length + others.length === 0 && (
            <p className="mut">
              Signatures, changes to approve, silent check-ins and breaks in the thread will stand here, each with its date.
            </p>
          )}
        </div>
        <section aria-labelledby="log">
          <h2 id="log" className={css.logHead}>
            What was decided
          </h2>
          <History most={120} />
        </section>
      </div>
    </>
  );
};

const titleFor = (all: number, late: number): string => {
  if (all === 0) return 'Nothing waits for you.';
  const wait = `${capital(plural(all, 'decision'))} ${all === 1 ? 'waits' : 'wait'} for you`;
  if (late === 0) return `${wait}.`;
  if (late === all) return `${wait}; ${all === 1 ? 'it is late' : 'all are late'}.`;
  return `${wait}; ${inWords(late)} ${late === 1 ? 'is' : 'are'} late.`;
};
