/** A company's facts in a folder of their own, for a test: files to import, results that must be good, dumps to compare. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { openFacts, type Facts, type FileReceived, type ImportWish } from '../../src/facts/facts.ts';
import type { ImportRefusal } from '../../src/facts/import/refusal.ts';
import type { Loaded, Preview } from '../../src/facts/loads/report.ts';
import type { Result } from '../../src/kernel/result.ts';

/** Who loads, and when. */
export const DOING = { by: 'p_test', at: '2026-11-21T10:00:00.000Z' };

export type Folder = {
  readonly facts: Facts;
  readonly folder: string;
  /** Writes a file outside the company's folder. */
  readonly file: (name: string, content: string | Uint8Array) => FileReceived;
  readonly preview: (name: string, content: string | Uint8Array, wish?: ImportWish) => Promise<Preview>;
  readonly load: (name: string, content: string | Uint8Array, wish?: ImportWish) => Promise<Loaded>;
  /** The refusal of a load that must not be taken. */
  readonly refused: (name: string, content: string | Uint8Array, wish?: ImportWish) => Promise<ImportRefusal>;
  readonly dump: () => Promise<string>;
};

/** Opens facts in a new folder; both are gone when the test ends. */
export const factsFolder = async (t: Pick<TestContext, 'after'>): Promise<Folder> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'lockstep-facts-'));
  const folder = path.join(dir, 'company');
  const facts = await openFacts({ folder });
  t.after(async () => {
    await facts.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const file: Folder['file'] = (name, content) => {
    writeFileSync(path.join(dir, name), content);
    return { path: path.join(dir, name), name };
  };
  return {
    facts,
    folder,
    file,
    preview: async (name, content, wish = {}) => good(await facts.preview(file(name, content), wish)),
    load: async (name, content, wish = {}) => good(await facts.load(file(name, content), wish, DOING)),
    refused: async (name, content, wish = {}) => {
      const result = await facts.load(file(name, content), wish, DOING);
      if (result.ok) throw new Error(`loaded, and was to be refused: ${result.value.text}`);
      return result.refusal;
    },
    dump: () => dumpOf(facts),
  };
};

/** Runs `work` with a folder that is gone afterwards: for one run of a property. */
export const inFolder = async <T>(work: (folder: Folder) => Promise<T>): Promise<T> => {
  const ends: (() => unknown)[] = [];
  try {
    return await work(await factsFolder({ after: (end) => void ends.push(end as () => unknown) }));
  } finally {
    for (const end of ends) await end();
  }
};

/** The value of a result; a refusal fails the test with its own words. */
export const good = <T>(result: Result<T, ImportRefusal>): T => {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.text} ${result.refusal.todo}`);
  return result.value;
};

export const dumpOf = async (facts: Facts): Promise<string> => {
  const parts: string[] = [];
  for await (const lines of facts.dump()) parts.push(lines);
  return parts.join('');
};
