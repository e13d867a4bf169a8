import { Link } from 'wouter';
import type { CreditView } from '../../../views/credit/credit-view.ts';
import { capital, moneyFull, plural } from '../../../views/words/format.ts';
import { Note } from '../../components/Note.tsx';
import css from './CreditScreen.module.css';

/** What attribution can say and what it cannot, and what late touches moved. */
export const WhatItSays = ({ view }: { readonly view: CreditView }) => {
  const { late, likely, currency } = view;
  return (
    <div className={css.notes}>
      <Note kind="plain">
        <b>What this can say.</b> Which of our work stood before the deals that were won, in what order, and how much of the money each way
        of sharing gives it. It cannot say what would have happened without it: people who were going to buy look us up too. Only an
        experiment shows cause.{' '}
        <Link href="/data/touch-rules" className={`lnk ${css.inText}`}>
          Which touches count
        </Link>{' '}
        is agreed, not measured.
      </Note>
      {late.touches > 0 && (
        <Note kind="risk">
          <b>{capital(plural(late.touches, 'touch', 'touches'))} arrived after the close</b> of {plural(late.deals, 'deal')} and{' '}
          {late.touches === 1 ? 'counts' : 'count'} all the same: with equal credit {late.touches === 1 ? 'it' : 'they'} moved{' '}
          {moneyFull({ minor: late.moved, currency })}. Numbers published before stay as they were.{' '}
          {late.first !== null && (
            <Link href={`/prove/deals/${encodeURIComponent(late.first)}`} className="lnk">
              See the first of these deals
            </Link>
          )}
        </Note>
      )}
      {likely.touches > 0 && (
        <Note kind="plain">
          <b>
            {capital(plural(likely.touches, 'touch', 'touches'))} of {plural(likely.deals, 'deal')}
          </b>{' '}
          {likely.touches === 1 ? 'is' : 'are'} theirs by a link between people or accounts that is likely, not certain (a domain, an
          address that several share): {moneyFull({ minor: likely.minor, currency })} of equal credit. A wrong link moves it elsewhere.{' '}
          <Link href="/data/identity" className="lnk">
            Look them through
          </Link>
        </Note>
      )}
    </div>
  );
};
