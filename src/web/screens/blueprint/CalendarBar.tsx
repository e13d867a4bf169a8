import { useRef, useState } from 'react';
import type { Plan } from '../../../domain/blueprint/plan.ts';
import type { Command } from '../../../domain/book.ts';
import { addDays, daysBetween } from '../../../kernel/day.ts';
import type { CalendarRow } from '../../../views/plan/blueprint.ts';
import { barOf, movedBy, stretchedBy, type Span } from '../../../views/plan/geometry.ts';
import { dayWords } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './CalendarBar.module.css';

type Held = { readonly edge: -1 | 0 | 1; readonly x: number; readonly width: number };

/** The bar of a priority. In a draft it moves by pointer (its ends stretch it) and by keyboard: Space lifts, arrows move, Space drops. */
export const CalendarBar = ({ row, plan, moves }: { readonly row: CalendarRow; readonly plan: Plan; readonly moves: boolean }) => {
  const { ask, book, today } = useCompany();
  const { line } = row;
  const [held, setHeld] = useState<Span | null>(null);
  const [by, setBy] = useState<'pointer' | 'keys' | null>(null);
  const grip = useRef<Held | null>(null);
  const span = held ?? line;
  const bar = barOf(plan, span);
  const stop = (): void => {
    grip.current = null;
    setHeld(null);
    setBy(null);
  };
  const drop = (to: Span): void => {
    stop();
    if (to.from === line.from && to.to === line.to) return;
    const shift = daysBetween(line.from, to.from);
    const whole = shift === daysBetween(line.to, to.to);
    const commands: Command[] = [
      { type: 'priority/reschedule', id: line.id, from: to.from, to: to.to },
      // Moved as a whole, its milestones move along, those that were reached excepted.
      ...(whole
        ? line.milestones
            .filter((m) => book.milestone.get(m.id)?.reached === null)
            .map((m): Command => ({ type: 'milestone/move', id: m.id, day: addDays(m.day, shift) }))
        : []),
    ];
    const answer = ask(commands);
    if (!answer.ok) say({ kind: 'problem', text: answer.words });
    else say({ kind: 'done', text: `“${line.title}” stands from ${dayWords(to.from, today)} to ${dayWords(to.to, today)}.` });
  };
  const spanAt = (x: number): Span => {
    const { edge, x: from, width } = grip.current!;
    const days = Math.round(((x - from) / width) * daysBetween(plan.from, plan.to));
    return edge === 0 ? movedBy(plan, line, days) : stretchedBy(plan, line, edge, days);
  };
  const words = `${dayWords(span.from, today)} to ${dayWords(span.to, today)}`;
  const look = `${css.bar} ${css[line.moscow] ?? ''} ${held ? css.held : ''}`;
  const style = { left: `${bar.left * 100}%`, width: `${bar.width * 100}%` };
  const inside = <u style={{ width: `${row.done * 100}%` }} />;
  if (!moves)
    return (
      <span className={look} style={style} title={words}>
        {inside}
        <span className="unseen">{words}</span>
      </span>
    );
  return (
    <>
      <button
        type="button"
        className={`${look} ${css.moves}`}
        style={style}
        aria-label={`${line.title}: ${words}. ${by === 'keys' ? 'Held. Arrows move it, with Shift by a week, with Alt its end. Space drops, Escape leaves it.' : 'Press Space to move it.'}`}
        aria-pressed={by === 'keys'}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          const box = event.currentTarget.getBoundingClientRect();
          const lane = event.currentTarget.parentElement!.getBoundingClientRect();
          const near = Math.min(10, box.width / 4);
          grip.current = {
            edge: event.clientX - box.left < near ? -1 : box.right - event.clientX < near ? 1 : 0,
            x: event.clientX,
            width: lane.width,
          };
          event.currentTarget.setPointerCapture(event.pointerId);
          setBy('pointer');
        }}
        onPointerMove={(event) => grip.current && setHeld(spanAt(event.clientX))}
        onPointerUp={(event) => grip.current && drop(spanAt(event.clientX))}
        onPointerCancel={stop}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && (held || by)) {
            event.preventDefault();
            event.stopPropagation();
            return stop();
          }
          if (event.key === ' ' || event.key === 'Enter') {
            event.preventDefault();
            if (by === 'keys') return drop(held ?? line);
            setBy('keys');
            return setHeld({ from: line.from, to: line.to });
          }
          if (by !== 'keys' || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
          event.preventDefault();
          const days = (event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 7 : 1);
          setHeld((now) => (event.altKey ? stretchedBy(plan, now ?? line, 1, days) : movedBy(plan, now ?? line, days)));
        }}
        onBlur={() => by === 'keys' && stop()}
      >
        {inside}
      </button>
      {held && (
        <output className={css.words} style={{ left: `${(bar.left + bar.width / 2) * 100}%` }}>
          {words}
        </output>
      )}
    </>
  );
};
