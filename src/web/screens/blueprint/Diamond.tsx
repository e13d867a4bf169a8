import type { MilestoneMark } from '../../../views/plan/blueprint.ts';
import { dayWords } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import css from './Diamond.module.css';

/** A milestone on its bar: filled once it is reached. Its label gives way where the next one stands close. */
export const Diamond = ({
  mark,
  next,
  onOpen,
}: {
  readonly mark: MilestoneMark;
  readonly next: MilestoneMark | undefined;
  readonly onOpen: () => void;
}) => {
  const { today } = useCompany();
  const state = mark.reached ? `reached ${dayWords(mark.reached, today)}` : mark.late ? 'not reached, its day has passed' : 'to come';
  const room = next ? next.place - mark.place : 1;
  const side = mark.place > 0.93 ? css.end : mark.place < 0.05 ? css.start : '';
  return (
    <button
      type="button"
      className={`${css.mark} ${mark.reached ? css.reached : mark.late ? css.late : ''}`}
      style={{ left: `${mark.place * 100}%` }}
      onClick={onOpen}
      aria-label={`Milestone ${mark.title}, ${dayWords(mark.day, today)}, ${state}`}
      title={`${mark.title}, ${dayWords(mark.day, today)}, ${state}`}
    >
      <i aria-hidden="true" />
      {room > 0.07 && (
        <em className={side} aria-hidden="true" style={next ? { maxWidth: `calc(${room} * var(--lane, 600px))` } : undefined}>
          {mark.title}
        </em>
      )}
    </button>
  );
};
