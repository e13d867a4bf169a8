import type { Answer } from '../../../kernel/answer.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import { estimateOf, moneyOf, moneyWords, qualifiedSaid, shareWords, velocityParts } from '../../../views/prove/funnel-page.ts';
import { count, moneyShort, percent, quarterWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { FindingNote } from '../../components/FindingNote.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './FunnelScreen.module.css';

/** Sales velocity with its four parts, both readings of the win rate, and the coverage of the quarter. */
export const Velocity = ({ period }: { readonly period: Period }) => {
  const within = { since: period.from, until: period.to };
  const velocity = useFacts('ask', { question: 'velocity', ...within });
  const wins = useFacts('ask', { question: 'win-rate', ...within });
  const coverage = useFacts('ask', { question: 'pipeline-coverage', ...within });
  return (
    <section className={css.half} aria-labelledby="velocity">
      <h2 id="velocity">Money a day, deals closed in {quarterWords(period.id)}</h2>
      <Answered of={velocity} what="sales velocity">
        {(answer) => <Parts answer={answer} within={within} />}
      </Answered>
      <Answered of={wins} what="the win rate">
        {(answer) => <Wins answer={answer} within={within} />}
      </Answered>
      <Answered of={coverage} what="the coverage">
        {(answer) => <Covered answer={answer} within={within} />}
      </Answered>
    </section>
  );
};

type Props = { readonly answer: Answer; readonly within: { readonly since: string; readonly until: string } };

const Parts = ({ answer, within }: Props) => {
  const [value, low, high] = ['velocity', 'velocityLow', 'velocityHigh'].map((name) => moneyOf(answer.total[name]));
  const thin = answer.findings.find(({ code }) => code === 'too-thin');
  return (
    <>
      {value ? (
        <>
          <p className={css.big}>
            <Figure opens={{ what: 'Sales velocity', ask: { question: 'velocity', ...within } }}>{moneyShort(value)}</Figure> a day
          </p>
          <p className="dim sm">
            95 % interval {moneyShort(low!)} to {moneyShort(high!)}
          </p>
        </>
      ) : (
        thin && <FindingNote finding={thin} />
      )}
      {qualifiedSaid(answer) && <p className="dim sm">{qualifiedSaid(answer)}</p>}
      <dl className={css.parts}>
        {velocityParts(answer.total).map(({ name, value: shown, sign }) => (
          <Part key={name} name={name} value={shown} sign={sign} />
        ))}
      </dl>
    </>
  );
};

const Part = ({ name, value, sign }: { readonly name: string; readonly value: string; readonly sign: string }) => (
  <>
    <i aria-hidden="true">{sign}</i>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

type Read = { readonly won: number; readonly rate: never; readonly byValue: number | null; readonly n: number; readonly open: number };

const Wins = ({ answer, within }: Props) => {
  const [closed, began] = [answer.total['closed'], answer.total['began']] as unknown as readonly Read[];
  if (!closed || answer.total.n + (began?.n ?? 0) === 0) return null;
  const ask = { question: 'win-rate', ...within };
  return (
    <p className="sm">
      Of deals closed in the quarter{' '}
      <Figure opens={{ what: 'Win rate, closed in the quarter', ask }}>{shareWords(estimateOf(closed.rate))}</Figure> were won
      {closed.byValue === null ? '' : `, ${percent(closed.byValue)} by value`}. Of the {count(began!.n)} that began in it{' '}
      <Figure opens={{ what: 'Win rate, began in the quarter', ask }}>{shareWords(estimateOf(began!.rate))}</Figure> are won so far
      {began!.open > 0 ? `, ${count(began!.open)} are still open` : ''}.
    </p>
  );
};

const Covered = ({ answer, within }: Props) => {
  const { total } = answer;
  const needed = total['needed'] as { readonly value: number } | null;
  const ask = { question: 'pipeline-coverage', ...within };
  if (typeof total['coverage'] !== 'number') {
    const why = answer.findings.find(({ code }) => code === 'no-target' || code === 'target-reached');
    return why ? <p className="sm mut">{why.text}</p> : null;
  }
  return (
    <p className="sm">
      The open pipeline of the quarter, {moneyWords(total['pipeline'])}, covers the {moneyWords(total['missing'])} that are missing to the
      target <Figure opens={{ what: 'Pipeline coverage', ask }}>{`${count(total['coverage'], 1)}×`}</Figure>
      {needed ? `; with this win rate ${count(needed.value, 1)}× are needed (3× is what many take)` : ''}.
    </p>
  );
};
