/**
 * The process that is killed: it appends batch after batch and says on stdout, unbuffered, when it begins each one and
 * when the journal has answered. What it said last tells where death found it.
 */
import { writeSync } from 'node:fs';
import { random } from '../../src/kernel/random.ts';
import type { NewEntry, NewRows } from '../../src/store/company/journal.ts';
import { openCompanyStore, type CompanyStore } from '../../src/store/company-store.ts';

/** One batch: always the same for the same id, so that others can say what must be there. */
export type Batch = { readonly id: string; readonly entries: readonly NewEntry[]; readonly rows: NewRows };

/** The batch of this id: one to sixty events, and with them a person and a note that the last event names. */
export const batchOf = (id: string): Batch => {
  const chance = random(id);
  const note = `n_${id}`;
  const entries = Array.from({ length: chance.whole(1, 60) }, (_, n) => ({
    type: 'item/added',
    v: 1,
    data: { id: `w_${id}-${n}`, title: 'x'.repeat(chance.whole(0, 400)) },
  }));
  const named = { type: 'item/dropped', v: 1, data: { id: `w_${id}`, why: note }, notes: [note] };
  return {
    id,
    entries: [...entries, named],
    rows: { people: [{ id: `p_${id}`, name: `Person ${id}`, email: null }], notes: [{ id: note, text: `Because of ${id}` }] },
  };
};

/** Appends the batch after whatever stands; the places of its events, and whether it had landed before. */
export const appended = (
  store: CompanyStore,
  { id, entries, rows }: Batch,
): { readonly seqs: readonly number[]; readonly already: boolean } => {
  const answer = store.append(store.head(), entries, { batch: id, by: 'p_ana', at: '2026-02-03T08:00:00.000Z' }, rows);
  if (!answer.ok) throw new Error(`${id} was refused: ${answer.refusal.code}`);
  return answer.value;
};

const appendForEver = (file: string, run: string): void => {
  const store = openCompanyStore(file);
  if (!store.ok) throw new Error(store.refusal.text);
  for (let n = 0; ; n++) {
    const batch = batchOf(`${run}-${n}`);
    writeSync(1, `begin ${batch.id}\n`);
    const { seqs } = appended(store.value, batch);
    writeSync(1, `ack ${batch.id} ${seqs[0]} ${seqs.at(-1)}\n`);
  }
};

if (import.meta.main) appendForEver(process.argv[2]!, process.argv[3]!);
