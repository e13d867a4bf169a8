/** The audience: segments with their sizes, and who would belong to a definition that is being written. */
import { readAudience } from '../../../facts/segments/audience.ts';
import { readMembers } from '../../../facts/segments/members.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';

export const audience: Run<'audience'> = async (world, { company }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { room, facts } = met.value;
  const standing = [...room.book().segment.values()].filter(({ retired }) => retired === null);
  const found = await readAudience(facts.engine, standing);
  return ok({ ...found, segments: found.segments.map((segment) => ({ ...segment, id: segment.id as SegmentId })) });
};

export const audiencePreview: Run<'audience preview'> = async (world, { company, of, where, limit }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const found = await readMembers(met.value.facts.engine, { of, where }, limit);
  return ok(found.ok ? { ...found.value, missing: null } : { size: null, of: 0, missing: found.refusal, columns: [], rows: [], blank: [] });
};
