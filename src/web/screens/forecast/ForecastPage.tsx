import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { fanChart, type FanView } from '../../../charts/fan.ts';
import type { Move, OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { movedBy, type Moves } from '../../../views/forecast/moved.ts';
import { fanSentence, findingOf, forecastValue } from '../../../views/forecast/words.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Head } from '../../components/Head.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { AsOfField } from './AsOfField.tsx';
import { BacktestStrip } from './BacktestStrip.tsx';
import { ForecastSide } from './ForecastSide.tsx';
import { ForecastTable } from './ForecastTable.tsx';
import css from './ForecastPage.module.css';
import { PlannedStrip } from './PlannedStrip.tsx';
import { ProposeMoves } from './ProposeMoves.tsx';
import { RefusedForecast } from './RefusedForecast.tsx';
import { saveWeeks } from './save-weeks.ts';

const NONE: Moves = new Map();

/** One outcome: its fan, the chance, what it is made of, and planned work that may be moved to see what happens. */
export const ForecastPage = ({ forecast, all }: { readonly forecast: OutcomeForecast; readonly all: readonly OutcomeForecast[] }) => {
  const [, go] = useLocation();
  const [moves, setMoves] = useState<Moves>(NONE);
  const [asTable, setAsTable] = useState(false);
  const moved = useMemo(() => movedBy(forecast, moves), [forecast, moves]);
  const { numbers, outcome, name, asOf, due, target, lastStart } = forecast;
  useKey('t', 'Fan or table', () => setAsTable(!asTable), numbers !== null);
  const move = (id: PriorityId, to: Move | null): void => {
    const next = new Map(moves);
    if (to === null || (to !== 'dropped' && to.shift === 0)) next.delete(id);
    else next.set(id, to);
    setMoves(next);
  };
  const view: FanView | null = numbers &&
    moved && {
      asOf,
      due,
      now: numbers.now,
      trail: numbers.trail,
      weeks: moved.weeks,
      planned: moves.size > 0 ? numbers.weeks : null,
      target,
      lastStart,
      write: (n) => forecastValue(forecast, n),
      summary: fanSentence(forecast, moved.chance, moved.fine),
    };
  return (
    <>
      <Head
        title={findingOf(forecast, moved?.chance ?? null, moved?.fine ?? null)}
        sub={
          <>
            <Link href={`/agree/outcomes/${outcome}`} className="lnk">
              {name}
            </Link>
            {'. '}
            {numbers && numbers.made.length > 0
              ? 'From open deals, ageing cohorts and planned work.'
              : numbers
                ? 'From the check-ins.'
                : ''}
          </>
        }
        actions={
          <div className={css.choose}>
            <SelectField
              label="Outcome"
              value={outcome}
              onChange={(to) => to && go(`/prove/forecast?outcome=${to}`)}
              choices={all.map((f) => ({ value: f.outcome, label: labelOf(f, all) }))}
            />
            <AsOfField asOf={asOf} outcome={outcome} />
          </div>
        }
      />
      {numbers === null || moved === null || view === null ? (
        <RefusedForecast forecast={forecast} />
      ) : (
        <div className={css.page}>
          <div className={css.main}>
            {asTable ? (
              <ForecastTable forecast={forecast} weeks={moved.weeks} />
            ) : (
              <ChartView least={340} draw={(width) => fanChart(view, width)} />
            )}
            <p className={css.tools}>
              <button type="button" className="lnk" onClick={() => saveWeeks(forecast, moved.weeks)}>
                Download
              </button>
              <button type="button" className="lnk" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                {asTable ? 'Show as a fan' : 'Show as a table'}
              </button>
              <span className="dim">T</span>
            </p>
            <PlannedStrip forecast={forecast} moves={moves} onMove={move} chance={moved.chance} />
            {moves.size > 0 && (
              <div className={css.whatif}>
                <p className="sm mut">Only tried: nothing of it is saved. The dotted line is the middle as planned.</p>
                <Button size="small" onPress={() => setMoves(NONE)}>
                  Put back
                </Button>
                <ProposeMoves forecast={forecast} moves={moves} onDone={() => setMoves(NONE)} />
              </div>
            )}
          </div>
          <ForecastSide forecast={forecast} moved={moved} onTry={(id, to) => move(id, to)} />
        </div>
      )}
      <BacktestStrip outcome={outcome} />
    </>
  );
};

/** Two outcomes of one name are told apart by their due date. */
const labelOf = (one: OutcomeForecast, all: readonly OutcomeForecast[]): string =>
  all.some((other) => other !== one && other.name === one.name) ? `${one.name}, ${dayWords(one.due, one.asOf)}` : one.name;
