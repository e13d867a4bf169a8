/**
 * Files of every kind of the corpus, in any order: no number changes where they agree; where two disagree, the same
 * conflict is listed whichever came first.
 *
 * A family is one source, as a company has one CRM. Of what is only sent whole (ad cost, web analytics) the later file
 * speaks alone for its days, so there each file is a source of its own; that order is tested where it is meant
 * (src/facts/loads/parts.test.ts). Files that are only ugly are left out: some have the same columns and say less than others,
 * and a file of which nobody says the currency is read as the last one like it. The list of stages says what ids mean and is loaded first, as a folder's plan does.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOING, good, inFolder } from '../support/facts-folder.ts';
import type { CorpusFile } from './corpus.ts';
import { FAMILIES } from './families.ts';

const WHOLE = ['ad-warehouse', 'ga4', 'google-ads', 'linkedin-ads', 'meta-ads', 'microsoft-ads'];
const FIRST = 'warehouse-deal-pipeline-stage.csv';

type One = { readonly name: string; readonly src: string; readonly path: string; readonly of: CorpusFile };
const ALL: readonly One[] = FAMILIES.filter(({ folder }) => folder !== 'ugly').flatMap(({ folder, files }) =>
  files
    .filter((of) => 'yields' in of)
    .map((of) => ({
      name: of.wish?.sheet ? `${of.file}, ${of.wish.sheet}` : of.file,
      src: WHOLE.includes(folder) ? `${folder} ${of.file}` : folder,
      path: path.join(import.meta.dirname, folder, of.file),
      of,
    })),
);
const KINDS = new Set(ALL.flatMap(({ of }) => ('yields' in of ? Object.keys(of.yields.rows) : [])));

const after = (order: readonly One[]): Promise<{ readonly dump: string; readonly conflicts: readonly string[] }> =>
  inFolder(async ({ facts, dump }) => {
    const sorted = order.toSorted((a, b) => Number(b.of.file === FIRST) - Number(a.of.file === FIRST));
    for (const { path: file, src, of } of sorted) good(await facts.load({ path: file, name: of.file }, { ...of.wish, src }, DOING));
    const conflicts = (await facts.conflicts()).map(({ entity, id, field, was, isNow }) =>
      [entity, id, field, ...[was, isNow].map(String).toSorted()].join(' | '),
    );
    return { dump: await dump(), conflicts: conflicts.toSorted() };
  });

test('the corpus has files of every kind of rows but those that no file of these tools holds', () => {
  assert.deepEqual([...KINDS].toSorted(), [
    'account',
    'campaign_record',
    'contact',
    'deal_change',
    'lead',
    'lookup',
    'opportunity',
    'opportunity_contact',
    'spend',
    'stage_entry',
    'touch',
    'visitor_link',
  ]);
});

test('property: files of all kinds give the same facts and the same conflicts in any order', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .shuffledSubarray([...ALL], { minLength: 8, maxLength: 14 })
        .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
      async ([one, other]) => {
        const [a, b] = [await after(one), await after(other)];
        assert.deepEqual(b.conflicts, a.conflicts, `${names(one)}\nand\n${names(other)}`);
        if (a.conflicts.length === 0) assert.equal(b.dump, a.dump, `${names(one)}\nand\n${names(other)}`);
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
});

const names = (order: readonly One[]): string => order.map(({ name, src }) => `${src}: ${name}`).join('; ');

test('every file of the corpus at once, forwards and backwards', { timeout: 900_000 }, async () => {
  const [a, b] = [await after(ALL), await after(ALL.toReversed())];
  assert.deepEqual(b.conflicts, a.conflicts);
  const lines = (dump: string): string[] => dump.split('\n');
  const clashes = new Set(a.conflicts.map((one) => one.split(' | ')[1]!));
  const differ = lines(b.dump).filter((line) => !lines(a.dump).includes(line));
  for (const line of differ)
    assert.ok(
      [...clashes].some((id) => line.includes(id)),
      `differs without a conflict: ${line}`,
    );
});
