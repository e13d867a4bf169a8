import { Link } from 'wouter';
import type { Answer } from '../../../kernel/answer.ts';
import { moneyWords } from '../../../views/prove/funnel-page.ts';
import { count, days, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Table } from '../../components/Table.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './FunnelScreen.module.css';

/** Open deals by the stage they stand in, and those that stand there too long, with their money. */
export const AtRisk = () => {
  const facts = useFacts('ask', { question: 'at-risk' });
  return (
    <section className={css.section} aria-labelledby="at-risk">
      <h2 id="at-risk">Open deals, by how long they stand in their stage</h2>
      <Answered of={facts} what="the ageing of open deals">
        {(answer) => <Stages answer={answer} />}
      </Answered>
    </section>
  );
};

const ASK = { question: 'at-risk' };

const Stages = ({ answer }: { readonly answer: Answer }) => {
  if (answer.total.n === 0) return <p className="mut">No deal is open.</p>;
  const over = answer.total['atRisk'];
  return (
    <>
      <p className="mut">
        {over === null ? (
          'Too few deals were won to say what is long in any stage.'
        ) : (
          <>
            <Figure opens={{ what: 'Open deals that stand too long', ask: ASK }}>{moneyWords(answer.total['atRiskMoney'])}</Figure> in{' '}
            {plural(Number(over), 'deal')} stands longer in its stage than nine in ten won deals did. That makes a deal unlike those that
            were won; it does not make it lost.
          </>
        )}
      </p>
      <Table
        label="Open deals by stage"
        rows={answer.rows}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'stage',
            head: 'Stage',
            cell: ({ key }) => <Link href={`/prove/funnel/${encodeURIComponent(key)}${location.search}`}>{key}</Link>,
          },
          {
            key: 'n',
            head: 'Open',
            number: true,
            cell: (row) => <Figure opens={{ what: `Open deals in ${row.key}`, ask: ASK }}>{count(row.n)}</Figure>,
          },
          { key: 'money', head: 'Amount', number: true, cell: (row) => moneyWords(row['pipeline']) },
          {
            key: 'median',
            head: 'Here for',
            number: true,
            cell: (row) => (typeof row['medianDays'] === 'number' ? days(Math.round(row['medianDays'])) : 'not known'),
          },
          {
            key: 'typical',
            head: 'Won deals took, four in five',
            number: true,
            cell: (row) =>
              typeof row['typicalDays'] === 'number' ? (
                `${count(row['typicalDays'])} (${count(Number(row['lowDays']))} to ${count(Number(row['highDays']))})`
              ) : (
                <span className="dim">too few were won</span>
              ),
          },
          {
            key: 'over',
            head: 'Too long',
            number: true,
            cell: (row) => (row['atRisk'] === null ? <span className="dim">–</span> : count(Number(row['atRisk']))),
          },
          {
            key: 'risk',
            head: 'At risk',
            number: true,
            cell: (row) => (row['atRisk'] === null ? <span className="dim">–</span> : moneyWords(row['atRiskMoney'])),
          },
        ]}
      />
    </>
  );
};
