/** The numbers on Home: outcomes now against target, what the work did. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import { factsOf } from '../facts/facts-of.ts';
import { outcomesNow } from './home-outcomes.ts';
import { stripOf } from './home-strip.ts';
import { wonOf } from './home-won.ts';
import { periodOf, readerOf } from './reader.ts';
import { answerOf } from './tables.ts';
import { walkOf } from './thread-facts.ts';

export const home: Run<'home'> = async (world, { company, period: asked }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const reader = found.value;
  const period = periodOf(reader, asked);
  if (!period.ok) return period;
  const [walk, outcomes, deals, loads] = await Promise.all([
    walkOf(reader, period.value),
    outcomesNow(reader),
    answerOf(reader, 'deals', {}),
    met.value.facts.loads(),
  ]);
  const standing = loads.filter((load) => load.revertedAt === null);
  return ok({
    period: period.value.id,
    asOf: reader.head.asOf,
    loadedAt:
      standing
        .map((load) => load.loadedAt)
        .toSorted()
        .at(-1) ?? null,
    loads: reader.head.loads,
    outcomes,
    strip: stripOf(reader, walk, period.value),
    won: wonOf(reader, walk, period.value, deals.total.n),
  });
};
