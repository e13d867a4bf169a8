/**
 * Stage rules: the definitions of the funnel's stages as the journal has them, for questions to join.
 */
import type { Day } from '../../kernel/day.ts';
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';

/** One signed version, in force on days in [since, until); until null: still. */
export type StageFacts = {
  readonly version: number;
  readonly since: Day;
  readonly until: Day | null;
  /** Local day of the second signature. */
  readonly signedOn: Day;
  readonly skipped: 'passed' | 'left-out';
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly side: string;
    readonly signs: readonly { readonly sign: string; readonly names: readonly string[] }[];
  }[];
};

/** Replaces all of them. */
export const projectStages = async (tx: Tx, versions: readonly StageFacts[]): Promise<void> => {
  await tx.run('delete from stage_rule');
  await tx.run('delete from stage_policy');
  for (const { version, since, until, signedOn, skipped, stages } of versions) {
    const held = `${version}, ${lit(since)}, ${until === null ? 'null' : lit(until)}`;
    await tx.run(
      `insert into stage_policy (version, since, until, skipped, signed_on, stages) values (${held}, ${lit(skipped)}, ${lit(signedOn)}, $stages)`,
      { stages: JSON.stringify(stages.map(({ id, name, side, signs }) => ({ id, name, side, signs }))) },
    );
    const rows = stages.flatMap(({ id, name, side, signs }, i) =>
      signs.flatMap(({ sign, names }) =>
        (sign === 'stage' ? names : [null]).map(
          (spelling) =>
            `(${held}, ${lit(id)}, ${i + 1}, ${lit(name)}, ${lit(side)}, ${lit(sign)}, ${spelling === null ? 'null' : lit(spelling.trim().toLowerCase())})`,
        ),
      ),
    );
    if (rows.length > 0) await tx.run(`insert into stage_rule values ${rows.join(', ')}`);
  }
};
