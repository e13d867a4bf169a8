/**
 * Evidence: what came of the cases of a campaign, as sums by day and variant, for criteria to be held against.
 *
 * A measure is said in words: kind share, count or mean; `of` and `outOf` each one of touch (any), touch:reply (a kind), lead,
 * opportunity, stage:Qualified, won, revenue (only `of`), spend (only `outOf`).
 * Which variant a case belongs to: utm_content (or content, variant, version) of its touch or lead, or what the touch says it was
 * (`what`), compared as letters and digits in lower case; with one variant all cases are its.
 */
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import { lit, lits } from '../quote.ts';
import { milestoneNamed, reachedSql, type Milestone } from './milestone.ts';
import { SINCE } from './parameters.ts';
import type { Asked, Head, Question } from './question.ts';
import { stagesOn } from './stage-rules.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const evidence: Question = {
  name: 'evidence',
  summary: 'What came of the cases of a campaign, by day and variant: cases, hits, money, as its success criteria count them',
  params: [
    { name: 'id', kind: 'text', required: true, summary: 'The campaign, by its id: c_…' },
    {
      name: 'kind',
      kind: 'choice',
      choices: ['share', 'count', 'mean'],
      summary: 'share of cases, count over cases or money, mean of money; share without it',
    },
    { name: 'of', kind: 'text', required: true, summary: 'What comes: touch:reply, lead, opportunity, stage:Qualified, won, revenue' },
    {
      name: 'outOf',
      kind: 'text',
      required: true,
      summary: 'Of which cases: touch:sent, touch, lead, opportunity, stage:Qualified, won, spend',
    },
    { name: 'variants', kind: 'texts', summary: 'Names of the variants in their order; without it all cases are one' },
    { name: 'wait', kind: 'whole', summary: 'Days after which a case is ripe: sums of ripe cases stand beside those of all' },
    SINCE,
  ],
  run: async (engine, params, head) => {
    const [of, outOf] = await Promise.all([
      countedAs(engine, head, 'of', String(params['of'])),
      countedAs(engine, head, 'outOf', String(params['outOf'])),
    ]);
    if (!of.ok) return of;
    if (!outOf.ok) return outOf;
    if (of.value.what === 'spend' || outOf.value.what === 'revenue') return misplaced(of.value.what === 'spend' ? 'of' : 'outOf');
    const variants = (params['variants'] ?? []) as readonly string[];
    const bound = {
      id: params['id'] as string,
      as_of: head.asOf,
      since: (params['since'] as string | undefined) ?? '0001-01-01',
      currency: head.currency,
      wait: (params['wait'] as number | undefined) ?? null,
      out_stage: stageOf(outOf.value),
      of_stage: stageOf(of.value),
      out_kind: outOf.value.what === 'touch' ? outOf.value.kind : null,
      of_kind: of.value.what === 'touch' ? of.value.kind : null,
    };
    const overMoney = outOf.value.what === 'spend';
    const slots = {
      cases: fill(sqlOf('evidence-cases'), {
        names: await namesSql(engine, bound.id),
        variant: variantSql('t', variants),
        lead_variant: variantSql('l', variants),
      }),
      begun: begunSql(overMoney ? of.value : outOf.value, overMoney ? 'of' : 'out', head),
      one: variants.length > 1 ? IN_ONE_VARIANT : IN_THE_ONLY_VARIANT,
      undated: undatedSql(of.value, outOf.value, head),
      came: overMoney ? '' : cameSql(of.value, outOf.value, head),
    };
    const rows = (name: string) => rowsOf(engine, fill(sqlOf(name), slots), bound);
    const deals = [of.value, outOf.value].filter(({ what }) => what === 'deal' || what === 'revenue');
    const leaves = variants.length > 1 || deals.length > 0;
    const days = await rows(overMoney ? 'evidence-spend' : 'evidence');
    const left = [...(leaves ? await rows('evidence-left') : []), ...(days.length === 0 ? await rows('evidence-kinds') : [])];
    return ok({ tables: { days, left } });
  },
};

const namesSql = async (engine: Engine, id: string): Promise<string> => {
  const names = await rowsOf<{ readonly found: string }>(engine, 'select found from campaign_name where campaign_id = $id', { id });
  return names.length === 0 ? 'null' : lits(names.map(({ found }) => found));
};

const IN_ONE_VARIANT = 'select c, min(on_day) as on_day, min(variant) as variant from begun group by c having min(variant) = max(variant)';
const IN_THE_ONLY_VARIANT = 'select c, min(on_day) as on_day, 0 as variant from begun group by c';

type Counted =
  | { readonly what: 'touch'; readonly kind: string | null }
  | { readonly what: 'lead' | 'revenue' | 'spend' }
  | { readonly what: 'deal'; readonly at: Milestone };

const countedAs = async (engine: Engine, head: Head, parameter: 'of' | 'outOf', said: string): Promise<Asked<Counted>> => {
  const [what, ...rest] = said.split(':');
  const name = rest.join(':').trim();
  if (what === 'touch') return ok({ what, kind: name === '' ? null : name.toLowerCase() });
  if (what === 'lead' || what === 'revenue' || what === 'spend') return ok({ what });
  if (what === 'opportunity') return ok({ what: 'deal', at: { kind: 'opened' } });
  if (what === 'won') return ok({ what: 'deal', at: { kind: 'won' } });
  if (what !== 'stage' || name === '')
    return refuse({
      code: 'bad-parameter',
      text: `${parameter} wants touch, touch:kind, lead, opportunity, stage:name, won, ${parameter === 'of' ? 'revenue' : 'spend'}, not ${JSON.stringify(said)}.`,
      parameter,
      found: said,
    });
  const at = await milestoneNamed(engine, parameter === 'of' ? 'to' : 'from', name, stagesOn(head.stageVersions, head.asOf));
  return at.ok ? ok({ what: 'deal', at: at.value }) : at;
};

const misplaced = (parameter: 'of' | 'outOf'): Asked<never> =>
  refuse({
    code: 'bad-parameter',
    text:
      parameter === 'of'
        ? 'Money spent is not what comes of a case; ask for cases out of spend.'
        : 'Revenue is no case; ask for revenue out of leads or deals.',
    parameter,
  });

const stageOf = (counted: Counted): string | null => (counted.what === 'deal' && counted.at.kind === 'stage' ? counted.at.stage : null);

/** Cases: (c, on_day, variant). */
const begunSql = (counted: Counted, slot: 'of' | 'out', head: Head): string => {
  if (counted.what === 'touch')
    return `select who as c, on_day, variant from touched${counted.kind === null ? '' : ` where kind = $${slot}_kind`}`;
  if (counted.what === 'lead') return 'select who as c, on_day, variant from asked';
  if (counted.what !== 'deal') return begunSql({ what: 'deal', at: { kind: 'won' } }, slot, head);
  const days = reachedSql(counted.at, 'opportunity', `${slot}_stage`, head);
  return `select d.who as c, greatest(d.on_day, r.reached_on) as on_day, d.variant
    from dealt d join ${days} r on r.src = d.src and r.id = d.id where r.reached_on <= $as_of::date`;
};

/** What came of cases: (c, since, variant, on_day, minor). */
const cameSql = (of: Counted, outOf: Counted, head: Head): string => {
  if (of.what === 'touch' || of.what === 'lead') {
    if (outOf.what === 'deal')
      return 'select null::ubigint as c, null::date as since, 0 as variant, null::date as on_day, null::bigint as minor where false';
    const from = of.what === 'touch' ? `(select * from touched${of.kind === null ? '' : ' where kind = $of_kind'})` : 'asked';
    return `select o.c, o.on_day as since, o.variant, e.on_day, null::bigint as minor from one o join ${from} e on e.who = o.c and e.on_day >= o.on_day`;
  }
  const at: Milestone = of.what === 'deal' ? of.at : { kind: 'won' };
  const deals = `select d.src, d.id, d.who, d.on_day, greatest(d.on_day, r.reached_on) as reached_on, d.minor
    from dealt d join ${reachedSql(at, 'opportunity', 'of_stage', head)} r on r.src = d.src and r.id = d.id where r.reached_on <= $as_of::date`;
  if (outOf.what === 'deal')
    return `select o.c, o.on_day as since, o.variant, greatest(o.on_day, e.reached_on) as on_day, e.minor from one o join (${deals}) e on e.who = o.c`;
  return `select arg_min(o.c, (o.on_day, o.c)) as c, min(o.on_day) as since, arg_min(o.variant, (o.on_day, o.c)) as variant, e.reached_on as on_day, any_value(e.minor) as minor
    from (${deals}) e join whose p on p.src = e.src and p.id = e.id join one o on o.c = p.who and o.on_day <= e.on_day
    group by e.src, e.id, e.reached_on`;
};

/** Deals that reached what is asked for on a day that nobody recorded: (src, id). */
const undatedSql = (of: Counted, outOf: Counted, head: Head): string => {
  const parts = (
    [
      [of, 'of_stage'],
      [outOf, 'out_stage'],
    ] as const
  ).flatMap(([counted, stage]) => {
    const at: Milestone | null = counted.what === 'deal' ? counted.at : counted.what === 'revenue' ? { kind: 'won' } : null;
    return at === null ? [] : [`select src, id from ${reachedSql(at, 'opportunity', stage, head)} where reached_on is null`];
  });
  return parts.length === 0 ? 'select null as src, null as id where false' : parts.join(' union ');
};

const SAID_IN = ['utm_content', 'UTM content', 'content', 'Content', 'variant', 'Variant', 'version', 'Version'];
const folded = (sql: string): string => `trim(regexp_replace(lower(${sql}), '[^a-z0-9]+', '-', 'g'), '-')`;

const variantSql = (letter: 't' | 'l', variants: readonly string[]): string => {
  if (variants.length < 2) return '0';
  const said = SAID_IN.map((name) => `json_extract_string(${letter}.attrs, ${lit(`$."${name}"`)})`).join(', ');
  const list = `[${lits(variants.map(fold))}]`;
  const place = (sql: string): string => `nullif(list_position(${list}, ${folded(sql)}), 0) - 1`;
  return letter === 't' ? `coalesce(${place(`coalesce(${said})`)}, ${place('t.what')})` : place(`coalesce(${said})`);
};
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
