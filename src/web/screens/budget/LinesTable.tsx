import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { figuresOver } from '../../../domain/capacity/figures.ts';
import type { BudgetId } from '../../../kernel/ids.ts';
import { FIGURES, openedFigure } from '../../../views/budget/opened.ts';
import type { BudgetPage, LineRow, Money5 } from '../../../views/budget/page.ts';
import { moneyShort } from '../../../views/words/format.ts';
import { thingTitle } from '../../../views/words/names.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './BudgetScreen.module.css';

type Props = {
  readonly page: BudgetPage;
  readonly start: number;
  readonly address: (id: string) => string;
  readonly open: BudgetId | undefined;
};
type Over = { readonly row: LineRow; readonly money: Money5; readonly spend: number };

/** The lines that have money in one quarter, with all five figures over its months. */
export const LinesTable = ({ page, start, address, open }: Props) => {
  const { book, nameOf } = useCompany();
  const [, go] = useLocation();
  const [quarter, setQuarter] = useState(String(start));
  const from = (Number(quarter) - 1) * 3;
  const rows = page.lines.map((row) => over(row, from)).filter(({ row, money }) => some(money) || !some(row.total));
  return (
    <>
      <div className={css.tools}>
        <Segments
          label="Quarter"
          value={quarter}
          onChoose={setQuarter}
          choices={['1', '2', '3', '4'].map((q) => ({ value: q, text: `Q${q}` }))}
        />
      </div>
      {rows.length === 0 ? (
        <p className="mut">
          No line has money in Q{quarter} of {page.year}.
        </p>
      ) : (
        <Table
          label={`Budget lines of Q${quarter} ${page.year}`}
          rows={rows}
          keyOf={({ row }) => row.line.id}
          onOpen={({ row }) => go(address(row.line.id))}
          isCurrent={({ row }) => row.line.id === open}
          columns={[
            {
              key: 'line',
              head: 'Line',
              cell: ({ row: { line } }) => (
                <>
                  <Link className={css.line} href={address(line.id)}>
                    {line.name}
                  </Link>{' '}
                  {line.retired && <Tag>closed</Tag>}
                  <span className={css.small}>
                    {line.purpose === null ? 'tied to no priority or campaign' : thingTitle(book, line.purpose.kind, line.purpose.id)}
                  </span>
                </>
              ),
            },
            { key: 'use', head: 'Used', width: '104px', cell: ({ money }) => <UsedBar money={money} /> },
            ...FIGURES.map(({ value: name, text }) => ({
              key: name,
              head: text,
              number: true,
              cell: ({ row, money, spend }: Over) => (
                <span className={money[name] < 0 ? css.minus : undefined}>
                  <Figure opens={openedFigure(name, `${row.line.name}, Q${quarter} ${page.year}`, money, row.line.currency, spend)}>
                    {moneyShort({ minor: money[name], currency: row.line.currency })}
                  </Figure>
                </span>
              ),
            })),
            { key: 'owner', head: 'Owner', cell: ({ row }) => <Avatar name={row.line.owner ? nameOf(row.line.owner) : null} /> },
          ]}
        />
      )}
    </>
  );
};

const some = (m: Money5): boolean => m.plan !== 0 || m.committed !== 0 || m.actual !== 0 || m.forecast !== 0;
const over = (row: LineRow, from: number): Over => {
  const months = row.byMonth.slice(from, from + 3);
  const figures = figuresOver(
    new Map(months.map((m, i) => [String(i), m])),
    months.map((_, i) => String(i)),
  );
  return {
    row,
    money: { ...figures, forecast: months.reduce((sum, m) => sum + m.forecast, 0) },
    spend: months.reduce((sum, m) => sum + m.spend, 0),
  };
};

/** Spent and promised as parts of the plan; what is beyond it is hatched. */
const UsedBar = ({ money: { plan, actual, committed } }: { readonly money: Money5 }) => {
  const used = Math.max(0, actual) + committed;
  const scale = Math.max(plan, used, 1);
  const x = (n: number): string => `${(Math.max(0, n) / scale) * 100}%`;
  return (
    <span
      className={css.bar}
      role="img"
      aria-label={plan === 0 ? 'nothing planned' : `${Math.round((used / plan) * 100)} % of the plan spent or committed`}
    >
      <i className={css.spent} style={{ left: 0, width: x(actual) }} />
      <i className={css.promised} style={{ left: x(actual), width: x(committed) }} />
      {used > plan && <i className={css.over} style={{ left: x(plan), right: 0 }} />}
    </span>
  );
};
