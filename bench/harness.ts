/**
 * `npm run bench`: each bench/*.bench.ts in a process of its own, then one table. `npm run bench -- import journal` runs
 * those whose file name contains a word.
 *
 * A bench exports `name` and `run()`, which answers with figures. A figure that misses its goal fails the run. All
 * figures, with the machine they were taken on, go to bench-results/ as JSON.
 */
import { fork } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One number that was measured; `atMost` and `atLeast` are its goal. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'companies' | 's' | 'ms' | 'KB' | 'MB' | 'rows/s' | 'rows' | '×' | '%';
  readonly atMost?: number;
  readonly atLeast?: number;
};

/** What a bench file exports. */
export type Bench = { readonly name: string; readonly run: () => Promise<readonly Figure[]> };

type Measured = { readonly bench: string; readonly figures: readonly Figure[] };

const root = path.dirname(import.meta.dirname);

const missed = ({ value, atMost, atLeast }: Figure): boolean => value > (atMost ?? Infinity) || value < (atLeast ?? -Infinity);

/** Four digits are as much as a measurement of this kind can say. */
const rounded = (value: number): string => (value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(4))));

const goalOf = ({ atMost, atLeast, unit }: Figure): string =>
  [atMost !== undefined && `at most ${rounded(atMost)} ${unit}`, atLeast !== undefined && `at least ${rounded(atLeast)} ${unit}`]
    .filter(Boolean)
    .join(', ');

const rowOf = (figure: Figure): string =>
  `  ${missed(figure) ? '✖' : '✔'} ${figure.what.padEnd(60)} ${rounded(figure.value).padStart(10)} ${figure.unit.padEnd(7)} ${goalOf(figure)}`.trimEnd();

/** Runs one file apart from the others, so that none measures the memory or the caches of the one before it. */
const measured = (file: string): Promise<Measured> =>
  new Promise((done, fail) => {
    const child = fork(import.meta.filename, ['--alone', file], { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let answer: Measured | undefined;
    child.on('message', (message) => (answer = message as Measured));
    child.on('exit', (code) =>
      code === 0 && answer ? done(answer) : fail(new Error(`${path.relative(root, file)} ended with ${code} and no figures`)),
    );
  });

const alone = async (file: string): Promise<void> => {
  const { name, run } = (await import(pathToFileURL(file).href)) as Bench;
  process.send?.({ bench: name, figures: await run() } satisfies Measured);
};

const all = async (words: readonly string[]): Promise<void> => {
  const files = globSync(path.join(import.meta.dirname, '*.bench.ts'))
    .toSorted()
    .filter((file) => words.length === 0 || words.some((word) => path.basename(file).includes(word)));
  if (files.length === 0) return ended(`No bench file matches ${words.join(', ') || 'bench/*.bench.ts'}`, false);
  const results: Measured[] = [];
  const broken: string[] = [];
  for (const file of files) {
    try {
      const result = await measured(file);
      results.push(result);
      console.log([`\n${result.bench}`, ...result.figures.map(rowOf)].join('\n'));
    } catch (fault) {
      broken.push(file);
      console.log(`\n✖ ${String(fault)}`);
    }
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem() };
  const kept = path.join(root, 'bench-results', `${new Date().toISOString().replaceAll(':', '-')}.json`);
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify({ machine, results }, null, 2));
  const misses = results.flatMap(({ figures }) => figures.filter(missed)).length;
  const told = misses + broken.length === 0 ? 'Every goal is met' : `${misses} figures miss their goal, ${broken.length} files gave none`;
  return ended(`${told}; kept in ${path.relative(root, kept)}`, misses + broken.length === 0);
};

const ended = (line: string, well: boolean): void => {
  console.log(`\n${line}`);
  process.exitCode = well ? 0 : 1;
};

if (process.argv[2] === '--alone') await alone(process.argv[3] ?? '');
else if (import.meta.main) await all(process.argv.slice(2));
