/**
 * Rules that look across areas: what an area further right has agreed may forbid what an area to its
 * left would allow. They stand here, not in the areas, so that arrows inside the domain stay one way.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OutcomeId } from '../kernel/ids.ts';
import type { Book, Command } from './book.ts';
import { current, isLocked } from './guidepoint/guidepoint.ts';

export type GuardRefusal = { readonly code: 'agreed-in-guidepoint'; readonly outcome: OutcomeId; readonly period: string };

/** An outcome of a locked Guidepoint moves only through that Guidepoint. */
export const guard = (book: Book, command: Command): Result<null, GuardRefusal> => {
  if (command.type !== 'outcome/move-target' && command.type !== 'outcome/retire') return ok(null);
  for (const g of book.guidepoint.values()) {
    if (isLocked(g) && current(g).outcomes.some((o) => o.outcome === command.id))
      return refuse({ code: 'agreed-in-guidepoint', outcome: command.id, period: g.period });
  }
  return ok(null);
};
