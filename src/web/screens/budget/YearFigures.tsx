import { FIGURES, openedFigure } from '../../../views/budget/opened.ts';
import type { BudgetPage, Money5 } from '../../../views/budget/page.ts';
import type { SpendOnLines } from '../../../views/budget/spend.ts';
import { moneyShort } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Pending } from '../../components/Pending.tsx';
import css from './BudgetScreen.module.css';

type Props = {
  readonly page: BudgetPage;
  /** undefined while the imported spend is being counted. */ readonly spend: SpendOnLines | undefined;
};

/** The year in five figures; below each, what stands in other currencies. */
export const YearFigures = ({ page, spend }: Props) => (
  <dl className={css.figures}>
    {FIGURES.map(({ value: name, text }) => (
      <div key={name}>
        <dt>{text}</dt>
        <dd>
          {spend === undefined && name !== 'plan' && name !== 'committed' ? (
            <Pending />
          ) : page.total === null ? (
            <Unknown
              what={`${text} of ${page.year}`}
              why="A rate into the company’s currency is missing; the sums of each currency stand below."
            />
          ) : (
            <Figure opens={openedFigure(name, `all lines, ${page.year}`, page.total, page.currency)}>
              {moneyShort({ minor: page.total[name], currency: page.currency })}
            </Figure>
          )}
          {page.byCurrency.length > 1 && <small>{split(page.byCurrency, name)}</small>}
        </dd>
      </div>
    ))}
  </dl>
);

const split = (sums: BudgetPage['byCurrency'], name: keyof Money5): string =>
  sums.map(({ currency, total }) => moneyShort({ minor: total[name], currency })).join(' and ');
