import type { PriorityId } from '../../../kernel/ids.ts';
import type { Move, OutcomeForecast } from '../../../views/forecast/forecast.ts';
import type { Moves } from '../../../views/forecast/moved.ts';
import { PlannedBar } from './PlannedBar.tsx';
import css from './PlannedStrip.module.css';
import { scaleOf } from './strip-scale.ts';

type Props = {
  readonly forecast: OutcomeForecast;
  readonly moves: Moves;
  readonly onMove: (id: PriorityId, move: Move | null) => void;
  readonly chance: number;
};

/** Planned work under the fan, on the same days: drag a bar, or move it with the arrow keys, and see what it does. */
export const PlannedStrip = ({ forecast, moves, onMove, chance }: Props) => {
  const { numbers } = forecast;
  if (!numbers || numbers.bars.length === 0) return null;
  const scale = scaleOf(forecast);
  return (
    <section className={css.strip} aria-labelledby="planned">
      <h2 id="planned">Planned work: drag it to see what it moves</h2>
      <ul>
        {numbers.bars.map((bar) => (
          <PlannedBar
            key={bar.id}
            bar={bar}
            asOf={forecast.asOf}
            scale={scale}
            move={moves.get(bar.id)}
            chance={chance}
            onMove={(move) => onMove(bar.id, move)}
          />
        ))}
      </ul>
    </section>
  );
};
