import { useState, type ReactNode } from 'react';
import { evenChart, saidChart } from '../../../charts/backtest.ts';
import { backtestFinding, type BacktestView, type HorizonView } from '../../../views/forecast/backtest.ts';
import { dayBrief, dayWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Table } from '../../components/Table.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import css from './BacktestPage.module.css';

/** Every forecast of the past weeks against what happened, for three horizons, in words and drawn. */
export const BacktestPage = ({ view, pick }: { readonly view: BacktestView; readonly pick: ReactNode }) => {
  const usable = view.horizons.filter(({ judged }) => judged !== null);
  const [days, setDays] = useState(usable[0]?.days ?? 30);
  const shown = usable.find((h) => h.days === days) ?? usable[0];
  return (
    <>
      <Head
        title={backtestFinding(view)}
        sub={`${view.name}: the same forecast, made again each week of the past with only what was known then.`}
        actions={pick}
      />
      {shown?.judged ? (
        <>
          <Segments
            label="How far ahead"
            value={String(shown.days)}
            onChoose={(to) => setDays(Number(to))}
            choices={usable.map((h) => ({ value: String(h.days), text: `${h.days} days ahead` }))}
          />
          <Horizon view={view} shown={shown} />
        </>
      ) : (
        <p className={css.why}>{view.why ?? 'Too little has happened before.'}</p>
      )}
    </>
  );
};

const Horizon = ({ view, shown }: { readonly view: BacktestView; readonly shown: HorizonView }) => {
  const [asTable, setAsTable] = useState(false);
  useKey('t', 'Bars or table', () => setAsTable(!asTable));
  const { unit, currency, asOf } = view;
  const write = (n: number): string => valueShort(unit === 'count' ? Math.round(n) : n, unit, currency);
  const { judged, points, words, days } = shown;
  return (
    <div className={css.horizon}>
      <div>
        {asTable ? (
          <Table
            label={`Forecasts for ${days} days, week by week`}
            rows={points}
            keyOf={({ on }) => on}
            columns={[
              { key: 'on', head: 'Made on', cell: ({ on }) => dayWords(on, asOf) },
              { key: 'low', head: '1 in 10 below', number: true, cell: (p) => write(p.low) },
              { key: 'middle', head: 'Even odds', number: true, cell: (p) => write(p.middle) },
              { key: 'high', head: '1 in 10 above', number: true, cell: (p) => write(p.high) },
              { key: 'happened', head: 'Happened', number: true, cell: (p) => write(p.happened) },
              { key: 'held', head: 'Held', cell: (p) => (p.happened >= p.low && p.happened <= p.high ? 'yes' : 'missed') },
            ]}
          />
        ) : (
          <ChartView
            least={340}
            draw={(width) =>
              saidChart(
                points.map(({ on, low, lowHalf, highHalf, high, happened }) => ({
                  name: dayBrief(on, asOf),
                  low,
                  high,
                  half: { low: lowHalf, high: highHalf },
                  happened,
                })),
                write,
                `Forecasts for ${days} days and what happened. ${words[1] ?? ''}`,
                width,
                280,
              )
            }
          />
        )}
        <p className={css.tools}>
          <button type="button" className="lnk" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show as bars' : 'Show as a table'}
          </button>
          <span className="dim">T</span>
        </p>
        <h2>How evenly what happened fell into what was said</h2>
        <ChartView
          draw={(width) =>
            evenChart(
              judged!.pit,
              `Times that what happened fell into each tenth of what was said: ${judged!.pit.join(', ')}.`,
              Math.min(width, 520),
            )
          }
        />
      </div>
      <section aria-label="In words">
        <h2>In words</h2>
        <ul className={css.words}>
          {words.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </div>
  );
};
