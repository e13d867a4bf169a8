import { useState } from 'react';
import { Link } from 'wouter';
import { IconCircleDashed } from '@tabler/icons-react';
import { evidenceWords, type LagRow, type LagView } from '../../../views/lag/lag-view.ts';
import { rawDotsChart } from '../../../charts/raw-dots.ts';
import { capital, inWords, list, monthLong, percent } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { useRowsLink } from '../../components/rows/rows-link.ts';
import { NOTHING } from '../../../views/words/opened.ts';
import css from './Refusals.module.css';

type Props = { readonly view: LagView; readonly href: (key: string) => string };

/** Groups too thin for a curve: the raw points, what would be enough, and when at this pace. */
export const Refusals = ({ view, href }: Props) => {
  const [all, setAll] = useState(false);
  const [first, ...rest] = view.refused;
  if (!first) return null;
  return (
    <div className={css.list}>
      {(all ? view.refused : [first]).map((row) => (
        <Refusal key={row.key} row={row} view={view} href={href} />
      ))}
      {rest.length > 0 && (
        <button type="button" className="lnk sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show one' : `Too few as well: ${list(rest.map(({ key }) => key))}`}
        </button>
      )}
    </div>
  );
};

const Refusal = ({ row, view, href }: Props & { readonly row: LagRow }) => {
  const rowsLink = useRowsLink();
  const { words } = view;
  const entity = words.unit === 'deal' ? 'opportunity' : words.unit === 'lead' ? 'lead' : 'touch';
  return (
    <section className={css.refusal} aria-label={`${row.key}: too few to draw`}>
      <h3>
        <IconCircleDashed size={16} stroke={1.6} aria-hidden="true" />
        {row.key}: too few to draw
      </h3>
      <p className="dim">{evidenceWords(row, words)}</p>
      <ChartView least={200} draw={(width) => rawDotsChart(row, words, width)} />
      <p>
        {capital(inWords(row.n))} {row.n === 1 ? words.unit : words.units} with {inWords(row.came)}{' '}
        {row.came === 1 ? words.came : words.camePlural} cannot carry a curve. At least 20 with 5 {words.camePlural} are needed
        {row.ripe ? (
          <>
            ; at this pace that is in <b>{monthLong(row.ripe)}</b>.
          </>
        ) : (
          '; at this pace that is not within ten years.'
        )}{' '}
        Until then {row.key} borrows the curve of all channels, with a wide interval
        {row.ever && row.half
          ? ` (ever ${percent(row.ever.low)} to ${percent(row.ever.high)}, half by ${Math.round(row.half.low)} to ${Math.round(row.half.high)} days)`
          : ''}
        .
      </p>
      <p className={css.links}>
        {row.some.length > 0 && (
          <Link
            href={rowsLink({ entity, ids: row.some.slice(0, 100), text: `See the ${inWords(row.n)}` }, `${row.key}, ${words.units}`)}
            className="lnk"
          >
            See the {row.n <= 100 ? inWords(row.n) : 'first hundred'}
          </Link>
        )}
        <Figure
          opens={{
            ...NOTHING,
            what: 'Why 20 and 5?',
            value: '20 watched, 5 came',
            meaning:
              'With fewer than five that came, the half-by day is open by more than a factor of two; with fewer than twenty watched, the share that ever comes is open by more than 15 points either way. A line through so few invents what nobody saw.',
            more: [{ text: `How ${row.key} borrows`, href: href(row.key) }],
          }}
        >
          Why 20 and 5?
        </Figure>
      </p>
    </section>
  );
};
