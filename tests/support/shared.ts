/**
 * The one door to `shared`: real data of others, with facts computed by independent tools, and reference figures of
 * independent programs. They stand beside the repository, never in it: at LOCKSTEP_SHARED, or at ../shared.
 *
 * Where the folder is absent such tests are skipped with the reason printed. Where CI is set, its absence fails.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';

const folder = path.resolve(process.env.LOCKSTEP_SHARED ?? path.join(import.meta.dirname, '../../../shared'));
const reason = `the shared folder is not at ${folder}; LOCKSTEP_SHARED names it`;
const inCi = !['', '0', 'false'].includes(process.env.CI ?? '');

/** The path of something in the shared folder: `shared('data/maven-crm/facts.json')`. */
export const shared = (inside: string): string => path.join(folder, inside);

/** A test that reads the shared folder. */
export const testShared = (name: string, fn: (t: TestContext) => void | Promise<void>): void => {
  if (existsSync(folder)) void test(name, fn);
  else absent(name);
};

/** Tests made from what the shared folder holds: `fn` runs only where it is there. */
export const describeShared = (name: string, fn: () => void): void => {
  if (existsSync(folder)) void describe(name, fn);
  else absent(name);
};

const absent = (name: string): void => {
  if (!inCi) void test(name, { skip: reason });
  else
    void test(name, () => {
      throw new Error(reason);
    });
};
