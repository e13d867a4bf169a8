/**
 * Credit, summed by the models off the event loop: the passes of views/answers/credit-sums.ts.
 *
 * The pass over all touches depends on the period and the rules only and is kept with the walks it was made of, so another
 * cut, another model or the return of the same period takes it as it is; it is forgotten when the facts change.
 */
import type { Raw } from '../../../facts/questions/question.ts';
import type { CreditInterval, IntervalInput } from '../../../models/attribution/credit-interval.ts';
import type { CreditPass } from '../../../models/attribution/credit-pass.ts';
import { MODELS } from '../../../models/attribution/models.ts';
import type { KeyPass } from '../../../models/attribution/key-pass.ts';
import { brokenKeys, creditHalfLife, intervalModels } from '../../../views/answers/credit.ts';
import {
  keptKeys,
  passesTogether,
  pointsByKey,
  sumsOf,
  type CreditJob,
  type CreditSums,
  type CutInput,
  type Found,
  type PeriodSums,
  type Shares,
  type SharesInput,
  type PointsInput,
  type PointsRow,
} from '../../../views/answers/credit-sums.ts';

/** Where they are computed: the house's workers, or here. */
export type CreditModels = {
  readonly credit: (input: CreditJob) => Promise<CreditPass>;
  readonly creditShares: (input: SharesInput) => Promise<Shares>;
  readonly creditKeys: (input: CutInput) => Promise<KeyPass>;
  readonly creditInterval: (input: IntervalInput) => Promise<CreditInterval | null>;
  readonly creditPoints: (input: PointsInput) => Promise<Float64Array>;
};

const IN_ROI = 'credit ';

/** The same tables with the sums; `roi` carries those of `credit` under names of its own. */
export const creditSummed = async (models: CreditModels, raw: Raw): Promise<Raw> => {
  const prefix = raw.tables['credited'] ? '' : IN_ROI;
  const credit: Raw =
    prefix === ''
      ? raw
      : {
          ...raw,
          tables: Object.fromEntries(
            Object.entries(raw.tables).flatMap(([name, rows]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), rows]] : [])),
          ),
        };
  const [sums, points] = await Promise.all([sumsFor(models, credit), pointsOf(models, raw, credit)]);
  return { ...raw, tables: { ...raw.tables, [`${prefix}sums`]: [sums], ...points } };
};

/** Deals won and opened, shared equally among their touches, where the return of a period was counted by walks. */
const pointsOf = async (models: CreditModels, raw: Raw, credit: Raw): Promise<Raw['tables']> => {
  const [opened] = (raw.tables['opened deals'] ?? []) as unknown as readonly { readonly deal: Int32Array }[];
  if (!opened) return {};
  const [found] = credit.tables['credited'] as unknown as readonly [Found];
  const of = async (deal: Int32Array): Promise<PointsRow[]> =>
    pointsByKey(
      found,
      await models.creditPoints({ walks: { start: found.walks.start, unit: found.walks.unit }, deal, outcomes: found.outcomes }),
    );
  const [won, here] = await Promise.all([of(found.won.deal), of(opened.deal)]);
  return { won, opened: here };
};

const sumsBy = new WeakMap<Found, Map<string, Promise<CreditSums>>>();

const sumsFor = (models: CreditModels, raw: Raw): Promise<CreditSums> => {
  const [found] = raw.tables['credited'] as unknown as readonly [Found];
  const key = JSON.stringify([creditHalfLife(raw).days, intervalModels(raw)]);
  return keptIn(sumsBy, found, key, () => sum(models, raw, found));
};

const sum = async (models: CreditModels, raw: Raw, found: Found): Promise<CreditSums> => {
  const halfLife = creditHalfLife(raw).days;
  const drawn = intervalModels(raw);
  const { walks, won, outcomes, first, key, keys } = found;
  const [period, byKey] = await Promise.all([
    periodFor(models, raw, found, halfLife),
    models.creditKeys({ walks: bare(walks), won, outcomes, first, key, keys: keys.length, broken: brokenKeys(raw, found) }),
  ]);
  if (drawn.length === 0) return sumsOf(found, period, byKey);
  const keep = keptKeys(found, period);
  const interval = await models.creditInterval({
    walks: bare(walks),
    won: { deal: won.deal, minor: won.minor },
    slot: period.pass.slot,
    keyed: { first, key, keys: keys.length },
    keep,
    models: drawn,
    halfLife,
    seed: raw.asOf,
  });
  return sumsOf(found, period, byKey, { interval, keep, models: drawn });
};

const periodsBy = new WeakMap<Found['walks'], Map<string, Promise<PeriodSums>>>();

const periodFor = (models: CreditModels, raw: Raw, found: Found, halfLife: number): Promise<PeriodSums> => {
  const { walks, won, outcomes, words, names } = found;
  const key = JSON.stringify([raw.params['since'] ?? null, raw.params['until'] ?? null, raw.currency, halfLife]);
  return keptIn(periodsBy, walks, key, async () => {
    const input = { walks: bare(walks), won, outcomes, halfLife };
    const half = MODELS.length / 2;
    const [shares, ...passes] = await Promise.all([
      models.creditShares({ walks: bare(walks), won, outcomes, words, names }),
      models.credit({ input, models: MODELS.slice(0, half) }),
      models.credit({ input, models: MODELS.slice(half) }),
    ]);
    return { ...shares, pass: passesTogether(passes) };
  });
};

/** The columns alone: what else hangs on the walks does not go to a worker. */
const bare = ({ start, unit, age, bits }: Found['walks']): Found['walks'] => ({ start, unit, age, bits });

const KEPT = 24;

/** What was computed of `of` under that key, else what `compute` gives; a fault is not kept. */
const keptIn = <K extends object, T>(
  by: WeakMap<K, Map<string, Promise<T>>>,
  of: K,
  key: string,
  compute: () => Promise<T>,
): Promise<T> => {
  const kept = by.get(of) ?? new Map<string, Promise<T>>();
  by.set(of, kept);
  const found = kept.get(key) ?? compute();
  kept.delete(key);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return found;
};
