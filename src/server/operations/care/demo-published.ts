/** The numbers that the demo company has published: its last two quarters that are over, by whoever holds the seat of finance. */
import { OPERATOR } from '../../../domain/decider.ts';
import type { Day } from '../../../kernel/day.ts';
import { quarterAfter, quarterOf } from '../../../kernel/fiscal.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { figuresOf } from '../../../views/published/pack.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { readerOf } from '../ask/reader.ts';
import type { Caller, World } from '../operation.ts';
import { bytesOf } from '../published/bytes.ts';
import { packOf } from '../published/pack.ts';

const BACK = 2;
const OPERATING: Caller = { kind: 'operator', signIn: null, scope: 'write', onlyCompany: null, personIn: () => OPERATOR };

/** Publishes as of `day`, with the facts as they are loaded now: what is loaded afterwards shows as a difference. */
export const publishPast = async (world: World, room: CompanyRoom, day: Day): Promise<Result<null, Problem>> => {
  const reader = await readerOf(world, room.id, OPERATING);
  if (!reader.ok) return reader;
  const { company } = Object.fromEntries(room.book().company);
  if (!company) return ok(null);
  const by = Object.entries(company.members).find(([, m]) => m.left === null && m.seats.includes('finance'))?.[0] as PersonId | undefined;
  // In the morning of that day, after what was decided before, and never in the future.
  const morning = `${day}T05:46:00.000Z`;
  const at = [room.entries().at(-1)?.stamp.at ?? morning, morning < world.now() ? morning : world.now()].toSorted().at(-1)!;
  const now = quarterOf(company.fiscal, day).id;
  for (let back = BACK; back >= 1; back--) {
    const period = quarterAfter(company.fiscal, now, -back);
    const pack = await packOf({ ...reader.value, context: { ...reader.value.context, today: day } }, period, day);
    const { json, sha256 } = bytesOf(pack);
    const landed = room.decide(
      {
        batch: `demo-published-${period.id}`,
        commands: [
          { type: 'publication/publish', period: period.id, sha256, asOf: day, figures: figuresOf(pack), why: null },
          ...(by && back === BACK ? [{ type: 'publication/sign' as const, period: period.id, edition: 1, seat: 'finance' }] : []),
        ],
        packs: [{ sha256, json }],
      },
      { by: by ?? OPERATOR, at },
    );
    if (!landed.ok) return landed;
  }
  return ok(null);
};
