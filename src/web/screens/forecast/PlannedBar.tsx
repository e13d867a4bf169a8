import { useRef } from 'react';
import { Link } from 'wouter';
import type { Day } from '../../../kernel/day.ts';
import type { Bar, Move } from '../../../views/forecast/forecast.ts';
import { spanOf } from '../../../views/forecast/moved.ts';
import { chanceWords } from '../../../views/forecast/words.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import css from './PlannedStrip.module.css';
import type { StripScale } from './strip-scale.ts';

type Props = {
  readonly bar: Bar;
  readonly asOf: Day;
  readonly scale: StripScale;
  readonly move: Move | undefined;
  readonly chance: number;
  readonly onMove: (move: Move | null) => void;
};

const WEEK = 7;
const MOST = 91;

/** One priority on the strip: a slider of days. What is under way cannot begin earlier; what sends nothing out cannot be moved. */
export const PlannedBar = ({ bar, asOf, scale, move, chance, onMove }: Props) => {
  const drag = useRef<{ readonly x: number; readonly shift: number; readonly width: number } | null>(null);
  const shift = move === undefined || move === 'dropped' ? 0 : move.shift;
  const begins = Math.min(...bar.sends.map(({ first }) => first));
  const least = bar.sends.length === 0 ? 0 : -Math.max(0, begins - 1);
  const to = (days: number): void => onMove({ shift: Math.max(least, Math.min(MOST, days)) });
  const { from, to: ends } = spanOf(bar, move);
  const left = scale.at(from);
  const width = Math.max(0.012, scale.at(ends) - left);
  const words =
    move === 'dropped'
      ? 'left out'
      : shift === 0
        ? 'as planned'
        : `${tally(Math.abs(shift), 'day')} ${shift < 0 ? 'earlier' : 'later'}, ${dayWords(from, asOf)} to ${dayWords(ends, asOf)}`;
  const place = { left: `${left * 100}%`, width: `${width * 100}%` };
  return (
    <li className={css.row}>
      <span className={css.name}>
        <Link href={`/plan/blueprint/${bar.period}`}>{bar.title}</Link>
        {bar.still === null ? (
          <button
            type="button"
            className="lnk"
            aria-pressed={move === 'dropped'}
            aria-label={`${move === 'dropped' ? 'Take back' : 'Leave out'}: ${bar.title}`}
            onClick={() => onMove(move === 'dropped' ? null : 'dropped')}
          >
            {move === 'dropped' ? 'Take back' : 'Leave out'}
          </button>
        ) : (
          <small className="dim">{bar.still}</small>
        )}
      </span>
      <span className={css.lane}>
        {bar.still !== null || move === 'dropped' ? (
          <i className={move === 'dropped' ? css.gone : css.still} style={place} />
        ) : (
          <span
            className={`${css.bar} ${bar.serves ? css.serves : ''}`}
            style={place}
            role="slider"
            tabIndex={0}
            aria-label={`When ${bar.title} runs`}
            aria-valuemin={least}
            aria-valuemax={MOST}
            aria-valuenow={shift}
            aria-valuetext={`${words}; chance ${chanceWords(chance)}`}
            onKeyDown={(event) => {
              const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -WEEK, PageUp: WEEK }[event.key];
              if (by !== undefined) to(shift + by);
              else if (event.key === 'Home') to(least);
              else if (event.key === 'Escape' && move !== undefined) onMove(null);
              else if (event.key === 'Delete') onMove('dropped');
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              drag.current = { x: event.clientX, shift, width: event.currentTarget.parentElement!.clientWidth };
            }}
            onPointerMove={(event) => {
              const held = drag.current;
              if (held) to(held.shift + Math.round(((event.clientX - held.x) / held.width) * scale.days));
            }}
            onPointerUp={() => (drag.current = null)}
            onPointerCancel={() => {
              drag.current = null;
              onMove(null);
            }}
          />
        )}
        <i className={css.today} style={{ left: `${scale.at(asOf) * 100}%` }} />
      </span>
      <small className={css.moved}>{move === undefined ? '' : words}</small>
    </li>
  );
};
