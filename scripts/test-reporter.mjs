/**
 * What `npm test` prints: a line for each file that has a process of its own, each failure in full, each skipped test
 * with its reason. Node's closing lines are left out, since test.mjs adds the groups up and prints one summary.
 *
 * Writes what it counted to the file named by LOCKSTEP_TEST_COUNTS.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[], reasons: string[], empty: string[], complete: boolean }} Counts */

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [], reasons: [], empty: [], complete: false };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && data.file) yield `  ℹ ${data.message}\n`;
    if (type === 'test:pass' && isWholeFile(data)) counts.empty.push(data.name);
    if (type === 'test:pass' && data.skip !== undefined) {
      const reason = typeof data.skip === 'string' && data.skip ? data.skip : 'no reason given';
      counts.reasons.push(reason);
      yield `  – ${data.name} (skipped: ${reason})\n`;
    }
    if (type === 'test:fail' && data.details.type !== 'suite' && data.todo === undefined) {
      counts.failures.push(`${data.name} (${placeOf(data)})`);
      yield `✖ ${data.name} (${placeOf(data)})\n${indented(inspect(data.details.error?.cause ?? data.details.error, { colors: process.stdout.isTTY }))}\n`;
    }
    if (type === 'test:summary' && data.file) {
      const { passed, failed, cancelled, skipped } = data.counts;
      const numbers = [`${passed} passed`, failed + cancelled > 0 && `${failed + cancelled} failed`, skipped > 0 && `${skipped} skipped`];
      yield `${data.success ? '✔' : '✖'} ${path.relative('', data.file)}: ${numbers.filter(Boolean).join(', ')} (${(data.duration_ms / 1000).toFixed(1)} s)\n`;
    }
    if (type === 'test:summary' && !data.file) {
      const { passed, failed, cancelled, skipped } = data.counts;
      Object.assign(counts, { passed: passed - counts.empty.length, failed: failed + cancelled, skipped, complete: true });
    }
  }
  if (process.env.LOCKSTEP_TEST_COUNTS) writeFileSync(process.env.LOCKSTEP_TEST_COUNTS, JSON.stringify(counts));
}

/** A file without any test comes as one passed test that is called after the file. @param {any} data */
const isWholeFile = ({ name, file, nesting }) => nesting === 0 && file !== undefined && path.resolve(name) === file;

/** @param {any} data */
const placeOf = ({ file, entryFile, line }) =>
  file ? `${path.relative('', file)}:${line}` : path.relative('', entryFile ?? '') || 'no file';

/** @param {string} text */
const indented = (text) => text.replace(/^/gm, '    ');
