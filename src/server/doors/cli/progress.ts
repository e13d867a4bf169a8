/** Progress of long work, on stderr: one line that rewrites itself, or now and then a line of its own. */
import type { Progress } from '../../contract/live.ts';
import { count } from '../../../views/words/format.ts';
import type { Terminal } from './terminal.ts';

export type ProgressLine = {
  readonly show: (at: Progress) => void;
  /** Takes the line away, so that what follows stands clean. */ readonly end: () => void;
};

/** Shown where stderr is a terminal, or where it was asked for; silent for work that takes less than half a second. */
export const progressLine = (terminal: Terminal, asked: boolean, now: () => number = Date.now): ProgressLine => {
  const began = now();
  let last = 0;
  let shown = '';
  const show = (at: Progress): void => {
    const time = now();
    const wait = terminal.rewrites ? 100 : 1000;
    if ((!terminal.rewrites && !asked) || time - began < (asked ? 0 : 500) || time - last < wait) return;
    last = time;
    const text = progressText(at);
    terminal.err(terminal.rewrites ? `\r${text.padEnd(shown.length)}` : `${text}\n`);
    shown = text;
  };
  return { show, end: () => (terminal.rewrites && shown !== '' ? terminal.err(`\r${' '.repeat(shown.length)}\r`) : undefined) };
};

/** "writing 42 % (420,000 of 1,000,000)". */
export const progressText = ({ phase, done, of }: Progress): string =>
  of === null || of === 0
    ? `${phase} ${count(done)}`
    : `${phase} ${Math.floor((100 * Math.min(done, of)) / of)} % (${count(done)} of ${count(of)})`;
