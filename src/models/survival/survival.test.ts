import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shared, testShared } from '../../../tests/support/shared.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { intervalAt, kaplanMeier, quantileOf, restrictedMean, type Scale, type SurvivalPoint } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { spellsOf, type Spell } from './spell.ts';

type Numbers = readonly (number | null)[];
type Table = {
  readonly rmean: number;
  readonly 'se(rmean)': number;
  readonly 'n.max': number;
  readonly records: number;
  readonly events: number;
};
type Curve = {
  readonly time: Numbers;
  readonly n_risk: Numbers;
  readonly n_event: Numbers;
  readonly n_censor: Numbers;
  readonly surv: Numbers;
  readonly std_err_of_log_surv_greenwood: Numbers;
  readonly var_greenwood: Numbers;
  readonly ci_log: { readonly lower: Numbers; readonly upper: Numbers };
  readonly ci_loglog: { readonly lower: Numbers; readonly upper: Numbers };
  readonly ci_plain: { readonly lower: Numbers; readonly upper: Numbers };
  readonly nelson_aalen: Numbers;
  readonly nelson_aalen_se: Numbers;
  readonly strata: { readonly [name: string]: number } | null;
  readonly quantiles_loglog: Quantiles;
  readonly quantiles_log: Quantiles;
  readonly table: Table | { readonly [name: string]: Numbers };
};
type Quantiles = {
  readonly q: readonly (Numbers | number | null)[];
  readonly lower: readonly (Numbers | number | null)[];
  readonly upper: readonly (Numbers | number | null)[];
};
type Ranked = {
  readonly n: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly var: readonly (readonly number[])[];
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly peto_chisq: number;
  readonly peto_p: number;
};
type Input = {
  readonly time?: readonly number[];
  readonly stop?: readonly number[];
  readonly start?: readonly number[];
  readonly event: readonly number[];
  readonly group?: readonly string[];
  readonly sex?: readonly number[];
};
type Vector = { readonly input: Input; readonly expected: { readonly [name: string]: unknown } };

/** R prints 15 digits; 1e-10 is the tolerance the vectors ask for, relative above 1. */
const near = (what: string, got: number | null | undefined, want: number | null | undefined, tolerance = 1e-10): void => {
  if (want === null || want === undefined) return;
  ok(
    got !== null && got !== undefined && Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want)),
    `${what}: ${got} is not ${want}`,
  );
};

const vector = (file: string): Vector => JSON.parse(readFileSync(shared(`vectors/${file}.json`), 'utf8')) as Vector;

/** A curve against R's, from place `from` on; `table` is R's summary of it. */
const sameCurve = (
  spells: readonly Spell[],
  want: Curve,
  from = 0,
  to = want.time.length,
  table?: { rmean: number; error: number },
  place?: number,
): void => {
  const curve = kaplanMeier(spells);
  deepEqual(
    curve.map((p) => p.day),
    want.time.slice(from, to),
  );
  curve.forEach((point, j) => {
    const i = from + j;
    const say = (name: string): string => `day ${point.day}, ${name}`;
    near(say('at risk'), point.atRisk, want.n_risk[i]);
    near(say('events'), point.events, want.n_event[i]);
    near(say('censored'), point.censored, want.n_censor[i]);
    near(say('survival'), point.survival, want.surv[i]);
    if (point.survival > 0) {
      near(say('log error'), point.logError, want.std_err_of_log_surv_greenwood[i]);
      near(say('variance'), point.variance, want.var_greenwood[i]);
    }
    near(say('hazard'), point.hazard, want.nelson_aalen[i]);
    near(say('hazard error'), point.hazardError, want.nelson_aalen_se[i]);
    for (const [scale, ci] of [
      ['plain', want.ci_plain],
      ['log', want.ci_log],
      ['log-log', want.ci_loglog],
    ] as const) {
      const bounds = intervalAt(point, scale, 0.95);
      near(say(`${scale} low`), bounds?.low, ci.lower[i]);
      near(say(`${scale} high`), bounds?.high, ci.upper[i]);
    }
  });
  if (table) {
    const mean = restrictedMean(curve)!;
    near('restricted mean', mean.days, table.rmean);
    near('its error', mean.error, table.error);
  }
  sameQuantiles(curve, 'log-log', want.quantiles_loglog, place);
  sameQuantiles(curve, 'log', want.quantiles_log, place);
};

const sameQuantiles = (curve: readonly SurvivalPoint[], scale: Scale, want: Quantiles, place?: number): void => {
  const pick = (list: Quantiles['q']): Numbers => (place === undefined ? (list as Numbers) : (list[place] as Numbers));
  [0.25, 0.5, 0.75].forEach((p, i) => {
    const got = quantileOf(curve, p, scale, 0.95);
    deepEqual([got.day, got.low, got.high], [pick(want.q)[i], pick(want.lower)[i], pick(want.upper)[i]], `${scale} quantile ${p}`);
  });
};

const tableOf = (table: Curve['table']): { rmean: number; error: number } => {
  const one = table as Table;
  return { rmean: one.rmean, error: one['se(rmean)'] };
};

const grouped = ({ time, event, group, sex }: Input): Map<string, Spell[]> => {
  const by = new Map<string, Spell[]>();
  const all = spellsOf(time!, event);
  all.forEach((spell, i) => {
    const key = String(group ? group[i] : sex![i]);
    by.set(key, [...(by.get(key) ?? []), spell]);
  });
  return new Map([...by].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const sameGroups = (input: Input, want: Curve): void => {
  const rmeans = want.table as { readonly [name: string]: Numbers };
  let from = 0;
  let place = 0;
  for (const [key, spells] of grouped(input)) {
    const length = want.strata![`g=${key}`]!;
    sameCurve(spells, want, from, from + length, undefined, place++);
    // R cuts every group at the last day of all but one ends earlier in print only; its table's mean goes to the group's own or the common last day.
    const row = rmeans[`g=${key}`]!;
    const common = Math.max(...(input.time ?? []));
    const means = [restrictedMean(kaplanMeier(spells), common)!, restrictedMean(kaplanMeier(spells))!];
    ok(
      means.some((m) => Math.abs(m.days - row[4]!) < 1e-8 && Math.abs(m.error - row[5]!) < 1e-8),
      `restricted mean of ${key}: ${JSON.stringify(means)} against ${row[4]} ± ${row[5]}`,
    );
    from += length;
  }
};

const sameRank = (input: Input, want: Ranked): void => {
  const groups = [...grouped(input).values()];
  const got = logRank(groups);
  got.groups.forEach((g, i) => {
    near('n', g.n, want.n[i]);
    near('observed', g.observed, want.observed[i]);
    near('expected', g.expected, want.expected[i]);
    want.var[i]!.forEach((v, j) => near('covariance', got.covariance[i]![j], v));
  });
  near('chi-square', got.chiSquare, want.chisq);
  near('chance', got.chance, want.p);
  const peto = logRank(groups, 'peto');
  near('peto', peto.chiSquare, want.peto_chisq);
  near('peto chance', peto.chance, want.peto_p);
};

testShared('Kaplan-Meier with its intervals, Nelson-Aalen, quantiles, restricted mean and log-rank are R’s', () => {
  for (const [file, groups, rank] of [
    ['survival_lung', 'km_by_sex', 'logrank_by_sex'],
    ['survival_gehan', 'km_by_group', 'logrank'],
    ['survival_synthetic600', 'km_by_group', 'logrank'],
  ] as const) {
    const { input, expected } = vector(file);
    const all = expected['km'] as Curve;
    sameCurve(spellsOf(input.time!, input.event), all, 0, all.time.length, tableOf(all.table));
    sameGroups(input, expected[groups] as Curve);
    sameRank(input, expected[rank] as Ranked);
  }
});

testShared('delayed entry counts nobody before he could be seen', () => {
  const { input, expected } = vector('survival_delayed_entry');
  const want = expected['km'] as Curve;
  sameCurve(spellsOf(input.stop!, input.event, input.start), want, 0, want.time.length, tableOf(want.table));
});

testShared('won and lost as ends that rule each other out are R’s Aalen-Johansen', () => {
  const { input, expected } = JSON.parse(readFileSync(shared('vectors/survival_competing_risks.json'), 'utf8')) as {
    input: { time: number[]; status: number[] };
    expected: {
      time: number[];
      n_risk: number[];
      pstate_none: number[];
      cif_won: number[];
      cif_lost: number[];
      se_won: number[];
      se_lost: number[];
    };
  };
  const curve = aalenJohansen(spellsOf(input.time, input.status), 2);
  deepEqual(
    curve.map((p) => p.day),
    expected.time,
  );
  curve.forEach((point, i) => {
    near('at risk', point.atRisk, expected.n_risk[i]);
    near('none', point.none, expected.pstate_none[i]);
    near('won', point.shares[0], expected.cif_won[i]);
    near('lost', point.shares[1], expected.cif_lost[i]);
    near('error won', point.errors[0], expected.se_won[i], 1e-8);
    near('error lost', point.errors[1], expected.se_lost[i], 1e-8);
  });
});

test('counted spells give what the rows give', () => {
  const rows = spellsOf([3, 3, 3, 5, 5, 8], [1, 1, 0, 1, 1, 0]);
  const counted: Spell[] = [
    { day: 8, event: 0, n: 1 },
    { day: 3, event: 1, n: 2 },
    { day: 5, event: 1, n: 2 },
    { day: 3, event: 0, n: 1 },
  ];
  deepEqual(kaplanMeier(counted), kaplanMeier(rows));
  deepEqual(kaplanMeier([]), []);
});
