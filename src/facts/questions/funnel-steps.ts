/** Funnel steps: the whole funnel, step by step, from awareness to the won deal; for a cohort, or for what happened in a period. */
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { stepColumns } from './funnel-steps-columns.ts';
import { periodBound } from './journeys.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Asked, Question } from './question.ts';
import { isEnd, stageGapsSql, stageHitsSql, stagesOn, type StageSign, type StageVersion } from './stage-rules.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

type Entry = 'touched' | 'lead' | 'opened';
type Step = { readonly name: string; readonly id?: string; readonly signs: readonly StageSign[] };
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
    const version = stagesOn(head.stageVersions, head.asOf);
    const steps = version ? definedSteps(version, entry) : await stepsOfFiles(engine, entry);
    const follow = FOLLOWED[entry];
    const columns = stepColumns(steps.length, version?.skipped !== 'left-out');
    const resolved = await resolveCuts(engine, follow.table, head, params);
    if (!resolved.ok) return resolved;
    const { cut, total } = resolved.value;
    const calendar = params['view'] === 'calendar';
    const [since, until] = periodAsked(params['since'] as Day | undefined, params['until'] as Day | undefined, head.asOf);
    if (calendar && since === null) return needsPeriod;
    const bound: Bound = {
      ...periodBound(head, params),
      since,
      until,
      before: since && until ? addDays(since, -daysBetween(since, until)) : null,
      steps: steps.length,
      skipped: version?.skipped ?? 'passed',
    };
    const rows = ({ keys, ids, joins, where, splits, bound: own }: Cut): Promise<SqlRow[]> =>
      rowsOf(
        engine,
        fill(sqlOf(calendar ? 'funnel-calendar' : 'funnel-steps'), {
          ...follow,
          keys,
          ids,
          joins,
          where,
          hits: hitsSql(entry, steps, head.kept),
          ...columns,
          distinct: splits ? 'distinct' : '',
        }),
        { ...bound, ...own },
      );
    const [all, byCut, gaps] = await Promise.all([
      rows(total),
      cut.cuts.length > 0 ? rows(cut) : [],
      version ? rowsOf(engine, stageGapsSql(version.stages), bound) : [],
    ]);
    return ok({
      params: { ...params, view: calendar ? 'calendar' : 'cohort', from: entry, since: since ?? undefined, until: until ?? undefined },
      cuts: cut.cuts,
      where: cut.filters,
      stages: { version },
      tables: {
        all,
        rows: byCut,
        steps: steps.map(({ name, signs }, step) => ({ step, name, won: signs.some(({ sign }) => sign === 'won') })),
        gaps,
      },
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

const SIGN: { readonly [E in Entry]: string } = { touched: 'touch', lead: 'lead', opened: 'opened' };
/** Which entry a sign comes with: a stage whose every sign comes later than the entry is a step after it. */
const RANK: { readonly [sign: string]: number } = { touch: 0, lead: 1, opened: 2 };
const rank = (sign: string): number => RANK[sign] ?? 3;

/**
 * The steps by the signed definitions, in their order: the stage that the entry is a sign of, and those after it; where no stage
 * is shown by the entry, the entry itself and the stages that only later signs show. What only the lost show is an end, no step.
 */
const definedSteps = (version: StageVersion, entry: Entry): readonly Step[] => {
  const on = version.stages.filter((stage) => !isEnd(stage));
  const first = on.findIndex(({ signs }) => signs.some(({ sign }) => sign === SIGN[entry]));
  const after = first >= 0 ? on.slice(first + 1) : on.filter(({ signs }) => signs.every(({ sign }) => rank(sign) > rank(SIGN[entry])));
  return [first >= 0 ? on[first]! : { name: entry, signs: [] }, ...after];
};

/** The steps where nobody has signed any: awareness, engagement, qualified opportunity, the stages deals pass as they mostly do, won. */
const stepsOfFiles = async (engine: Engine, entry: Entry): Promise<readonly Step[]> => {
  const stages = await rowsOf<{ readonly stage: string }>(engine, sqlOf('stage-order'));
  const upper: readonly Entry[] = ['touched', 'lead', 'opened'];
  return [
    ...upper.slice(upper.indexOf(entry)).map((name): Step => ({ name, signs: [{ sign: SIGN[name], names: [] }] })),
    ...stages.map(({ stage }): Step => ({ name: stage, signs: [{ sign: 'stage', names: [stage] }] })),
    { name: 'won', signs: [{ sign: 'won', names: [] }] },
  ];
};

/**
 * SQL of (src, id, step, on_day, passes): the first day each unit showed a sign of each step; step 0 is the entry itself. An
 * account reaches what the first of its people, leads or deals reaches; a lead what the first of its deals does.
 */
const hitsSql = (entry: Entry, steps: readonly Step[], kept: boolean): string => {
  const unit = { touched: 'o.account_id', lead: 'o.lead_id', opened: 'o.id' }[entry];
  const later = steps.map(({ signs }, ordinal) => ({ ordinal, signs })).slice(1);
  const deals = later.map(({ ordinal, signs }) => ({ ordinal, signs: signs.filter(({ sign }) => rank(sign) >= 2) }));
  const leads = entry === 'touched' ? later.filter(({ signs }) => signs.some(({ sign }) => sign === 'lead')) : [];
  const parts = [
    `select src, id, 0::bigint as step, on_day, true as passes from (${ENTERED[entry](kept)})`,
    ...leads.map(({ ordinal }) => `select src, id, ${ordinal}::bigint, on_day, true from (${LEADS_OF_ACCOUNTS})`),
    `select h.src, ${unit}, h.ordinal, h.on_day, h.passes from ${stageHitsSql(deals, kept)} h
      join opportunity o on o.src = h.src and o.id = h.id where ${unit} is not null`,
  ];
  return `(select src, id, step, min(on_day) as on_day, bool_or(passes) as passes from (${parts.join('\nunion all ')}) group by src, id, step)`;
};

const LEADS_OF_ACCOUNTS = `select l.src, coalesce(p.account_id, l.account_id) as id, min(l.created_on) as on_day
  from lead l left join contact p on p.src = l.src and p.id = l.contact_id
  where coalesce(p.account_id, l.account_id) is not null group by all`;
const ENTERED: { readonly [E in Entry]: (kept: boolean) => string } = {
  touched: (kept) => (kept ? 'from journeys.first_met' : sqlOf('first-met')),
  lead: () => 'select src, id, created_on as on_day from lead',
  opened: () => 'select src, id, opened_on as on_day from opportunity',
};
