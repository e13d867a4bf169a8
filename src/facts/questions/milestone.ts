/**
 * Milestone: a point that an account, a lead or a deal reaches, and the SQL that says who reached it when.
 *
 * touch    the account's first touch: an account is followed, under what that touch says of itself
 * lead     the lead was created              opened   the deal was opened
 * closed   won or lost                       won, lost
 * defined  a stage of the signed definitions, by its name: the first day of any of its signs (sql/stage-hits.sql); where skips are
 *          passed, the day of a later stage that came first
 * a stage  of the files, by its name, whatever its case: the first day the deal entered it; a deal that stands in
 *          the stage without a recorded entry has reached it on the day on which a re-import first showed it there
 *          (deal_seen), else on a day that is not known
 * Nothing dated after the as-of has been reached; a day that is not known stays.
 */
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import type { Asked, Head } from './question.ts';
import { stageHitsSql, stageNamed, type DefinedStage, type StageVersion } from './stage-rules.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type Milestone =
  | { readonly kind: 'touch' | 'lead' | 'opened' | 'closed' | 'won' | 'lost' }
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'defined'; readonly stage: string; readonly ordinal: number; readonly of: StageVersion };
export type Unit = 'touch' | 'lead' | 'opportunity';

const BUILT_IN = ['touch', 'lead', 'opened', 'closed', 'won', 'lost'] as const;

/** The milestone a person named. Refused with what there is. */
export const milestoneNamed = async (
  engine: Engine,
  parameter: 'from' | 'to',
  said: string,
  version: StageVersion | null,
): Promise<Asked<Milestone>> => {
  const folded = said.trim().toLowerCase();
  const known = BUILT_IN.find((name) => name === folded);
  if (known) return ok({ kind: known });
  const defined = version && stageNamed(version, folded);
  if (defined) return ok(definedAs(defined, version));
  const stages = await rowsOf<{ readonly name: string }>(engine, sqlOf('stages'));
  if (stages.some(({ name }) => name.trim().toLowerCase() === folded)) return ok({ kind: 'stage', stage: folded });
  const choices = [...new Set([...BUILT_IN, ...(version?.stages ?? []).map(({ name }) => name), ...stages.map(({ name }) => name)])];
  return refuse({
    code: 'unknown-milestone',
    text: `There is no stage or milestone "${said}". There is: ${choices.join(', ')}.`,
    parameter,
    found: said,
    choices,
  });
};

/** A stage that one sign of the facts shows alone is that milestone itself. */
const definedAs = (stage: DefinedStage, of: StageVersion): Milestone => {
  const [only, more] = stage.signs;
  const alone = more === undefined ? BUILT_IN.find((kind) => kind === only?.sign) : undefined;
  return alone ? { kind: alone } : { kind: 'defined', stage: stage.name, ordinal: of.stages.indexOf(stage), of };
};

type Start = { readonly has_leads: boolean; readonly has_opened: boolean; readonly stage: string | null };

/** Where to begin when nobody said: the opening of the deal, or where no opening day is known, the stage deals enter first. */
export const dealStart = async (engine: Engine): Promise<string> => startOf(await start(engine), false);

const start = async (engine: Engine): Promise<Start> => (await rowsOf<Start>(engine, sqlOf('start')))[0]!;
const startOf = ({ has_leads, has_opened, stage }: Start, leads: boolean): string =>
  leads && has_leads ? 'lead' : has_opened ? 'opened' : (stage ?? 'opened');

/** The two ends of a funnel or lag. Without `from`: lead where there are leads, else as dealStart. Without `to`: won. */
export const milestonesOf = async (
  engine: Engine,
  from: string | undefined,
  to: string | undefined,
  version: StageVersion | null,
): Promise<Asked<{ readonly from: Milestone; readonly to: Milestone; readonly said: { readonly from: string; readonly to: string } }>> => {
  const begin = from ?? startOf(await start(engine), true);
  const end = to ?? 'won';
  const a = await milestoneNamed(engine, 'from', begin, version);
  if (!a.ok) return a;
  const b = await milestoneNamed(engine, 'to', end, version);
  return b.ok ? ok({ from: a.value, to: b.value, said: { from: nameOf(a.value, begin), to: nameOf(b.value, end) } }) : b;
};

const nameOf = (milestone: Milestone, said: string): string =>
  milestone.kind === 'stage' ? said.trim() : milestone.kind === 'defined' ? milestone.stage : milestone.kind;

/** True where a milestone's day depends on a stage of the CRM or on the definitions. */
export const asksStage = ({ kind }: Milestone): boolean => kind === 'stage' || kind === 'defined';

/** Who is followed: an account by its first touch, a lead from its creation, else a deal. */
export const unitOf = (from: Milestone): Unit => (from.kind === 'touch' || from.kind === 'lead' ? from.kind : 'opportunity');

/**
 * SQL of a relation (src, id, reached_on, opportunity_id): one row per unit that reached the milestone.
 * `stage` is the name under which a stage is bound; `kept`: signs and first touches stand worked out (journey/store.ts).
 */
export const reachedSql = (milestone: Milestone, unit: Unit, stage: string, { kept }: Pick<Head, 'kept'>): string => {
  if (milestone.kind === 'touch')
    return unit === 'opportunity'
      ? `(select src, id, on_day as reached_on, id as opportunity_id from (${firstTouchOfDeals(kept)}))`
      : `(select src, id, reached_on, null as opportunity_id from (${firstTouch(kept)}))`;
  if (unit === 'touch') {
    // An account reaches what the first of its leads or deals reaches.
    const own =
      milestone.kind === 'lead'
        ? `select src, account_id, created_on as reached_on, null as opportunity_id from lead where ${upTo('created_on')}`
        : `select o.src, o.account_id, d.reached_on, d.id as opportunity_id from (${dealSql(milestone, stage, kept)}) d join opportunity o on o.src = d.src and o.id = d.id`;
    return `(select f.src, f.id, min(d.reached_on) as reached_on, arg_min(d.opportunity_id, (coalesce(d.reached_on, date '9999-12-31'), d.opportunity_id)) as opportunity_id
      from (${firstTouch(kept)}) f join account_key k on k.account = f.account join (${own}) d on d.src = k.src and d.account_id = k.id group by f.src, f.id)`;
  }
  if (milestone.kind === 'lead') {
    const by =
      unit === 'lead'
        ? 'l.id, l.created_on as reached_on, null as opportunity_id from lead l'
        : 'o.id, l.created_on as reached_on, o.id as opportunity_id from lead l join opportunity o on o.src = l.src and o.lead_id = l.id';
    return `(select l.src, ${by} where ${upTo('l.created_on')})`;
  }
  const deals = dealSql(milestone, stage, kept);
  if (unit === 'opportunity') return `(select src, id, reached_on, id as opportunity_id from (${deals}))`;
  // A lead reaches what the first of its deals reaches.
  return `(select d.src, o.lead_id as id, min(d.reached_on) as reached_on, arg_min(d.id, (coalesce(d.reached_on, date '9999-12-31'), d.id)) as opportunity_id
    from (${deals}) d join opportunity o on o.src = d.src and o.id = d.id where o.lead_id is not null group by d.src, o.lead_id)`;
};

const upTo = (day: string): string => `(${day} is null or ${day} <= $as_of::date)`;

/** The first touch of each account, as all sources together name it: (src, id, account, reached_on). */
const firstTouch = (kept: boolean): string => `select place.src, place.id, account, place.day as reached_on from (
    select account, min(place) as place from ${kept ? 'journeys.first_touch' : `(${sqlOf('first-touches')})`}
    where since <= $as_of::date group by account)`;

const firstTouchOfDeals = (kept: boolean): string => `select o.src, o.id, f.reached_on as on_day from opportunity o
  join account_key k on k.src = o.src and k.id = o.account_id join (${firstTouch(kept)}) f on f.account = k.account`;

const definedSql = ({ of, ordinal }: Extract<Milestone, { kind: 'defined' }>, kept: boolean): string => {
  const later = of.skipped === 'passed' ? of.stages.length : ordinal + 1;
  const numbered = of.stages.map(({ signs }, i) => ({ ordinal: i, signs: i === ordinal ? signs : signs.filter(isOfDeals) }));
  const asked = numbered.slice(ordinal, later);
  const touched = asked.some(({ signs }) => signs.some(({ sign }) => sign === 'touch'));
  return `select src, id, min(on_day) as reached_on from ${stageHitsSql(asked, kept, touched ? firstTouchOfDeals(kept) : undefined)} where ordinal = ${ordinal} or passes group by src, id`;
};
/** Nobody passes a touch or a lead: one that was not recorded is a gap of the data, no skip. */
const isOfDeals = ({ sign }: { readonly sign: string }): boolean => sign !== 'touch' && sign !== 'lead';

const dealSql = (milestone: Exclude<Milestone, { kind: 'touch' | 'lead' }>, stage: string, kept: boolean): string => {
  if (milestone.kind === 'defined') return definedSql(milestone, kept);
  if (milestone.kind === 'stage')
    return `select src, opportunity_id as id, min(entered_on) as reached_on from stage_entry where lower(trim(stage)) = $${stage} and ${upTo('entered_on')} group by src, opportunity_id
      union all select s.src, s.opportunity_id, min(s.seen_on) from deal_seen s where s.field = 'stage' and lower(trim(s.value)) = $${stage} and s.seen_on <= $as_of::date
        and not exists (select 1 from stage_entry e where e.src = s.src and e.opportunity_id = s.opportunity_id and lower(trim(e.stage)) = $${stage})
        group by s.src, s.opportunity_id
      union all select o.src, o.id, null from opportunity o where lower(trim(o.stage)) = $${stage} and ${upTo('o.opened_on')}
        and not exists (select 1 from stage_entry e where e.src = o.src and e.opportunity_id = o.id and lower(trim(e.stage)) = $${stage})
        and not exists (select 1 from deal_seen s where s.src = o.src and s.opportunity_id = o.id and s.field = 'stage' and lower(trim(s.value)) = $${stage} and s.seen_on <= $as_of::date)`;
  if (milestone.kind === 'opened') return `select src, id, opened_on as reached_on from opportunity where ${upTo('opened_on')}`;
  const status = milestone.kind === 'closed' ? `status in ('won', 'lost')` : `status = '${milestone.kind}'`;
  return `select src, id, closed_on as reached_on from opportunity where ${status} and ${upTo('closed_on')}`;
};
