/** What waits for a person's word about who is who, and what was decided. */
import { handleText } from '../../../facts/identity/handle.ts';
import { identityReview as review } from '../../../facts/identity/review.ts';
import { ok } from '../../../kernel/result.ts';
import { readerOf } from '../ask/reader.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';

export const identityReview: Run<'identity review'> = async (world, { company, most, from }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { head, engine, context } = reader.value;
  const [{ proposals, total }, decisions] = await Promise.all([
    review(engine, head.currency, { most, from }),
    met.value.facts.identityDecisions(),
  ]);
  return ok({
    currency: head.currency,
    total,
    from,
    proposals: proposals.map((one) => ({ ...one, a: handleText(one.a), b: handleText(one.b) })),
    decisions: decisions.map((one) => ({
      ...one,
      a: handleText(one.a),
      b: handleText(one.b),
      by: context.nameOf(one.by as `p_${string}`),
      revokedBy: one.revokedBy === null ? null : context.nameOf(one.revokedBy as `p_${string}`),
    })),
  });
};
