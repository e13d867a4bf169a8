import type { Book } from '../../../domain/book.ts';
import type { Answer, Figure as Value, Row } from '../../../kernel/answer.ts';
import { moneyOf, textOf } from '../../../views/prove/funnel-page.ts';
import { count, moneyFull, moneyShort } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Table } from '../../components/Table.tsx';

type Wish = { readonly question: string; readonly [name: string]: string };

/** Priorities, outcomes and objectives are known by id to the facts; here they get their names. */
export const namesOf = (answer: Answer, by: string, book: Book): Answer => ({
  ...answer,
  rows: answer.rows.map((row) => ({ ...row, key: nameOf(by, row, book) })),
});
const nameOf = (by: string, row: Row, book: Book): string => {
  const id = textOf(row['id']) || row.key;
  if (by === 'priority') return book.priority.get(id as never)?.title ?? row.key;
  if (by === 'outcome') return book.outcome.get(id as never)?.name ?? row.key;
  if (by === 'objective') return book.objective.get(id as never)?.statement ?? row.key;
  return row.key;
};

const money = (value: Value | undefined, unknown = 'not recorded') => {
  const amount = moneyOf(value);
  return amount ? moneyFull(amount) : <span className="dim">{unknown}</span>;
};
const ratio = (value: Value | undefined) => (typeof value === 'number' ? count(value, 1) : <span className="dim">not known</span>);

/** The 80 % interval of a number, below it. */
const Between = ({ of, as }: { readonly of: Value | undefined; readonly as: (value: Value) => string }) => {
  if (of === null || typeof of !== 'object' || !('low' in of)) return null;
  const { low, high } = of as { readonly low: Value; readonly high: Value };
  return (
    <small className="dim nw" style={{ display: 'block', position: 'relative' }}>
      <span className="unseen">80 % interval </span>
      {as(low)} to {as(high)}
    </small>
  );
};

/** Every key with its return, cost and what one of each cost; the last line is all of it. */
export const RoiTable = ({ answer, wish }: { readonly answer: Answer; readonly wish: Wish }) => (
  <Table
    label="Return and cost"
    rows={[...answer.rows, { ...answer.total, key: 'All' }]}
    keyOf={(row) => `${row.key} ${textOf(row['id'])}`}
    columns={[
      { key: 'key', head: <span className="unseen">For</span>, cell: ({ key }) => (key === 'All' ? <b>All</b> : key) },
      {
        key: 'return',
        head: 'Return',
        number: true,
        cell: (row) => (
          <>
            {moneyOf(row['return']) ? (
              <Figure opens={{ what: `Return of ${row.key}`, ask: wish }}>{moneyShort(moneyOf(row['return'])!)}</Figure>
            ) : (
              money(row['return'], 'not known')
            )}
            <Between of={row['returnInterval']} as={(value) => moneyShort(moneyOf(value)!)} />
          </>
        ),
      },
      {
        key: 'cost',
        head: 'Cost',
        number: true,
        cell: (row) =>
          moneyOf(row['cost']) ? (
            <Figure opens={{ what: `Cost of ${row.key}`, ask: wish }}>{moneyShort(moneyOf(row['cost'])!)}</Figure>
          ) : (
            money(row['cost'])
          ),
      },
      {
        key: 'roi',
        head: 'ROI',
        number: true,
        cell: (row) => (
          <>
            {ratio(row['roi'])}
            <Between of={row['roiInterval']} as={(value) => count(Number(value), 1)} />
          </>
        ),
      },
      { key: 'roas', head: 'ROAS', number: true, cell: (row) => ratio(row['roas']) },
      { key: 'lead', head: 'Per lead', number: true, cell: (row) => money(row['costPerLead'], '–') },
      { key: 'deal', head: 'Per deal opened', number: true, cell: (row) => money(row['costPerDeal'], '–') },
      { key: 'win', head: 'Per win', number: true, cell: (row) => money(row['costPerWin'], '–') },
    ]}
  />
);

const bound = (row: Row, end: 'low' | 'high'): Value | undefined =>
  (row['returnInterval'] as { readonly low: Value; readonly high: Value } | undefined)?.[end];

export const roiRows = (answer: Answer): readonly (readonly (string | number | null)[])[] => {
  const major = (value: Value | undefined): number | null => (moneyOf(value) ? moneyOf(value)!.minor / 100 : null);
  return [
    [
      'Key',
      'Deals',
      'Return',
      'Return, low (80 %)',
      'Return, high (80 %)',
      'Cost',
      'ROI',
      'ROAS',
      'Cost per lead',
      'Cost per deal',
      'Cost per win',
    ],
    ...[...answer.rows, { ...answer.total, key: 'All' }].map((row) => [
      row.key,
      row.n,
      major(row['return']),
      major(bound(row, 'low')),
      major(bound(row, 'high')),
      major(row['cost']),
      typeof row['roi'] === 'number' ? row['roi'] : null,
      typeof row['roas'] === 'number' ? row['roas'] : null,
      major(row['costPerLead']),
      major(row['costPerDeal']),
      major(row['costPerWin']),
    ]),
  ];
};
