import { Link } from 'wouter';
import { latest } from '../../../domain/agreements/expectation.ts';
import { promisedIn } from '../../../views/agreements/promised.ts';
import { partyWords } from '../../../views/words/agreements.ts';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Promised.module.css';

/** What the sides promised each other for this period, and how each promise stands. */
export const Promised = ({ period }: { readonly period: string }) => {
  const { book, today, nameOf, may } = useCompany();
  const promised = promisedIn(book, period, today);
  return (
    <section className={css.block} aria-labelledby="promised">
      <h2 id="promised">What we promised each other</h2>
      {promised.length === 0 ? (
        <p className="mut sm">No expectation that both sides signed falls due in this period.</p>
      ) : (
        <ul>
          {promised.map(({ expectation, state, words }) => {
            const { promises, expects, statement } = latest(expectation);
            return (
              <li key={expectation.id}>
                <span className={css.sides}>
                  {partyWords(book, promises, nameOf)} to {partyWords(book, expects, nameOf)}
                </span>
                <Link href={`/agree/expectations/${expectation.id}`} className={`agreed ${css.words}`}>
                  {statement}
                </Link>
                <span className={css.state}>
                  <Status kind={state}>{words}</Status>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {may('expectation/propose') && (
        <p className={css.add}>
          <Link href="/agree/expectations?do=add">Put an expectation forward</Link>
        </p>
      )}
    </section>
  );
};
