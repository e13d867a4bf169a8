/**
 * Kill -9 in the middle of imports: what was answered is there, whole; of the import that death interrupted there is
 * all or nothing; its file, its held rows and the folder are as the ledger says. A kill counts only where the dead process
 * had begun an import and not yet said that it had landed.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openFacts, type Facts } from '../../src/facts/facts.ts';
import { random } from '../../src/kernel/random.ts';
import { doStep, stepsDone } from './import-child.ts';

const KILLS = 20;
const ROUNDS = 120;

const dir = mkdtempSync(path.join(tmpdir(), 'lockstep-kill-import-'));
after(() => rmSync(dir, { recursive: true }));

/** What a killed process had said: the last step it had an answer for (0: none), and the one it was in the middle of. */
type Said = { readonly acknowledged: number; readonly within: number | null };

/** Lets a process import until it is killed, `ms` after it has begun. */
const killed = async (folder: string, ms: number): Promise<Said> => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'import-child.ts'), folder, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const begun = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (said: string) => {
      text += said;
      if (text.includes('begin ')) done();
    });
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)));
  await Promise.race([begun, ended]);
  await wait(ms);
  child.kill('SIGKILL');
  equal(await ended, 'SIGKILL', 'the process lived until it was killed');
  const lines = text.split('\n').filter((line) => line !== '');
  const step = (line: string | undefined): number => Number(line?.split(' ')[1] ?? 0);
  const last = lines.at(-1)!;
  return { acknowledged: step(lines.findLast((line) => line.startsWith('ack '))), within: last.startsWith('begin ') ? step(last) : null };
};

const hashOf = async (facts: Facts): Promise<string> => {
  const hash = createHash('sha256');
  for await (const lines of facts.dump()) hash.update(lines);
  return hash.digest('hex');
};

/** What the facts must be after each number of steps, found out by a store that nobody kills. */
const truth = async (): Promise<{ readonly after: (steps: number) => Promise<string>; readonly close: () => Promise<void> }> => {
  const facts = await openFacts({ folder: path.join(dir, 'truth') });
  const hashes = [await hashOf(facts)];
  return {
    after: async (steps) => {
      while (hashes.length <= steps) {
        await doStep(facts, dir, hashes.length);
        hashes.push(await hashOf(facts));
      }
      return hashes[steps]!;
    },
    close: () => facts.close(),
  };
};

test('kill -9 in the middle of imports loses nothing that was answered and leaves no half load', async (t: TestContext) => {
  const folder = path.join(dir, 'company');
  const { after: expected, close } = await truth();
  const { whole } = random('import-kill');
  // Death comes at any moment of a step, as long as steps take here and now.
  const from = performance.now();
  await expected(2);
  const step = (performance.now() - from) / 2;
  const counts = { within: 0, between: 0, landed: 0, lost: 0 };
  let answered = 0;
  for (let round = 0; counts.within < KILLS && round < ROUNDS; round++) {
    const { acknowledged, within } = await killed(folder, whole(0, Math.ceil(step * 3)));
    answered = Math.max(answered, acknowledged);
    const facts = await openFacts({ folder });
    const steps = await stepsDone(facts);
    ok(steps === answered || steps === within, `after ${steps} steps, ${answered} answered, within ${within}`);
    equal(await hashOf(facts), await expected(steps), `the facts after ${steps} steps`);
    await asLedgerSays(facts, folder);
    await facts.close();
    if (within === null) counts.between += 1;
    else {
      counts.within += 1;
      if (steps === within) counts.landed += 1;
      else counts.lost += 1;
    }
    answered = steps;
  }
  await close();
  t.diagnostic(JSON.stringify(counts));
  ok(counts.within >= KILLS, `${counts.within} of ${KILLS} kills found an import under way`);
});

/** Every load's file is kept; held rows stand in the ledger and in their file; no piece of an import lies about. */
const asLedgerSays = async (facts: Facts, folder: string): Promise<void> => {
  const loads = await facts.loads();
  for (const { n, sha256, heldRows, rows, loadedRows } of loads) {
    ok(existsSync(path.join(folder, 'imports', sha256)), `the file of load ${n} is kept`);
    equal((await facts.held(n)).length, heldRows);
    equal(facts.rejectsPath(n) !== null, heldRows > 0, `the held rows of load ${n} can be downloaded`);
    equal(rows, loadedRows + heldRows);
  }
  const files = (name: string): string[] => (existsSync(path.join(folder, name)) ? readdirSync(path.join(folder, name)) : []);
  deepEqual(
    files('rejects').toSorted(),
    loads
      .filter(({ heldRows }) => heldRows > 0)
      .map(({ n }) => `${n}.csv`)
      .toSorted(),
  );
  deepEqual(
    files('imports').filter((file) => file.endsWith('.part')),
    [],
  );
};
