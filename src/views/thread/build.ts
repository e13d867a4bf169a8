/** The thread view, in either direction. */
import { quarterAfter } from '../../kernel/fiscal.ts';
import type { Context } from './context.ts';
import { walkDown } from './down.ts';
import type { ThreadFacts, ThreadView } from './thread.ts';
import { walkUp } from './up.ts';

/** Walks the thread of one period. `objective` narrows a walk down; it means nothing going up. */
export const threadView = (direction: 'down' | 'up', facts: ThreadFacts, ctx: Context, objective?: string): ThreadView => {
  const fiscal = ctx.book.company.get('company')!.fiscal;
  return {
    direction,
    period: { ...ctx.period, before: quarterAfter(fiscal, ctx.period.id, -1).id, after: quarterAfter(fiscal, ctx.period.id, 1).id },
    ...(direction === 'up' ? walkUp(facts, ctx) : walkDown(facts, ctx, objective)),
  };
};
