/** One thing that is being done at the server: whether it runs, and what became of it. */
import { useCallback, useRef, useState } from 'react';
import { problemOf, type Problem } from './problem.ts';

export type Doing = { readonly run: () => void; readonly busy: boolean; readonly problem: Problem | null; readonly clear: () => void };

/** Runs `work` once at a time; a problem stays until the next try. */
export const useDoing = (work: () => Promise<unknown>): Doing => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const run = (): void => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    work()
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  };
  return { run, busy, problem, clear: useCallback(() => setProblem(null), []) };
};
