/** The thread of one quarter, walked up from closed revenue or down from what was agreed. */
import { ok } from '../../../kernel/result.ts';
import { threadView } from '../../../views/thread/build.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { periodOf, readerOf } from './reader.ts';
import { threadFacts, walkOf } from './thread-facts.ts';

export const thread: Run<'thread'> = async (world, { company, direction, period: asked, objective }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { context } = reader.value;
  if (objective !== undefined && !context.book.objective.has(objective as `o_${string}`))
    return problem('not-there', `There is no objective "${objective}".`, 'lockstep thread --direction down shows those there are.', {
      found: objective,
      choices: [...context.book.objective.keys()],
    });
  const period = periodOf(reader.value, asked);
  if (!period.ok) return period;
  const walk = await walkOf(reader.value, period.value);
  return ok(threadView(direction, threadFacts(walk), { ...context, period: period.value }, objective));
};
