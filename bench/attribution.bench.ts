/**
 * Attribution on the generated company: every model's money by campaign, exact Markov chains and Shapley by channel, against what
 * DuckDB takes to scan and sort the same touches; then what somebody waits for afterwards, and how long the server's loop
 * is held up while ten ask at once.
 *
 * The company is made once, by `lockstep demo` (LOCKSTEP_BENCH_SCALE, 1,000 unless said: a million opportunities), in a folder
 * of the machine's temporary one, and used again by later runs; LOCKSTEP_BENCH_SET names another folder. Each part runs
 * in a process of its own, so that memory is its own.
 */
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure } from './harness.ts';

export const name = 'Attribution: a million opportunities, ten million touches';

const scale = Number(process.env.LOCKSTEP_BENCH_SCALE ?? 1_000);
const set = process.env.LOCKSTEP_BENCH_SET ?? path.join(tmpdir(), `lockstep-bench-attribution-${scale}`);
const root = path.dirname(import.meta.dirname);

/** What a part of the bench tells when it is done. */
export type Told = { readonly [figure: string]: number };

const part = (what: string): Promise<Told> =>
  new Promise((done, fail) => {
    const child = fork(path.join(import.meta.dirname, 'attribution-part.ts'), [what, set], { cwd: root });
    let told: Told | undefined;
    child.on('message', (message) => (told = message as Told));
    child.on('exit', (code) => (code === 0 && told ? done(told) : fail(new Error(`the part "${what}" ended with ${code}`))));
  });

/** Seconds that making it took; 0 where it stands there from before. */
const made = (): number => {
  if (existsSync(set)) return 0;
  const making = `${set}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const began = performance.now();
  const { status } = spawnSync(process.execPath, ['src/server/doors/cli/main.ts', 'demo', '--scale', String(scale)], {
    cwd: root,
    env: { ...process.env, LOCKSTEP_DATA: making },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`lockstep demo ended with ${status}`);
  renameSync(making, set);
  return (performance.now() - began) / 1000;
};

export const run = async (): Promise<readonly Figure[]> => {
  const seconds = made();
  const kept = await part('keep');
  const floor = await part('floor');
  // Of three processes the quickest, as of the floor: what the disk has not in memory yet is nobody's measure.
  const tried = [await part('models'), await part('models'), await part('models')];
  const models = tried.toSorted((a, b) => a['ms']! - b['ms']!)[0]!;
  const asked = await part('asked');
  const loop = await part('loop');
  return [
    ...(seconds > 0 ? [{ what: 'the company made and imported, once', value: seconds, unit: 's' } as const] : []),
    ...(kept['ms']! > 0 ? [{ what: 'journeys worked out, once after a load', value: kept['ms']! / 1000, unit: 's' } as const] : []),
    { what: 'touches', value: floor['touches']!, unit: 'rows' },
    { what: 'scan and sort of the touches by DuckDB', value: floor['ms']! / 1000, unit: 's' },
    { what: '14 models by campaign, Markov and Shapley by channel', value: models['ms']! / 1000, unit: 's' },
    { what: 'the same ÷ scan and sort', value: models['ms']! / floor['ms']!, unit: '×', atMost: 1.5 },
    { what: 'memory of the process that did it, at most', value: Math.max(...tried.map((one) => one['rss']!)), unit: 'MB', atMost: 1_000 },
    { what: 'another model afterwards', value: models['model']!, unit: 'ms', atMost: 300 },
    { what: 'another cut afterwards (objective)', value: models['cut']!, unit: 'ms', atMost: 300 },
    { what: 'another cut afterwards (channel)', value: models['channel']!, unit: 'ms', atMost: 300 },
    { what: 'the return by campaign afterwards', value: models['return']!, unit: 'ms' },
    { what: 'the credit page of a quarter with intervals', value: models['quarter']!, unit: 'ms' },
    { what: "one deal's back-track, median", value: asked['touches']!, unit: 'ms', atMost: 20 },
    { what: 'the thread down, one quarter', value: asked['quarter']!, unit: 'ms', atMost: 1_000 },
    { what: 'the thread down, two years', value: asked['down']!, unit: 'ms', atMost: 1_000 },
    { what: "the loop's delay while ten ask, p99", value: loop['p99']!, unit: 'ms', atMost: 50 },
    { what: "the loop's delay while ten ask, most", value: loop['max']!, unit: 'ms' },
    { what: 'what ten who ask wait for, median', value: loop['wait']!, unit: 'ms' },
  ];
};
