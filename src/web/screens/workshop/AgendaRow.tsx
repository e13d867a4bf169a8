import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { Phase } from '../../../domain/workshop/agenda.ts';
import { KINDS, kindKey, kindWords, stepOf } from '../../../views/workshop/steps.ts';
import css from './AgendaDialog.module.css';

type Props = {
  readonly step: Phase;
  /** The first and the last that may be moved. */
  readonly top: boolean;
  readonly bottom: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onChange: (step: Phase) => void;
  readonly onRemove: () => void;
};

const whole = (typed: string, most: number): number => Math.min(most, Math.max(1, Math.round(Number(typed)) || 1));

/** One step still to come: its name, what is done in it, its minutes and dots, and where it stands. */
export const AgendaRow = ({ step, top, bottom, onMove, onChange, onRemove }: Props) => {
  const { title, minutes, dots } = step;
  const turnInto = (key: string): void => {
    const next = stepOf(KINDS.find((kind) => kindKey(kind) === key) ?? step);
    // A name of one's own stays; the usual one follows.
    onChange({ ...next, title: title === stepOf(step).title ? next.title : title });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the two buttons in it
    <li
      className={css.row}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <input
        className={css.title}
        aria-label="Name of the step"
        maxLength={80}
        value={title}
        onChange={(event) => onChange({ ...step, title: event.target.value })}
      />
      <select aria-label={`What is done in “${title}”`} value={kindKey(step)} onChange={(event) => turnInto(event.target.value)}>
        {KINDS.map((kind) => (
          <option key={kindKey(kind)} value={kindKey(kind)}>
            {kindWords(kind)}
          </option>
        ))}
      </select>
      <label className={css.number}>
        <input
          type="number"
          min={1}
          max={240}
          aria-label={`Minutes of “${title}”`}
          value={minutes}
          onChange={(event) => onChange({ ...step, minutes: whole(event.target.value, 240) })}
        />
        min
      </label>
      {step.act === 'vote' ? (
        <label className={css.number}>
          <input
            type="number"
            min={1}
            max={20}
            aria-label={`Dots each in “${title}”`}
            value={dots}
            onChange={(event) => onChange({ ...step, dots: whole(event.target.value, 20) })}
          />
          dots
        </label>
      ) : (
        <span />
      )}
      <span className={css.acts}>
        <button type="button" aria-label={`Move “${title}” up`} aria-disabled={top} onClick={() => !top && onMove(-1)}>
          <IconArrowUp size={15} stroke={1.8} aria-hidden="true" />
        </button>
        <button type="button" aria-label={`Move “${title}” down`} aria-disabled={bottom} onClick={() => !bottom && onMove(1)}>
          <IconArrowDown size={15} stroke={1.8} aria-hidden="true" />
        </button>
        <button type="button" aria-label={`Take out “${title}”`} onClick={onRemove}>
          <IconX size={15} stroke={1.8} aria-hidden="true" />
        </button>
      </span>
    </li>
  );
};
