/**
 * The process that is killed: it imports file after file and says on stdout, unbuffered, when it begins each one and
 * when it was told that the load had landed. What it said last tells where death found it.
 */
import { writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { openFacts, type Facts } from '../../src/facts/facts.ts';

const ROWS = 4000;
const HELD = 5;
export const DOING = { by: 'p_ana', at: '2026-02-03T08:00:00.000Z' };

/**
 * Import number `n`, always the same: half its deals are those of the import before it, said anew in part; a few rows
 * are wrong and are held. Every seventh step takes a load back instead.
 */
export const stepOf = (n: number): { readonly csv: string } | { readonly revert: number } => {
  if (n % 7 === 0) return { revert: n - 4 };
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const id = (n * ROWS) / 2 + i;
    return `d${id},${id % 3 === 0 ? 'Lost' : 'Won'},${(id + n) % 5},${i % (ROWS / HELD) === 1 ? '2026-02-30' : '2026-02-03'},${n % 2 === 0 ? '' : `region ${id % 4}`}`;
  });
  return { csv: `deal_id,deal_stage,amount,close_date,${n % 3 === 0 ? 'size' : 'region'}\n${lines.join('\n')}\n` };
};

/** Does step `n` in a folder; `dir` takes the file. */
export const doStep = async (facts: Facts, dir: string, n: number): Promise<void> => {
  const step = stepOf(n);
  const file = { path: path.join(dir, `step-${n}.csv`), name: `step-${n}.csv` };
  if ('csv' in step) writeFileSync(file.path, step.csv);
  const result =
    'csv' in step ? await facts.load(file, { currency: 'EUR' }, DOING) : await facts.revert(await loadOf(facts, step.revert), DOING);
  if (!result.ok) throw new Error(`step ${n} was refused: ${result.refusal.code} ${result.refusal.text}`);
};

/** The load that a step made. */
const loadOf = async (facts: Facts, step: number): Promise<number> =>
  (await facts.loads()).find(({ file }) => file === `step-${step}.csv`)?.n ?? 0;

/** How many steps a folder has seen, by its ledger. */
export const stepsDone = async (facts: Facts): Promise<number> => {
  const loads = await facts.loads();
  const imports = loads.map(({ file }) => Number(/\d+/.exec(file)![0]));
  const reverts = loads.filter(({ revertedAt }) => revertedAt !== null).map(({ file }) => Number(/\d+/.exec(file)![0]) + 4);
  return Math.max(0, ...imports, ...reverts);
};

const importForEver = async (folder: string, dir: string): Promise<void> => {
  const facts = await openFacts({ folder });
  writeSync(1, 'open\n');
  for (let n = (await stepsDone(facts)) + 1; ; n++) {
    writeSync(1, `begin ${n}\n`);
    await doStep(facts, dir, n);
    writeSync(1, `ack ${n}\n`);
  }
};

if (import.meta.main) await importForEver(process.argv[2]!, process.argv[3]!);
