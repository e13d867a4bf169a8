/**
 * Copies of a facts file: made while it is in use, and checked before anything trusts them.
 *
 * The engine copies itself, through its own writer queue: reading the file's bytes in the process that has it open
 * would let its lock go when they are closed, and could meet a half-written page.
 */
import { rm } from 'node:fs/promises';
import { openEngine, type Engine } from './engine.ts';

/** Copies everything committed to a file at `to`, replacing what is there. */
export const copyFacts = async (engine: Engine, to: string): Promise<void> => {
  await Promise.all([rm(to, { force: true }), rm(`${to}.wal`, { force: true })]);
  await engine.alone(async (tx) => {
    const [own] = await tx.read<{ readonly name: string }>('select current_database() as name');
    await tx.run(`attach '${to.replaceAll("'", "''")}' as copy_of_facts`);
    try {
      await tx.run(`copy from database "${own!.name.replaceAll('"', '""')}" to copy_of_facts`);
    } finally {
      await tx.run('detach copy_of_facts');
    }
  });
};

/** What a sound facts file holds: how many loads stand in its ledger; otherwise why it cannot be read. */
export type SoundFacts = { readonly loads: number } | { readonly fault: string };

/** Opens a facts file that nobody else has open, and reads every table to its end. */
export const verifyFacts = async (file: string): Promise<SoundFacts> => {
  try {
    const engine = await openEngine(file);
    try {
      const tables = await engine.read<{ readonly name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'main' and table_type = 'BASE TABLE'",
      );
      for (const { name } of tables) await engine.read(`select bit_xor(hash(t))::varchar as seen from "${name}" t`);
      const [row] = await engine.read<{ readonly n: number }>('select count(*) as n from load');
      return { loads: row!.n };
    } finally {
      await engine.close();
    }
  } catch (fault) {
    return { fault: (fault as Error).message.split('\n')[0]! }; // the engine's only way of saying that a file is damaged
  }
};
