import { Link } from 'wouter';
import type { Answer } from '../../../kernel/answer.ts';
import type { Money } from '../../../kernel/money.ts';
import { count, days, moneyFull } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Table } from '../../components/Table.tsx';
import { useFacts } from '../../state/facts.ts';

type Deal = { readonly id: string; readonly name: string; readonly days: number; readonly amount: Money | null };

/** Open deals that stand longer in a stage than nine in ten won deals did, the most money first. */
export const StageDeals = ({ stage }: { readonly stage: string }) => {
  const facts = useFacts('ask', { question: 'at-risk' });
  return (
    <Answered of={facts} what="the open deals">
      {(answer) => <Deals answer={answer} stage={stage} />}
    </Answered>
  );
};

const Deals = ({ answer, stage }: { readonly answer: Answer; readonly stage: string }) => {
  const row = answer.rows.find(({ key }) => key === stage);
  if (!row) return null;
  const deals = (row['deals'] ?? []) as unknown as readonly Deal[];
  return (
    <section>
      <h3>Open deals in it</h3>
      <p className="mut sm">
        {count(row.n)} stand here now.{' '}
        {row['atRisk'] === null
          ? `Fewer than ten won deals passed it, so nobody can say what is long here.`
          : `Won deals stood here ${days(Math.round(Number(row['typicalDays'])))} (four in five ${count(Number(row['lowDays']))} to ${count(Number(row['highDays']))}); ${count(Number(row['atRisk']))} stand longer.`}
      </p>
      {deals.length > 0 && (
        <Table
          label={`Open deals too long in ${stage}`}
          rows={deals}
          keyOf={({ id }) => id}
          columns={[
            { key: 'name', head: 'Deal', cell: ({ id, name }) => <Link href={`/prove/deals/${encodeURIComponent(id)}`}>{name}</Link> },
            { key: 'days', head: 'Days here', number: true, cell: (deal) => count(deal.days) },
            {
              key: 'amount',
              head: 'Amount',
              number: true,
              cell: ({ amount }) => (amount ? moneyFull(amount) : <span className="dim">none</span>),
            },
          ]}
        />
      )}
    </section>
  );
};
