import { useState } from 'react';
import type { Answer, Estimate, Figure as Value, Row } from '../../../kernel/answer.ts';
import type { Money } from '../../../kernel/money.ts';
import type { CreditView } from '../../../views/credit/credit-view.ts';
import { capital, count, moneyShort, percent, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import { call, type Progress } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { useFacts } from '../../state/facts.ts';
import css from './Learned.module.css';

/** Links of which a touch has one alone; a chain cannot pass through two at once. */
const ONE_AT_A_TIME: readonly string[] = ['channel', 'campaign', 'item', 'priority', 'requester'];

/** Models that learn from all deals together, won and not: exact Markov chains and Shapley values, with intervals. */
export const Learned = ({ view }: { readonly view: CreditView }) =>
  ONE_AT_A_TIME.includes(view.by) ? (
    <Section key={`${view.by} ${view.period.id} ${view.rules.version} ${view.loads.join(' ')}`} view={view} />
  ) : null;

const Section = ({ view }: { readonly view: CreditView }) => {
  const { id: company } = useCompany();
  const wish = { by: view.by, since: view.period.from, until: view.period.to, intervals: true };
  const facts = useFacts('credit-learned', wish);
  const [whole, setWhole] = useState<Answer | null>(null);
  const [at, setAt] = useState<Progress | null>(null);
  const { run, busy, problem } = useDoing(async () => {
    setWhole(await call('credit-learned', { ...wish, company, full: true }, { onProgress: setAt }));
    setAt(null);
  });
  return (
    <section aria-labelledby="credit-learned" className={css.learned}>
      <h2 id="credit-learned">Models that learn from all deals together</h2>
      <p className="mut sm">
        They look at deals that were lost or are still open too, so they have no share of one deal. Both are exact: the same answer every
        time. The interval says how far a share would move with other deals of the same kind, not how far it is from what caused them.
      </p>
      <Answered of={facts} what="the chains">
        {(first) => {
          const answer = whole ?? first;
          const gathered = answer.findings.find((f) => f.code === 'gathered-keys');
          return (
            <>
              <Table answer={answer} view={view} />
              {answer.findings
                .filter((f) => f.code !== 'longer-memory')
                .map((f) => (
                  <p key={f.code} className="dim sm">
                    {f.text}
                  </p>
                ))}
              {gathered && (
                <p>
                  <Button size="small" onPress={run} busy={busy}>
                    Each {view.byWords} for itself, in the background
                  </Button>{' '}
                  {at && (
                    <span className="dim sm" role="status">
                      {at.phase}
                      {at.of ? `: ${percent(at.done / at.of)}` : ''}
                    </span>
                  )}
                </p>
              )}
              {problem && <ErrorInPlace problem={problem} />}
            </>
          );
        }}
      </Answered>
    </section>
  );
};

const isMoney = (value: Value | undefined): value is Money => typeof value === 'object' && value !== null && 'minor' in value;
const isEstimate = (value: Value | undefined): value is Estimate => typeof value === 'object' && value !== null && 'low' in value;

/** More than the 24 keys of which a win rate is told, so those that are not shown never have one. */
const SHOWN = 25;
const shareIn = (value: Value | undefined): number => (isEstimate(value) ? value.value : typeof value === 'number' ? value : 0);
/** What rows get together under a model; a dash where it is not known of one of them. */
const sumOf = (rows: readonly Row[], model: string): string => {
  const parts = rows.map((row) => row[model]).filter(isMoney);
  return parts.length < rows.length ? '–' : moneyShort({ ...parts[0]!, minor: parts.reduce((sum, { minor }) => sum + minor, 0) });
};

/** The id of a row where it has one, else its key. */
const idOf = (row: Row): string => (typeof row['id'] === 'string' ? row['id'] : row.key);

const Table = ({ answer, view }: { readonly answer: Answer; readonly view: CreditView }) => {
  const hasRate = answer.rows.some((row) => 'rate' in row);
  const labels = new Map(view.lines.map((line) => [line.id ?? line.key, line.label]));
  if (answer.rows.length === 0 || !answer.rows.some((row) => isMoney(row['markov'])))
    return <p className="mut sm">Too little was won by deals with a touch for a chain to say anything.</p>;
  const [shown, others] = [answer.rows.slice(0, SHOWN), answer.rows.slice(SHOWN)];
  return (
    <Scroll label="Markov and Shapley">
      <table className={lines.lines}>
        <thead>
          <tr>
            <th scope="col">{capital(view.byWords)}</th>
            <th scope="col" className="r">
              Deals it touched
            </th>
            <th scope="col" className="r">
              Markov <small className={css.under}>order 1, exact</small>
            </th>
            <th scope="col" className="r">
              Share <small className={css.under}>80 % interval</small>
            </th>
            <th scope="col" className="r">
              Shapley <small className={css.under}>equal per {view.byWords}</small>
            </th>
            {hasRate && (
              <th scope="col" className="r">
                Win rate <small className={css.under}>Shapley, points</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const label = labels.get(idOf(row)) ?? row.key;
            const { markov, shapley, share, rate } = row;
            return (
              <tr key={`${row.key} ${idOf(row)}`}>
                <th scope="row" className={css.key}>
                  {label}
                </th>
                <td className="r">{count(row.n)}</td>
                <td className="r nw">
                  {isMoney(markov) ? (
                    <Figure opens={{ what: `${label}, Markov order 1`, how: answer.definition }}>{moneyShort(markov)}</Figure>
                  ) : (
                    '–'
                  )}
                </td>
                <td className="r nw">
                  {isEstimate(share) ? (
                    <>
                      {percent(share.value)} <span className="dim">{`${percent(share.low)} to ${percent(share.high)}`}</span>
                    </>
                  ) : typeof share === 'number' ? (
                    percent(share)
                  ) : (
                    '–'
                  )}
                </td>
                <td className="r nw">{isMoney(shapley) ? moneyShort(shapley) : '–'}</td>
                {hasRate && (
                  <td className={`r nw ${typeof rate === 'number' && rate < 0 ? css.below : ''}`}>
                    {typeof rate === 'number' ? `${rate < 0 ? '−' : '+'}${count(Math.abs(rate) * 100, 1)}` : '–'}
                  </td>
                )}
              </tr>
            );
          })}
          {others.length > 0 && (
            <tr>
              <th scope="row" className={css.key} colSpan={2}>
                {tally(others.length, 'other')}
              </th>
              <td className="r nw">{sumOf(others, 'markov')}</td>
              <td className="r nw">{percent(others.reduce((sum, { share }) => sum + shareIn(share), 0))}</td>
              <td className="r nw">{sumOf(others, 'shapley')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
};
