/** Reads the head of an answer: company, zone, currency, as-of and loads. */
import type { Day } from '../../kernel/day.ts';
import type { Engine } from '../engine.ts';
import { journeysKept } from '../journey/store.ts';
import { untilCommit } from '../until-commit.ts';
import type { Head, Params } from './question.ts';
import type { StageVersion } from './stage-rules.ts';
import { rowsOf, sqlOf } from './statement.ts';
import { FIRST_RULES, type RulesInForce, type TouchRules } from './touch-rules.ts';

type HeadRow = {
  readonly name: string | null;
  readonly zone: string | null;
  readonly currency: string | null;
  readonly look_back_days: number | null;
  readonly start_month: number | null;
  readonly pattern: string | null;
  readonly version: number | null;
  readonly rules: string | null;
  readonly stages: string | null;
  readonly last_day: Day | null;
  readonly loads: readonly number[];
  readonly deal_currencies: number;
  readonly one_deal_currency: string | null;
  readonly spend_currencies: number;
  readonly one_spend_currency: string | null;
  readonly speaks: boolean;
};

const NO_LIMIT = '9999-12-31';

/** The head for one question. The as-of is the one asked for, else the earlier of today and the last day in the data. */
export const headOf = async (engine: Engine, question: string, params: Params): Promise<Head> => {
  const today = (params['today'] as Day | undefined) ?? NO_LIMIT;
  const [row, isKept] = await Promise.all([rowOf(engine), journeysKept(engine)]);
  const lastDay =
    row.last_day !== null && row.last_day > today
      ? ((await rowsOf<{ readonly last_day: Day | null }>(engine, sqlOf('last-day'), { today }))[0]?.last_day ?? null)
      : row.last_day;
  const asked = params['asOf'] as Day | undefined;
  const asOf = asked ?? lastDay ?? (today === NO_LIMIT ? '1970-01-01' : today);
  const rules = rulesOf(row, params);
  return {
    question,
    company: row.name ?? '',
    zone: row.zone ?? 'UTC',
    zoneAssumed: row.zone === null,
    currency: currencyOf(row),
    hasAmounts: row.deal_currencies + row.spend_currencies > 0,
    fiscal: { startMonth: row.start_month ?? 1, pattern: row.pattern === '4-4-5' ? '4-4-5' : 'calendar' },
    lookBackDays: rules.lookBackDays,
    rules,
    stageVersions: row.stages === null ? [] : (JSON.parse(row.stages) as StageVersion[]),
    asOf,
    asOfBy: asked ? 'asked' : lastDay ? 'data' : 'today',
    lastDay,
    loads: row.loads,
    kept: isKept,
  };
};

const kept = untilCommit<HeadRow>(1);

/** What stands at the head of every answer, read once until the facts change. */
const rowOf = (engine: Engine): Promise<HeadRow> =>
  kept(engine, '', async () => {
    const [first] = await rowsOf<HeadRow>(engine, sqlOf('head'));
    if (!first) throw new Error('the head of an answer has one row');
    return first;
  });

/** Those that are tried, else those in force, else the first ones with the company's own look-back. */
const rulesOf = ({ version, rules, look_back_days }: HeadRow, params: Params): RulesInForce => {
  const tried = params['rules'] as string | undefined;
  if (tried !== undefined) return { ...(JSON.parse(tried) as TouchRules), version: version ?? 0, trial: true };
  const known = rules === null ? FIRST_RULES : (JSON.parse(rules) as TouchRules);
  return { ...known, lookBackDays: look_back_days ?? known.lookBackDays, version: version ?? 0, trial: false };
};

/** The company's currency where any amount is in it or can be converted to it, else the only one stated, else none. */
const currencyOf = (row: HeadRow): string | null => {
  if (row.speaks) return row.currency;
  if (row.deal_currencies === 1) return row.one_deal_currency;
  if (row.deal_currencies === 0 && row.spend_currencies === 1) return row.one_spend_currency;
  return row.deal_currencies === 0 && row.spend_currencies === 0 ? row.currency : null;
};
