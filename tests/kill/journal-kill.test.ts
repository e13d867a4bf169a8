/**
 * Kill -9 in the middle of appends: nothing that was answered is lost, no batch is there by half, and the journal opens
 * and goes on. A kill counts only where the dead process had begun an append and not yet said that it was answered.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openCompanyStore, type CompanyStore } from '../../src/store/company-store.ts';
import { verifyCompany } from '../../src/store/copy.ts';
import { appended, batchOf } from './journal-child.ts';

const KILLS = 25;
const ROUNDS = 200;

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-kill-'));
after(() => rmSync(folder, { recursive: true }));

type Acknowledged = { readonly id: string; readonly first: number; readonly last: number };
/** What a killed process had said: the batches it had answers for, and the one it was in the middle of. */
type Said = { readonly acknowledged: readonly Acknowledged[]; readonly within: string | null };

/** Lets a process append until it is killed, `ms` after its first answer. */
const killed = async (file: string, run: string, ms: number): Promise<Said> => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'journal-child.ts'), file, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const begun = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (said: string) => {
      text += said;
      if (text.includes('ack ')) done();
    });
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)));
  await Promise.race([begun, ended]);
  await wait(ms);
  child.kill('SIGKILL');
  equal(await ended, 'SIGKILL', 'the process lived until it was killed');
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));
  const last = lines.at(-1)!;
  return {
    acknowledged: lines
      .filter(([what]) => what === 'ack')
      .map(([, id, first, end]) => ({ id: id!, first: Number(first), last: Number(end) })),
    within: last[0] === 'begin' ? last[1]! : null,
  };
};

const opened = (file: string): CompanyStore => {
  const store = openCompanyStore(file);
  if (!store.ok) throw new Error(store.refusal.text);
  return store.value;
};

/** The batch is there as it was sent: every event in its order, its person and its note. */
const isWhole = (store: CompanyStore, id: string): void => {
  const { entries, rows } = batchOf(id);
  const there = store.entriesOf(id);
  deepEqual(
    there.map(({ type, data }) => ({ type, data })),
    entries.map(({ type, data }) => ({ type, data })),
  );
  there.forEach(({ seq }, n) => equal(seq, there[0]!.seq + n));
  deepEqual(
    store.notes([`n_${id}`]).map(({ text }) => text),
    rows.notes!.map(({ text }) => text),
  );
};

test('kill -9 in the middle of appends loses nothing that was answered and leaves nothing by half', async (t: TestContext) => {
  const file = path.join(folder, 'company.db');
  const counts = { within: 0, between: 0, landed: 0, lost: 0, acknowledged: 0 };
  let head = 0;
  for (let round = 0; counts.within < KILLS; round++) {
    ok(round < ROUNDS, `only ${counts.within} of ${round} kills landed inside an append`);
    const { acknowledged, within } = await killed(file, `r${round}`, 1 + ((round * 37) % 97) / 2);
    const store = opened(file);

    for (const { id, first, last } of acknowledged) {
      isWhole(store, id);
      const there = store.entriesOf(id);
      deepEqual([there[0]!.seq, there.at(-1)!.seq], [first, last], `${id} stands where it was said to stand`);
    }
    const answered = acknowledged.at(-1)?.last ?? head;
    const people = new Set(store.people().map(({ id }) => id));
    if (within === null) {
      counts.between += 1;
      equal(store.head(), answered);
    } else {
      counts.within += 1;
      const landed = store.entriesOf(within).length > 0;
      counts[landed ? 'landed' : 'lost'] += 1;
      if (landed) isWhole(store, within);
      else
        deepEqual(
          [store.notes([`n_${within}`]), people.has(`p_${within}`), store.head()],
          [[], false, answered],
          'not even its rows are there',
        );
      // Whoever got no answer sends it again: it lands once, whatever had become of it.
      const again = appended(store, batchOf(within));
      equal(again.already, landed);
      isWhole(store, within);
    }
    counts.acknowledged += acknowledged.length;
    head = store.head();
    deepEqual(
      store.since(0).map(({ seq }) => seq),
      Array.from({ length: head }, (_, n) => n + 1),
      'the journal has no gap',
    );
    store.close();
    const sound = verifyCompany(file);
    equal(sound.ok && sound.value.head, head);
  }
  ok(counts.within >= 20);
  t.diagnostic(
    `${counts.within} kills inside appends (${counts.landed} had landed, ${counts.lost} had not), ${counts.between} between them; ` +
      `${counts.acknowledged} batches answered, ${head} events, none lost`,
  );
});
