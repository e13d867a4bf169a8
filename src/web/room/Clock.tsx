import { useEffect, useState } from 'react';
import { leftMs } from '../../domain/workshop/timer.ts';
import type { Here } from './use-room.ts';
import css from './Clock.module.css';

/** What is left of a step, as minutes and seconds; below nothing it says by how much it runs over. */
export const Clock = ({ here: { stage, state } }: { readonly here: Here }) => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  if (!stage.timer) return null;
  const left = Math.round(leftMs(stage.timer, new Date(now + state.ahead).toISOString()) / 1000);
  const over = left < 0;
  const seconds = Math.abs(left);
  const shown = `${over ? '+' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const paused = stage.timer.pausedAt !== null;
  return (
    <span className={`${css.clock} ${over ? css.over : ''}`} role="timer" aria-label={over ? `${shown} over the time` : `${shown} left`}>
      {paused && <small>paused</small>}
      {shown}
    </span>
  );
};
