/** Timer of a step: runs for its minutes, can be paused and extended. Told by events alone, so every screen shows the same. */
import { epochOf, type Instant } from '../../kernel/zone.ts';

export type Timer = {
  readonly startedAt: Instant;
  /** Minutes of the step, with what it was extended by. */
  readonly minutes: number;
  /** Milliseconds it stood still before it ran on. */
  readonly stoodMs: number;
  /** Since when it stands still; null while it runs. */
  readonly pausedAt: Instant | null;
};

export const started = (at: Instant, minutes: number): Timer => ({ startedAt: at, minutes, stoodMs: 0, pausedAt: null });
export const paused = (timer: Timer, at: Instant): Timer => ({ ...timer, pausedAt: at });
export const resumed = ({ pausedAt, ...timer }: Timer, at: Instant): Timer => ({
  ...timer,
  stoodMs: timer.stoodMs + (pausedAt === null ? 0 : Math.max(0, epochOf(at) - epochOf(pausedAt))),
  pausedAt: null,
});

/** Milliseconds left at this moment; below 0 when the step runs over. */
export const leftMs = ({ startedAt, minutes, stoodMs, pausedAt }: Timer, now: Instant): number =>
  epochOf(startedAt) + minutes * 60_000 + stoodMs - epochOf(pausedAt ?? now);
