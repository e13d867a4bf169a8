/** Sample size: computed off the loop, held against the audience as it is and the pace of the channel. */
import { paceOf } from '../../../facts/questions/pace.ts';
import { readMembers } from '../../../facts/segments/members.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { spreadOf } from '../../../models/verdict/spread.ts';
import { MOST, type SampleSizeInput } from '../../../models/verdict/sample-size.ts';
import { pastSpread } from '../../../views/verdict/learning.ts';
import { sampleSizeView, type Reach } from '../../../views/verdict/sample-size.ts';
import { problem } from '../../house/problems.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { learned } from './learned.ts';

export const sampleSize: Run<'sample-size'> = async (
  world,
  { company, segment, channel, kind, of, variants, measure, unit, like, within, ...asked },
  caller,
) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const input = { ...asked, kind: measure === 'ratio' ? ('mean' as const) : measure, base: asked.base ?? null, arms: variants };
  const wrong = unusable(input);
  if (wrong !== null) return wrong;
  const { engine, context, head } = reader.value;
  const audience = segment === undefined ? null : await sizeOf(reader.value, segment as SegmentId);
  if (segment !== undefined && audience === null)
    return problem('unknown-segment', `There is no segment ${segment}.`, 'lockstep audience lists the segments with their ids.');
  const there = asked.there ?? (audience?.size ? Math.min(MOST, audience.size) : null);
  const spread = input.kind === 'mean' ? await spreadFor(reader.value, asked, like) : null;
  const { scale, abort, better, error, power, minimum } = asked;
  const wanted: SampleSizeInput = {
    kind: input.kind,
    better,
    scale,
    abort,
    error,
    power,
    minimum,
    there,
    base: input.base,
    arms: variants,
    spread: spread?.spread ?? null,
  };
  const found = await world.house.offLoop.run('sample-size', wanted);
  const asksPace = channel !== undefined || kind !== undefined;
  const pace = asksPace
    ? await paceOf(engine, { asOf: head.lastDay ?? context.today }, { what: of, channel: channel ?? null, kind: kind ?? null })
    : null;
  const currency = context.book.company.get('company')?.currency ?? head.currency;
  const reach: Reach = {
    audience,
    pace: pace && { channel: channel ?? null, ...pace },
    spread,
    money: unit === 'money' || measure === 'cost',
    currency,
    within: within ?? null,
  };
  return ok(sampleSizeView(wanted, found, reach));
};

type Wanted = Pick<SampleSizeInput, 'kind' | 'scale' | 'abort' | 'better' | 'base'>;
const unusable = ({ kind, scale, abort, better, base }: Wanted) => {
  if (better === 'more' ? scale <= abort : scale >= abort)
    return problem(
      'invalid-input',
      'The scale threshold must be better than the abort threshold.',
      'Say for instance --scale 0.08 --abort 0.05.',
    );
  if (base !== null && kind === 'cost')
    return problem('invalid-input', 'Cost for each case is judged against a limit, not as a difference.', 'Leave --base away.');
  if (kind === 'share' && !(base === null ? Math.min(scale, abort) > 0 && Math.max(scale, abort) < 1 : base < 1))
    return problem('invalid-input', 'Rates lie between 0 and 1.', 'Write 8 % as 0.08.');
  if (base === null && !(Math.min(scale, abort) > 0))
    return problem('invalid-input', 'Thresholds lie above 0.', 'Say for instance --measure count --scale 0.3 --abort 0.2.');
  return null;
};

type Said = {
  readonly spread?: number | undefined;
  readonly half?: number | undefined;
  readonly ninth?: number | undefined;
  readonly paying: number;
};

/** How widely single amounts spread: as it was said, else by the amounts people know, else as campaigns by the same measure had it. */
const spreadFor = async (reader: Reader, { spread, half, ninth, paying }: Said, like: string | undefined): Promise<Reach['spread']> => {
  if (spread !== undefined) return { spread, from: 'said' };
  if (half !== undefined && ninth !== undefined && half > 0 && ninth >= half)
    return { spread: spreadOf(half, ninth, paying), from: 'amounts' };
  if (like === undefined) return null;
  const past = pastSpread(await learned(reader), like);
  return past === null ? null : { ...past, from: 'campaigns' };
};

const sizeOf = async ({ engine, context }: Reader, id: SegmentId): Promise<Reach['audience']> => {
  const segment = context.book.segment.get(id);
  if (segment === undefined || segment.retired !== null) return null;
  const found = await readMembers(engine, segment, 1);
  return { name: segment.name, size: found.ok ? found.value.size : null };
};
