/**
 * The columns of each step in sql/funnel-steps.sql: one row per unit with a day for every step, so that a whole funnel is one
 * pass over its units. Of unit e and step k: dk the first day it showed a sign of it, pk the first by which it passed, tk the
 * days from the step before, own the steps it showed as bits, furthest the last it passed.
 */

/** Slots of the statement for so many steps. `passed`: who skipped a step has passed it. */
export const stepColumns = (steps: number, passed: boolean): { readonly [slot: string]: string } => {
  const each = (of: (k: number) => string): string => Array.from({ length: steps }, (_, k) => of(k)).join(',\n');
  const showed = (k: number): string => `(own >> ${k}) & 1 = 1`;
  const reached = (k: number): string => (passed && k > 0 ? `(furthest >= ${k} or ${showed(k)})` : `(${showed(k)})`);
  // A step whose first sign came after that of a later one was skipped: nobody stood in it first.
  const later = (k: number): string => Array.from({ length: steps - k - 1 }, (_, i) => `p${k + 1 + i}`).join(', ');
  const stood = (k: number): string => (passed && k < steps - 1 ? ` and d${k} <= coalesce(least(${later(k)}), d${k})` : '');
  return {
    days: each((k) => `min(on_day) filter (step = ${k}) as d${k}, min(on_day) filter (step = ${k} and passes) as p${k}`),
    times: each((k) =>
      k === 0 ? 'null as t0' : `case when d${k} >= d${k - 1}${stood(k)}${stood(k - 1)} then d${k} - d${k - 1} end as t${k}`,
    ),
    pace: each(
      (k) =>
        `quantile_cont(d${k} - d0, 0.9) filter (d${k} >= d0) as late${k}, count(*) filter (d${k} >= d0) as made${k}, min(d${k}) filter (d${k} >= d0) as first${k}`,
    ),
    steps: each(
      (k) => `{'step': ${k}, 'n': count(*) filter (${reached(k)}),
        'both': count(*) filter (${reached(k)} and ${k === 0 ? 'true' : reached(k - 1)}), 'own': count(*) filter (${showed(k)}), 'seen': count(d${k}),
        'lost': count(*) filter (lost and furthest = ${k}), 'waiting': count(*) filter (not lost and furthest = ${k}),
        'median': quantile_cont(t${k}, 0.5), 'low': quantile_cont(t${k}, 0.1), 'high': quantile_cont(t${k}, 0.9),
        'first_on': (min(d0) filter (${reached(k)}))::varchar, 'last_on': (max(d0) filter (${reached(k)}))::varchar,
        'late': any_value(late${k}), 'reached': any_value(made${k}), 'early': count(*) filter (${reached(k)} and d0 < first${k})}`,
    ),
  };
};
