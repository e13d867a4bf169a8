import { Link } from 'wouter';
import { saidChart } from '../../../charts/backtest.ts';
import type { BacktestView } from '../../../views/forecast/backtest.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Answered } from '../../components/Answered.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './BacktestStrip.module.css';
import { BeingMade } from './BeingMade.tsx';

/** Would you have trusted it before? The same forecast in earlier periods. */
export const BacktestStrip = ({ outcome }: { readonly outcome: string }) => {
  const facts = useFacts('forecast-backtest', { outcome });
  return (
    <section className={css.strip} aria-labelledby="trusted">
      <h2 id="trusted">Would you have trusted it before?</h2>
      {facts.isPending ? (
        <BeingMade />
      ) : (
        <Answered of={facts} what="the same forecast on past days" lines={4}>
          {(view) => <Strip view={view} />}
        </Answered>
      )}
    </section>
  );
};

const Strip = ({ view }: { readonly view: BacktestView }) => {
  const { strip, stripWords, why, unit, currency, outcome, name } = view;
  const write = (n: number): string => valueShort(unit === 'count' ? Math.round(n) : n, unit, currency);
  const link = (
    <Link className="lnk" href={`/prove/forecast/backtest?outcome=${outcome}`}>
      The whole backtest
    </Link>
  );
  if (why !== null) return <p className="sm mut">{why}</p>;
  if (strip.length === 0)
    return <p className="sm mut">In no earlier period was enough known as early as this. {link} looks at shorter spans.</p>;
  return (
    <div className={css.both}>
      <div className={css.words}>
        <p className="sm mut">
          The same forecast, made with as many days to go in each earlier period, with what was known then. Bar: 80 % interval. Dot: what
          happened.
        </p>
        <p className="sm">{stripWords}</p>
        <p className="sm">{link}</p>
      </div>
      <ChartView
        draw={(width) =>
          saidChart(
            strip.map(({ name: period, low, high, happened, held }) => ({
              name: period,
              low,
              high,
              happened,
              label: held ? null : `${write(happened)}, missed`,
            })),
            write,
            `${name} in earlier periods: ${stripWords}`,
            width,
          )
        }
      />
    </div>
  );
};
