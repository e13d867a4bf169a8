/**
 * Place: where files are read for a company: its own facts, or, for a company that is not there yet, a scratch
 * folder that is thrown away. What is found out in a scratch place writes nothing to the house.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFacts, type Facts, type ImportWish } from '../../../facts/facts.ts';
import { CALENDAR_YEAR } from '../../../kernel/fiscal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Caller, Input, World } from '../operation.ts';
import { factsOf } from './facts-of.ts';
import { savedMappings } from './saved.ts';

export type Asked = Pick<Input<'import'>, 'company' | 'answers'> &
  Partial<Pick<Input<'import'>, 'foundAs' | 'mapping' | 'edited' | 'currency' | 'timeZone' | 'sheet' | 'source'>>;
export type Place = {
  readonly facts: Facts;
  readonly wish: ImportWish;
  readonly isNew: boolean;
  readonly leave: () => Promise<void>;
};

/** The place to read files for `asked.company`, with what was said beside them. */
export const placeFor = async (
  world: Pick<World, 'house' | 'now' | 'progress'>,
  asked: Asked,
  caller: Caller,
): Promise<Result<Place, Problem>> => {
  if (!world.house.has(asked.company) && asked.foundAs !== undefined) return ok(await scratch(asked));
  const met = await factsOf(world, asked.company, caller);
  if (!met.ok) return met;
  const saved = savedMappings(met.value.room);
  const named = saved.find((mapping) => mapping.name === asked.mapping);
  if (asked.mapping !== undefined && !named)
    return problem(
      'no-such-mapping',
      `There is no saved mapping "${asked.mapping}".`,
      saved.length > 0 ? `There is: ${saved.map((m) => m.name).join(', ')}.` : 'None is saved yet: import with --save-as NAME keeps one.',
    );
  const { currency = null, zone = 'UTC' } = met.value.room.book().company.get('company') ?? {};
  return ok({
    facts: met.value.facts,
    wish: { ...wishOf(asked), saved, otherwise: { currency, zone }, ...(named && { mapping: named }) },
    isNew: false,
    leave: async () => undefined,
  });
};

const scratch = async (asked: Asked): Promise<Place> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-preview-'));
  const facts = await openFacts({ folder });
  await facts.project({
    company: {
      name: asked.foundAs ?? asked.company,
      zone: asked.timeZone ?? 'UTC',
      currency: asked.currency ?? null,
      lookBackDays: 365,
      ...CALENDAR_YEAR,
    },
    campaigns: [],
    items: [],
    outcomes: [],
    segments: [],
    rates: [],
    costs: null,
    entries: [],
  });
  return {
    facts,
    wish: wishOf(asked),
    isNew: true,
    leave: async () => {
      await facts.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const wishOf = ({ edited, currency, timeZone, sheet, source, answers }: Asked): ImportWish => ({
  ...(edited && { mapping: edited }),
  ...(currency !== undefined && { currency }),
  ...(timeZone !== undefined && { zone: timeZone }),
  ...(sheet !== undefined && { sheet }),
  ...(source !== undefined && { src: source }),
  answers,
});
