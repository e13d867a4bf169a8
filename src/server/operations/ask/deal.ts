/** One deal, back-tracked: touches, campaigns, the request that caused it, the objective it served. */
import { dealStages } from '../../../facts/questions/deal-rows.ts';
import { askRemembered } from '../../../facts/questions/remembered.ts';
import { ok } from '../../../kernel/result.ts';
import { dealView } from '../../../views/deal/build.ts';
import type { Run } from '../operation.ts';
import { asProblem } from './as-problem.ts';
import { dealFacts, type FoundDeal } from './deal-facts.ts';
import { readerOf } from './reader.ts';
import { rowsIn } from './tables.ts';

export const deal: Run<'deal'> = async (world, { company, id }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { engine, context } = reader.value;
  const raw = await askRemembered(engine, 'touches', { id, today: context.today });
  if (!raw.ok)
    return raw.refusal.code === 'unknown-deal'
      ? {
          ok: false,
          refusal: {
            code: 'no-such-deal',
            text: raw.refusal.text,
            todo: 'lockstep deals lists them; --search finds one by its name or account.',
            detail: { found: id, choices: raw.refusal.choices ?? [] },
          },
        }
      : asProblem(raw.refusal);
  const [found] = rowsIn<FoundDeal>(raw.value, 'deal');
  const stages = await dealStages(engine, found!, raw.value);
  return ok(dealView(dealFacts(raw.value, stages), context));
};
