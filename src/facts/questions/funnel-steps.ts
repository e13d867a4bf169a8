/** Funnel steps: the whole funnel, step by step, from awareness to the won deal; for a cohort, or for what happened in a period. */
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { periodBound } from './journeys.ts';
import { reachedSql, type Milestone } from './milestone.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Asked, Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

type Entry = 'touched' | 'lead' | 'opened';
type Step = { readonly name: string; readonly milestone: Milestone | 'touched' };
type Follow = { readonly base: string; readonly table: 'account' | 'lead' | 'opportunity'; readonly letter: string; readonly lost: string };

/** Who is followed from each entry on: an account from its first touch, a lead from its creation, a deal from its opening. */
const FOLLOWED: { readonly [E in Entry]: Follow } = {
  touched: { base: 'account a', table: 'account', letter: 'a', lost: 'false' },
  lead: {
    base: 'lead l',
    table: 'lead',
    letter: 'l',
    lost: `exists (select 1 from opportunity d where d.src = l.src and d.lead_id = l.id and d.status = 'lost' and d.closed_on <= $as_of::date)
      and not exists (select 1 from opportunity d where d.src = l.src and d.lead_id = l.id and (d.status is distinct from 'lost' or d.closed_on > $as_of::date))`,
  },
  opened: {
    base: 'opportunity o',
    table: 'opportunity',
    letter: 'o',
    lost: `coalesce(o.status = 'lost' and o.closed_on <= $as_of::date, false)`,
  },
};

export const funnelSteps: Question = {
  name: 'funnel-steps',
  summary: 'The whole funnel, step by step: a cohort followed, or what happened in a period; with times, and what is too young marked',
  params: [
    {
      name: 'view',
      kind: 'choice',
      choices: ['cohort', 'calendar'],
      summary: 'Those who entered in the period, followed (cohort; else), or what happened in it, whoever it happened to (calendar)',
    },
    {
      name: 'from',
      kind: 'choice',
      choices: ['touched', 'lead', 'opened'],
      summary:
        'Where it begins and who is followed: accounts from their first touch, leads, or deals. Without it: leads where there are any',
    },
    BY,
    WHERE,
    SINCE,
    UNTIL,
  ],
  run: async (engine, params, head) => {
    const entry = await entryOf(engine, params['from'] as Entry | undefined);
    const steps = await stepsFrom(engine, entry);
    const follow = FOLLOWED[entry];
    const resolved = await resolveCuts(engine, follow.table, head, params);
    if (!resolved.ok) return resolved;
    const { cut, total } = resolved.value;
    const calendar = params['view'] === 'calendar';
    const [since, until] = periodAsked(params['since'] as Day | undefined, params['until'] as Day | undefined, head.asOf);
    if (calendar && since === null) return needsPeriod;
    const stageNames = Object.fromEntries(
      steps.flatMap(({ milestone }, i) =>
        typeof milestone === 'object' && milestone.kind === 'stage' ? [[`step${i}`, milestone.stage]] : [],
      ),
    );
    const bound: Bound = {
      ...periodBound(head, params),
      since,
      until,
      before: since && until ? addDays(since, -daysBetween(since, until)) : null,
      steps: steps.length,
      ...stageNames,
    };
    const rows = ({ keys, ids, joins, where, bound: own }: Cut): Promise<SqlRow[]> =>
      rowsOf(
        engine,
        fill(sqlOf(calendar ? 'funnel-calendar' : 'funnel-steps'), {
          ...follow,
          keys,
          ids,
          joins,
          where,
          hits: hitsSql(steps, follow.table),
        }),
        { ...bound, ...own },
      );
    const [all, byCut] = await Promise.all([rows(total), cut.cuts.length > 0 ? rows(cut) : []]);
    return ok({
      params: { ...params, view: calendar ? 'calendar' : 'cohort', from: entry, since: since ?? undefined, until: until ?? undefined },
      cuts: cut.cuts,
      where: cut.filters,
      tables: { all, rows: byCut, steps: steps.map(({ name }, step) => ({ step, name })) },
    });
  },
};

const needsPeriod: Asked<never> = refuse({
  code: 'missing-parameter',
  text: 'The calendar view needs a period: since is needed.',
  parameter: 'since',
});

/** An open end is the as-of. */
const periodAsked = (since: Day | undefined, until: Day | undefined, asOf: Day): readonly [Day | null, Day | null] => [
  since ?? null,
  until ?? (since ? addDays(asOf, 1) : null),
];

const entryOf = async (engine: Engine, asked: Entry | undefined): Promise<Entry> =>
  asked ?? ((await engine.read<{ readonly any: boolean }>('select exists (select 1 from lead) as any'))[0]!.any ? 'lead' : 'opened');

/** The steps from an entry on, in order: awareness, engagement, qualified opportunity, the stages deals pass, won. */
const stepsFrom = async (engine: Engine, entry: Entry): Promise<readonly Step[]> => {
  const stages = await rowsOf<{ readonly stage: string }>(engine, sqlOf('stage-order'));
  const upper: readonly Step[] = [
    { name: 'touched', milestone: 'touched' },
    { name: 'lead', milestone: { kind: 'lead' } },
    { name: 'opened', milestone: { kind: 'opened' } },
  ];
  const all: readonly Step[] = [
    ...upper.slice(upper.findIndex(({ name }) => name === entry)),
    ...stages.map(({ stage }): Step => ({ name: stage, milestone: { kind: 'stage', stage: stage.trim().toLowerCase() } })),
    { name: 'won', milestone: { kind: 'won' } },
  ];
  return all;
};

/** SQL of (src, id, step, on_day): the first day each unit reached each step. An account reaches what the first of its people, leads or deals reaches. */
const hitsSql = (steps: readonly Step[], table: Follow['table']): string =>
  `(${steps.map(({ milestone }, step) => `select src, id, ${step}::bigint as step, on_day from (${hitSql(milestone, table, `step${step}`)})`).join('\nunion all ')})`;

const hitSql = (milestone: Step['milestone'], table: Follow['table'], stage: string): string => {
  if (milestone === 'touched')
    return `select t.src, coalesce(p.account_id, t.account_id) as id, min(t.touched_on) as on_day
      from touch t left join contact p on p.src = t.src and p.id = t.contact_id
      where t.touched_on is not null and coalesce(p.account_id, t.account_id) is not null group by all`;
  if (table !== 'account')
    return `select src, id, reached_on as on_day from ${reachedSql(milestone, table === 'lead' ? 'lead' : 'opportunity', stage)}`;
  if (milestone.kind === 'lead')
    return `select l.src, coalesce(p.account_id, l.account_id) as id, min(l.created_on) as on_day
      from lead l left join contact p on p.src = l.src and p.id = l.contact_id
      where coalesce(p.account_id, l.account_id) is not null group by all`;
  return `select d.src, o.account_id as id, min(d.reached_on) as on_day
    from ${reachedSql(milestone, 'opportunity', stage)} d join opportunity o on o.src = d.src and o.id = d.id
    where o.account_id is not null group by all`;
};
