/** Public and generated journeys as paths, for tests of attribution models. */
import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { pathsOf, type Paths } from '../../src/models/attribution/paths.ts';
import { shared } from '../support/shared.ts';

export const read = <T>(path: string): T => JSON.parse(readFileSync(shared(path), 'utf8')) as T;

/** Equal to 1e-9, relative for numbers above one: what the independent programs claim for themselves. */
export const near = (got: number, want: number): void =>
  ok(Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want)), `${got} is not ${want}`);

export const PATHDATA_CHANNELS = ['alpha', 'beta', 'delta', 'epsilon', 'eta', 'gamma', 'iota', 'kappa', 'lambda', 'mi', 'theta', 'zeta'];

/** The 10,000 aggregated paths of ChannelAttribution's PathData. */
export const pathdata = (): Paths =>
  pathsOf(
    PATHDATA_CHANNELS.length,
    gunzipSync(readFileSync(shared('data/pathdata/data.csv.gz')))
      .toString('utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => {
        const [path, won, value, lost] = line.split(',');
        return {
          keys: path!.split(' > ').map((name) => PATHDATA_CHANNELS.indexOf(name)),
          won: Number(won),
          lost: Number(lost),
          value: Number(value),
        };
      }),
  );

type B2b = {
  readonly b2b_300: {
    readonly touches: { readonly columns: readonly string[]; readonly rows: readonly (readonly number[])[] };
    readonly opps: { readonly rows: readonly (readonly number[])[] };
  };
};

/** The 300 generated deals of the vectors, 24 channels: open and lost count as not won. */
export const b2b = (): Paths => {
  const { touches, opps } = read<B2b>('vectors/attribution_small.json').b2b_300;
  return pathsOf(
    24,
    opps.rows.map(([id, , , , , status, amount]) => ({
      keys: touches.rows
        .filter((t) => t[1] === id)
        .toSorted((a, b) => a[2]! - b[2]! || a[0]! - b[0]!)
        .map((t) => t[3]!),
      won: status === 1 ? 1 : 0,
      lost: status === 1 ? 0 : 1,
      value: status === 1 ? amount! : 0,
    })),
  );
};
