import { Link } from 'wouter';
import { IconLock } from '@tabler/icons-react';
import { monthShort, moneyShort } from '../../../views/words/format.ts';
import { addDays, daysBetween } from '../../../kernel/day.ts';
import type { BudgetId } from '../../../kernel/ids.ts';
import { FIGURES, type FigureName } from '../../../views/budget/opened.ts';
import type { BudgetPage, MonthHead } from '../../../views/budget/page.ts';
import { Unknown } from '../../components/figure/Unknown.tsx';
import css from './BudgetScreen.module.css';

type Props = {
  readonly page: BudgetPage;
  readonly figure: FigureName;
  readonly address: (id: string) => string;
  readonly open: BudgetId | undefined;
};

/** Lines by months, one figure at a time, each line in its currency; the last row adds up in the company's. */
export const YearTable = ({ page, figure, address, open }: Props) => {
  const text = FIGURES.find((f) => f.value === figure)!.text;
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.year} role="region" aria-label={`${text} by line and month, ${page.year}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text}</th>
            {page.months.map((m) => (
              <th key={m.id} scope="col">
                {monthName(m)} {m.locked && <IconLock size={12} stroke={1.8} role="img" aria-label="closed" />}
              </th>
            ))}
            <th scope="col">Year</th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map(({ line, byMonth, total }) => (
            <tr key={line.id} className={line.id === open ? css.current : undefined}>
              <th scope="row">
                <Link className={css.line} href={address(line.id)}>
                  {line.name}
                </Link>
              </th>
              {byMonth.map((m, i) => (
                <td key={page.months[i]!.id} className={m[figure] < 0 ? css.minus : undefined}>
                  {m.plan === 0 && m[figure] === 0 ? (
                    <span className="dim">·</span>
                  ) : (
                    moneyShort({ minor: m[figure], currency: line.currency })
                  )}
                </td>
              ))}
              <td className={total[figure] < 0 ? css.minus : undefined}>
                <b>{moneyShort({ minor: total[figure], currency: line.currency })}</b>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All lines</th>
            {page.byMonth.map((m, i) => (
              <td key={page.months[i]!.id}>
                {m === null ? <Missing page={page} /> : moneyShort({ minor: m[figure], currency: page.currency })}
              </td>
            ))}
            <td>{page.total === null ? <Missing page={page} /> : moneyShort({ minor: page.total[figure], currency: page.currency })}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

/** The month in which its middle day lies: in 4-4-5 that is how people call it. */
export const monthName = ({ from, to }: Pick<MonthHead, 'from' | 'to'>): string =>
  monthShort(addDays(from, Math.floor(daysBetween(from, to) / 2)));

const Missing = ({ page }: { readonly page: BudgetPage }) => (
  <Unknown
    what="All lines"
    why={`No rate into ${page.currency ?? 'a currency of the company'} for ${page.without.map((l) => l.name).join(', ')}`}
  />
);
