import { Select } from '@mantine/core';
import type { Answer, Row } from '../../../kernel/answer.ts';
import { estimateOf, shareWords, textOf } from '../../../views/prove/funnel-page.ts';
import { count } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Table } from '../../components/Table.tsx';
import { useFacts } from '../../state/facts.ts';
import type { Input } from '../../state/api.ts';
import css from './FunnelScreen.module.css';

type Props = {
  readonly wish: Omit<Input<'ask'>, 'company'>;
  readonly by: string | null;
  readonly onBy: (name: string | null) => void;
  readonly entry: string;
};
const BASE: { readonly [entry: string]: string } = { touched: 'account', lead: 'lead', opened: 'opportunity' };
const FIRST: { readonly [entry: string]: string } = { touched: 'segment', lead: 'channel', opened: 'owner' };

/** The same funnel by any cut this company's files and plan have: from entry to won. */
export const ByCut = ({ wish, by, onBy, entry }: Props) => {
  const cuts = useFacts('ask', { question: 'cuts' });
  const names = (cuts.data?.rows ?? [])
    .filter((row) => row['of'] === BASE[entry] && row['kind'] !== 'day' && row['kind'] !== 'money')
    .map(({ key }) => key);
  const known = names.includes(by ?? '') ? by! : (names.find((name) => name === FIRST[entry]) ?? names[0] ?? FIRST[entry]!);
  const facts = useFacts('ask', { ...wish, by: known }, names.length > 0);
  return (
    <section className={css.half} aria-labelledby="by-cut">
      <h2 id="by-cut">From entry to won, by</h2>
      {names.length === 0 ? (
        <p className="mut">Nothing is known to cut {entry === 'touched' ? 'accounts' : 'these'} by.</p>
      ) : (
        <>
          <div className={css.tools}>
            <Select
              aria-label="Cut by"
              data={names}
              value={known}
              onChange={onBy}
              searchable
              allowDeselect={false}
              comboboxProps={{ width: 240 }}
            />
          </div>
          <Answered of={facts} what="the funnel by this cut">
            {(answer) => (
              <Keys
                answer={answer}
                ask={{ question: 'funnel-steps', by: known, from: entry, since: String(wish.since), until: String(wish.until) }}
              />
            )}
          </Answered>
        </>
      )}
    </section>
  );
};

type Key = { readonly name: string; readonly first: Row; readonly last: Row };

const Keys = ({
  answer,
  ask,
}: {
  readonly answer: Answer;
  readonly ask: { readonly question: string; readonly [name: string]: string };
}) => {
  const keys = [...Map.groupBy(answer.rows, (row) => textOf(row['cut']) || 'all')]
    .map(([name, rows]): Key => ({ name, first: rows[0]!, last: rows.at(-1)! }))
    .toSorted((a, b) => b.first.n - a.first.n)
    .slice(0, 12);
  if (keys.length === 0) return <p className="mut">Nobody entered in this time.</p>;
  const young = answer.findings.some(({ code }) => code === 'immature');
  return (
    <Table
      label="Funnel by a cut"
      rows={keys}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', head: <span className="unseen">Cut</span>, cell: ({ name }) => name },
        { key: 'in', head: 'Entered', number: true, cell: ({ first }) => count(first.n) },
        {
          key: 'won',
          head: young ? 'Won so far' : 'Won',
          number: true,
          cell: ({ name, last }) => <Figure opens={{ what: `Won of ${name}`, ask }}>{count(last.n)}</Figure>,
        },
        {
          key: 'rate',
          head: 'Of all',
          number: true,
          cell: ({ last }) => (last['ofAll'] === undefined ? '' : shareWords(estimateOf(last['ofAll']))),
        },
      ]}
    />
  );
};
