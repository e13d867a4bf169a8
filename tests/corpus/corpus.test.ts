/** Every file of the corpus: imported to the cent, or refused with the way to mend it. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { ENTITIES } from '../../src/facts/import/entities.ts';
import type { Entity } from '../../src/facts/import/mapping.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { DOING, factsFolder, good } from '../support/facts-folder.ts';
import type { CorpusFile, Refused, Yields } from './corpus.ts';
import { FAMILIES } from './families.ts';

const at = (folder: string, file: string): string => path.join(import.meta.dirname, folder, file);

for (const { folder, files } of FAMILIES) {
  test(`corpus, ${folder}: every file is named, and every name is a file`, () => {
    assert.deepEqual(
      readdirSync(at(folder, ''))
        .filter((name) => name !== `${folder}.ts`)
        .toSorted(),
      [...new Set(files.map(({ file }) => file))].toSorted(),
    );
  });
  for (const one of files) test(`corpus, ${folder}/${one.file}: ${one.is}`, (t) => hold(t, folder, one));
}

test('the corpus folder holds nothing but its families', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map(({ name }) => name).toSorted(), FAMILIES.map(({ folder }) => folder).toSorted());
});

const hold = async (t: TestContext, folder: string, one: CorpusFile): Promise<void> => {
  const { facts } = await factsFolder(t);
  const file = { path: at(folder, one.file), name: one.file };
  const looked = await facts.preview(file, one.wish ?? {});
  const loaded = await facts.load(file, one.wish ?? {}, DOING);
  if ('refused' in one) {
    if (loaded.ok) assert.fail(`loaded, and was to be refused: ${loaded.value.text}`);
    refusedWell(one.refused, loaded.refusal);
    assert.deepEqual(await rowsOf(facts), {}, 'a refused file writes nothing');
    return;
  }
  assert.ok(looked.ok, 'a file that can be loaded can be looked at');
  const load = good(loaded);
  assert.deepEqual(load.counts, looked.value.counts, 'the preview said what would happen');
  await yieldsAll(
    facts,
    load.n,
    one.yields,
    load.findings.map(({ code }) => code),
  );
  // Taking it back leaves nothing; taken again, it is the same.
  good(await facts.revert(load.n, DOING));
  assert.deepEqual(await rowsOf(facts), {}, 'a load that is taken back leaves nothing');
};

const refusedWell = ({ code, mend }: Refused, refusal: { readonly code: string; readonly text: string; readonly todo: string }): void => {
  assert.equal(refusal.code, code, `${refusal.code}: ${refusal.text} ${refusal.todo}`);
  assert.match(refusal.todo, mend);
};

const yieldsAll = async (facts: Facts, n: number, yields: Yields, findings: readonly string[]): Promise<void> => {
  assert.deepEqual(await rowsOf(facts), yields.rows);
  if (yields.minor) assert.deepEqual(await sumsOf(facts), yields.minor);
  if (yields.entered) {
    const entered = await facts.engine.read<{ stage: string; n: number }>('select stage, count(*) as n from stage_entry group by 1');
    assert.deepEqual(Object.fromEntries(entered.map(({ stage, n: rows }) => [stage, rows])), yields.entered);
  }
  assert.deepEqual(
    (await facts.held(n)).map(({ line }) => line),
    yields.held ?? [],
  );
  for (const code of yields.findings ?? []) assert.ok(findings.includes(code), `finding ${code} among ${findings.join(', ')}`);
  for (const [sql, is] of Object.entries(yields.also ?? {})) {
    const [row] = await facts.engine.read<{ [column: string]: unknown }>(sql);
    assert.equal(row ? String(Object.values(row)[0]) : null, is === null ? 'null' : String(is), sql);
  }
};

const rowsOf = async (facts: Facts): Promise<{ readonly [entity: string]: number }> => {
  const counts: { [entity: string]: number } = {};
  for (const entity of Object.keys(ENTITIES) as Entity[]) {
    const [row] = await facts.engine.read<{ n: number }>(`select count(*) as n from ${entity}`);
    if (row!.n > 0) counts[entity] = row!.n;
  }
  return counts;
};

const sumsOf = async (facts: Facts): Promise<{ readonly [of: string]: number }> => {
  const sums: { [of: string]: number } = {};
  for (const entity of ['opportunity', 'spend'] as const)
    for (const { currency, minor } of await facts.engine.read<{ currency: string | null; minor: number }>(
      `select currency, sum(amount_minor)::bigint as minor from ${entity} where amount_minor is not null group by 1`,
    ))
      sums[`${entity} ${currency ?? '-'}`] = minor;
  return sums;
};
