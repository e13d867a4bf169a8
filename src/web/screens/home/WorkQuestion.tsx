import type { HomeFacts } from '../../../views/home/home.ts';
import { openedPart } from '../../../views/home/opened.ts';
import { inWords, moneyShort, percent, plural, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import css from './HomeScreen.module.css';
import { StartedBefore } from './StartedBefore.tsx';
import { WorkStrip } from './WorkStrip.tsx';

/** What did the work do? What closed, what we had to do with it, and how much stands on each link. */
export const WorkQuestion = ({ facts }: { readonly facts: HomeFacts }) => {
  const { won, loads, period, strip } = facts;
  return (
    <>
      <h2>What did the work do?</h2>
      {won ? (
        <p className={css.said}>
          <Closed won={won} period={quarterWords(period)} />
        </p>
      ) : (
        <>
          <p className={css.said}>
            {loads.length === 0
              ? 'Not known: nothing is loaded yet. With the deals of your CRM the first answers come within seconds.'
              : 'Not known: no deals are loaded yet. An export of the opportunities of your CRM is what is missing.'}
          </p>
          <p className={css.rest}>
            <Button size="small" href="/data/import">
              Load a CRM export
            </Button>
          </p>
        </>
      )}
      <WorkStrip strip={strip} period={quarterWords(period)} />
    </>
  );
};

const Closed = ({ won, period }: { readonly won: NonNullable<HomeFacts['won']>; readonly period: string }) => {
  const { closed, touched, started, before } = won;
  const money = (what: string, part: typeof closed): React.ReactNode => (
    <Figure opens={openedPart(what, part)}>{moneyShort(part.money)}</Figure>
  );
  if (closed.deals === 0) return <>No deal closed in {period} so far.</>;
  const ours =
    touched.deals === closed.deals
      ? closed.deals === 1
        ? 'it'
        : 'all of them'
      : touched.deals === 0
        ? 'none of them'
        : `${inWords(touched.deals)} of them`;
  return (
    <>
      {money(`Closed in ${period}`, closed)} closed so far in {plural(closed.deals, 'deal')}. Our work touched {ours}
      {touched.deals > 0 && <> ({money('Of it, touched by a campaign of ours', touched)})</>}
      {touched.deals > 0 && (
        <>
          {' '}
          and started {started.deals === 0 ? 'none' : inWords(started.deals)}
          {started.deals > 0 && <> ({money('Of it, first touched by a campaign of ours', started)})</>}
        </>
      )}
      .
      <StartedBefore fallback={closed.money.minor > 0 && before.deals > 0 ? <BegunBefore won={won} period={period} /> : null} />
    </>
  );
};

/** Where no lag can be told yet: what of the closed was begun before the quarter. */
const BegunBefore = ({ won: { closed, before }, period }: { readonly won: NonNullable<HomeFacts['won']>; readonly period: string }) => (
  <>
    {' '}
    <Figure opens={openedPart(`Of it, begun before ${period}`, before)}>{percent(before.money.minor / closed.money.minor)}</Figure> of it
    was begun before {period}.
  </>
);
