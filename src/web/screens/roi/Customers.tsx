import type { Answer } from '../../../kernel/answer.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import { moneyOf, moneyWords } from '../../../views/prove/funnel-page.ts';
import { capital, count, moneyShort, plural, quarterWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Note } from '../../components/Note.tsx';
import { Table } from '../../components/Table.tsx';
import { useFacts } from '../../state/facts.ts';
import css from '../funnel/FunnelScreen.module.css';

/** What a new customer cost in the quarter, and in how many months he pays it back: both variants, by name. */
export const Customers = ({ period, onSettle }: { readonly period: Period; readonly onSettle: () => void }) => {
  const facts = useFacts('ask', { question: 'cac', since: period.from, until: period.to });
  return (
    <section className={css.section} aria-labelledby="cac">
      <h2 id="cac">What a new customer cost in {quarterWords(period.id)}</h2>
      <Answered of={facts} what="the cost of a customer">
        {(answer) => <Cost answer={answer} period={period} onSettle={onSettle} />}
      </Answered>
    </section>
  );
};

const Cost = ({ answer, period, onSettle }: { readonly answer: Answer; readonly period: Period; readonly onSettle: () => void }) => {
  const { total, rows, findings } = answer;
  const ask = { question: 'cac', since: period.from, until: period.to };
  const cac = moneyOf(total['cac']);
  const missing = findings.filter(({ code }) => code === 'payback-unknown' || code === 'sales-not-priced');
  return (
    <>
      {cac ? (
        <p>
          <Figure opens={{ what: 'Cost of a new customer (CAC)', ask }}>{moneyShort(cac)}</Figure> each: {moneyWords(total['cost'])} for{' '}
          {plural(Number(total['newCustomers']), 'new customer')}, accounts whose first deal was won. Payback, margin-adjusted:{' '}
          <Months value={total['paybackMarginAdjusted']} what="Payback, margin-adjusted" ask={ask} />. Payback, revenue variant:{' '}
          <Months value={total['paybackRevenue']} what="Payback, revenue variant" ask={ask} />.
        </p>
      ) : (
        <p className="mut">
          {capital(plural(Number(total['newCustomers']), 'new customer'))} and {moneyWords(total['cost'])} of cost: a cost of one cannot be
          said.
        </p>
      )}
      {rows.length > 0 && (
        <Table
          label="Cost of sales and marketing"
          rows={rows}
          keyOf={({ key }) => key}
          columns={[
            { key: 'key', head: 'Cost', cell: ({ key }) => capital(key) },
            { key: 'cost', head: 'Amount', number: true, cell: (row) => moneyWords(row['cost']) },
          ]}
        />
      )}
      {missing.length > 0 && (
        <div className={css.notes}>
          <Note
            kind="plain"
            action={
              <Button size="small" onPress={onSettle}>
                Settle it
              </Button>
            }
          >
            {missing.map(({ text }) => text).join(' ')}
          </Note>
        </div>
      )}
    </>
  );
};

const Months = ({
  value,
  what,
  ask,
}: {
  readonly value: unknown;
  readonly what: string;
  readonly ask: { readonly question: string; readonly [name: string]: string };
}) =>
  typeof value === 'number' ? <Figure opens={{ what, ask }}>{`${count(value, 1)} months`}</Figure> : <span className="dim">not known</span>;
