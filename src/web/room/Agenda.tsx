import { IconCheck } from '@tabler/icons-react';
import type { Here } from './use-room.ts';
import { Clock } from './Clock.tsx';
import css from './Agenda.module.css';

/** The steps of the agenda: those gone, the one that stands, those to come; and the time that is left. Who leads presses one to begin it. */
export const Agenda = ({ here, onStep }: { readonly here: Here; readonly onStep: ((phase: number) => void) | null }) => {
  const { stage } = here;
  return (
    <div className={css.agenda}>
      <ol aria-label="Agenda">
        {stage.agenda.map(({ title, minutes }, n) => {
          const current = n === stage.phase;
          const gone = stage.gone.includes(n) && !current;
          const inside = (
            <>
              {gone && <IconCheck size={13} stroke={2} aria-label="done:" />}
              {title}
            </>
          );
          return (
            <li key={`${n}-${title}`} className={current ? css.current : undefined} aria-current={current ? 'step' : undefined}>
              {onStep && !current ? (
                <button type="button" onClick={() => onStep(n)} title={`Begin it: ${minutes} minutes`}>
                  {inside}
                </button>
              ) : (
                <span>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
      <Clock here={here} />
    </div>
  );
};
