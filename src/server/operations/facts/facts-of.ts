/** The facts of a company as an operation meets them: opened, with who does it and when, refusals put as problems. */
import { OPERATOR } from '../../../domain/decider.ts';
import type { Facts } from '../../../facts/facts.ts';
import type { Doing } from '../../../facts/loads/doing.ts';
import type { ImportRefusal } from '../../../facts/import/refusal.ts';
import { ok, refuse, type Refused, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { Caller, World } from '../operation.ts';

export type Met = { readonly room: CompanyRoom; readonly facts: Facts; readonly doing: Doing };

/** Opens the facts of a company. */
export const factsOf = async (
  world: Pick<World, 'house' | 'now' | 'progress'>,
  company: string,
  caller: Caller,
): Promise<Result<Met, Problem>> => {
  const room = world.house.company(company);
  if (!room.ok) return room;
  return ok({ room: room.value, facts: await room.value.facts(), doing: doingOf(world, company, caller) });
};

/** Who does it and when, and who is told how far it has come. */
export const doingOf = (world: Pick<World, 'now' | 'progress'>, company: string, caller: Caller): Doing => ({
  by: caller.personIn(company) ?? OPERATOR,
  at: world.now(),
  onProgress: ({ phase, done, of }) => world.progress({ phase, done, of }),
});

/** Why a file, a mapping or a load was not taken, as a problem; `detail` holds the row, the column, the questions. */
export const asProblem = ({ code, text, todo, row, column, questions }: ImportRefusal, file?: string): Refused<Problem> => {
  const detail = {
    ...(file !== undefined && { file }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(questions && { questions }),
  };
  return refuse({ code, text, todo, ...(Object.keys(detail).length > 0 && { detail }) });
};
