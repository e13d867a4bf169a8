/** Sample size: computed off the loop, held against the audience as it is and the pace of the channel. */
import { paceOf } from '../../../facts/questions/pace.ts';
import { readMembers } from '../../../facts/segments/members.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { MOST, type SampleSizeInput } from '../../../models/verdict/sample-size.ts';
import { sampleSizeView, type Reach } from '../../../views/verdict/sample-size.ts';
import { problem } from '../../house/problems.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import type { Run } from '../operation.ts';

export const sampleSize: Run<'sample-size'> = async (world, { company, segment, channel, kind, of, variants, ...asked }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { scale, abort, better } = asked;
  const base = asked.base ?? null;
  if (better === 'more' ? scale <= abort : scale >= abort)
    return problem(
      'invalid-input',
      'The scale threshold must be better than the abort threshold.',
      'Say for instance --scale 0.08 --abort 0.05.',
    );
  if (base === null && !(Math.min(scale, abort) > 0 && Math.max(scale, abort) < 1))
    return problem('invalid-input', 'Rates lie between 0 and 1.', 'Write 8 % as 0.08.');
  const { engine, context, head } = reader.value;
  const audience = segment === undefined ? null : await sizeOf(reader.value, segment as SegmentId);
  if (segment !== undefined && audience === null)
    return problem('unknown-segment', `There is no segment ${segment}.`, 'lockstep audience lists the segments with their ids.');
  const there = asked.there ?? (audience?.size ? Math.min(MOST, audience.size) : null);
  const input: SampleSizeInput = { ...asked, base, arms: variants, there };
  const found = await world.house.offLoop.run('sample-size', input);
  const asksPace = channel !== undefined || kind !== undefined;
  const pace = asksPace
    ? await paceOf(engine, { asOf: head.lastDay ?? context.today }, { what: of, channel: channel ?? null, kind: kind ?? null })
    : null;
  return ok(sampleSizeView(input, found, { audience, pace: pace && { channel: channel ?? null, ...pace } }));
};

const sizeOf = async ({ engine, context }: Reader, id: SegmentId): Promise<Reach['audience']> => {
  const segment = context.book.segment.get(id);
  if (segment === undefined || segment.retired !== null) return null;
  const found = await readMembers(engine, segment, 1);
  return { name: segment.name, size: found.ok ? found.value.size : null };
};
