import { IconLock } from '@tabler/icons-react';
import { FIGURES } from '../../../views/budget/opened.ts';
import type { BudgetPage, LineRow } from '../../../views/budget/page.ts';
import { moneyShort } from '../../../views/words/format.ts';
import css from './BudgetScreen.module.css';
import { monthName } from './YearTable.tsx';

/** The months of one line with all five figures. Months without any money are left out. */
export const LineMonths = ({ row, page }: { readonly row: LineRow; readonly page: BudgetPage }) => {
  const say = (minor: number): string => moneyShort({ minor, currency: row.line.currency });
  const shown = page.months.flatMap((month, i) => {
    const m = row.byMonth[i]!;
    return m.plan === 0 && m.committed === 0 && m.actual === 0 && m.forecast === 0 ? [] : [{ month, m }];
  });
  if (shown.length === 0) return <p className="mut sm">Nothing is planned or spent in {page.year}.</p>;
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.year} role="region" aria-label={`${row.line.name} by month, ${page.year}`} tabIndex={0}>
      <table style={{ fontSize: 'var(--text-12)' }}>
        <thead>
          <tr>
            <th scope="col" style={{ minWidth: 56 }}>
              {page.year}
            </th>
            {FIGURES.map((f) => (
              <th key={f.value} scope="col">
                {f.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ month, m }) => (
            <tr key={month.id}>
              <th scope="row" style={{ minWidth: 56 }}>
                {monthName(month)} {month.locked && <IconLock size={11} stroke={1.8} role="img" aria-label="closed" />}
              </th>
              {FIGURES.map(({ value: name }) => (
                <td key={name} className={m[name] < 0 ? css.minus : undefined}>
                  {say(m[name])}
                  {name === 'forecast' && m.own && '*'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" style={{ minWidth: 56 }}>
              Year
            </th>
            {FIGURES.map(({ value: name }) => (
              <td key={name}>{say(row.total[name])}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      {row.byMonth.some((m) => m.own) && <p className={css.total}>* as somebody said</p>}
    </div>
  );
};
