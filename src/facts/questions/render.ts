/**
 * Render: a target as SQL over the tables in reach.
 *
 * Names out of files (attributes, lookups, aliased fields) and what a person typed are bound as
 * parameters; only our own column names stand in the text. Joins are left joins that never
 * multiply a row, but for `outcome`, which gives one row per outcome of the priority.
 */
import type { Catalogue } from './catalogue.ts';
import { LETTER, type Entity, type Field, type Kind } from './fields.ts';
import type { Base, Reach, Target, ThreadLink } from './target.ts';

export type Rendered = {
  /** SQL text value, null where there is nothing to say. */
  readonly text: string;
  /** SQL date, where the target is a day. */
  readonly day?: string;
  /** SQL text of the id behind the value, where it has one of its own. */
  readonly id?: string;
  /** The key where there is nothing. */
  readonly blank: string;
  /** SQL condition under which a name was said that the reference file does not know. */
  readonly unknown?: string;
};

/** Collects the joins and parameters that rendered targets need, each once, in order. */
export type Sheet = {
  /** Each join by what it is for, after those it needs. */
  readonly joins: Map<string, string>;
  readonly letters: Map<string, string>;
  readonly bound: Record<string, string>;
};

export const newSheet = (): Sheet => ({ joins: new Map(), letters: new Map(), bound: {} });

/** Binds a value; gives its name in the text. */
export const bind = (sheet: Sheet, value: string): string => {
  const name = `cut${Object.keys(sheet.bound).length}`;
  sheet.bound[name] = value;
  return `$${name}`;
};

const join = (sheet: Sheet, key: string, sql: () => string): void => {
  if (!sheet.joins.has(key)) sheet.joins.set(key, sql());
};

const BLANK = '(blank)';

export const renderTarget = (sheet: Sheet, catalogue: Catalogue, reach: Reach, target: Target): Rendered => {
  const { base } = reach;
  switch (target.at) {
    case 'field':
      return {
        ...fieldOf(sheet, catalogue, reach, target.entity, target.field),
        ...(target.blank !== undefined && { blank: target.blank }),
      };
    case 'attribute': {
      reachTo(sheet, base, target.entity);
      const raw = trimmed(`json_extract_string(${LETTER[target.entity]}.attrs, ${bind(sheet, pointer(target.name))})`);
      return valueOf(aliasedText(sheet, catalogue, `${target.entity}.attrs.${target.name}`, raw), target.kind);
    }
    case 'account': {
      reachTo(sheet, base, 'account');
      const id = base === 'touch' ? touchAccount : `${LETTER[base]}.account_id`;
      return {
        text: aliasedText(sheet, catalogue, 'account.name', `coalesce(${trimmed('a.name')}, ${trimmed('an.as_id')}, ${trimmed(id)})`),
        id: `coalesce(an.as_id, ${id})`,
        blank: BLANK,
      };
    }
    case 'ending': {
      reachTo(sheet, base, 'opportunity');
      const day = `case when o.status = '${target.status}' and o.closed_on <= $as_of::date then o.closed_on end`;
      return { text: `strftime(${day}, '%Y-%m-%d')`, day, blank: BLANK };
    }
    case 'lookup': {
      const key = renderTarget(sheet, catalogue, reach, target.through);
      const at = letterFor(sheet, `lookup ${target.lookup}`, 'k');
      join(
        sheet,
        `lookup ${target.lookup}`,
        () =>
          `left join (select id, arg_max(attrs, load) as attrs from lookup where name = ${bind(sheet, target.lookup)} group by id) ${at} on trim(${at}.id) = ${key.text}`,
      );
      const text = aliasedText(
        sheet,
        catalogue,
        `lookup.${target.lookup}.${target.column}`,
        trimmed(`json_extract_string(${at}.attrs, ${bind(sheet, pointer(target.column))})`),
      );
      return { text, blank: BLANK, unknown: `${key.text} is not null and ${at}.id is null` };
    }
    case 'segment':
      throw new RangeError('a segment is joined by segments/cut.ts: it is no column');
    case 'thread':
      return threadOf(sheet, reach, target.link);
  }
};

const trimmed = (sql: string): string => `nullif(trim(${sql}), '')`;
/** A JSON pointer to one key, whatever characters the file's header holds. */
const pointer = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const valueOf = (text: string, kind: Kind): Rendered => ({
  text,
  blank: BLANK,
  ...(kind === 'day' && { day: `try_cast(${text} as date)` }),
});

const fieldOf = (sheet: Sheet, catalogue: Catalogue, { base }: Reach, entity: Entity, field: Field): Rendered => {
  reachTo(sheet, base, entity);
  const sql = `${LETTER[entity]}.${field.column}`;
  if (field.kind === 'day') return { text: `strftime(${sql}, '%Y-%m-%d')`, day: sql, blank: BLANK };
  if (entity === 'opportunity' && field.column === 'status') return valueOf(STATUS_AS_OF, 'text');
  if (field.kind !== 'text') return valueOf(`(${sql})::varchar`, field.kind);
  return valueOf(aliasedText(sheet, catalogue, `${entity}.${field.column}`, trimmed(sql)), 'text');
};

/** What is closed after the as-of was open then. */
const STATUS_AS_OF = `case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end`;

/** The value, or what a person has confirmed that this spelling means. */
const aliasedText = (sheet: Sheet, catalogue: Catalogue, field: string, sql: string): string => {
  if (!catalogue.aliased.has(field)) return sql;
  const at = letterFor(sheet, `alias ${field}`, 'm');
  join(
    sheet,
    `alias ${field}`,
    () =>
      `left join (select found, arg_max(means, confirmed_at) as means from alias where field = ${bind(sheet, field)} and revoked_at is null group by found) ${at} on ${at}.found = ${sql}`,
  );
  return `coalesce(${at}.means, ${sql})`;
};

/** A letter with a number, the same each time for the same join. */
const letterFor = (sheet: Sheet, key: string, letter: string): string => {
  const known = sheet.letters.get(key) ?? `${letter}${sheet.letters.size}`;
  sheet.letters.set(key, known);
  return known;
};

/** The account of a touch: that of its contact, else its own. */
const touchAccount = 'coalesce(p.account_id, t.account_id)';

const reachTo = (sheet: Sheet, base: Base, entity: Entity): void => {
  if (entity === base) return;
  const from = LETTER[base];
  if (entity === 'contact') return join(sheet, 'contact', () => `left join contact p on p.src = ${from}.src and p.id = ${from}.contact_id`);
  if (entity === 'lead') return join(sheet, 'lead', () => `left join lead l on l.src = ${from}.src and l.id = ${from}.lead_id`);
  if (entity === 'opportunity')
    return join(sheet, 'opportunity', () => 'left join opportunity o on o.src = reached.src and o.id = reached.opportunity_id');
  if (base === 'touch') reachTo(sheet, base, 'contact');
  return join(
    sheet,
    'account',
    () =>
      `left join account_named an on an.src = ${from}.src and an.id = ${base === 'touch' ? touchAccount : `${from}.account_id`} left join account a on a.src = an.as_src and a.id = an.as_id`,
  );
};

const threadOf = (sheet: Sheet, { base, costs, once }: Reach, link: ThreadLink): Rendered => {
  if (base === 'opportunity') reachTo(sheet, base, 'lead');
  const from = base === 'opportunity' ? 'l' : LETTER[base];
  join(sheet, 'campaign', () =>
    base === 'spend'
      ? `left join campaign_name ci on ci.found = lower(trim(${from}.ad_campaign_id)) left join campaign_name cn on cn.found = lower(trim(${from}.campaign)) left join thread_campaign tc on tc.campaign_id = coalesce(ci.campaign_id, cn.campaign_id)`
      : `left join campaign_name cn on cn.found = lower(trim(${from}.campaign)) left join thread_campaign tc on tc.campaign_id = cn.campaign_id`,
  );
  if (link === 'campaign') return linked('coalesce(tc.name, tc.campaign_id)', 'tc.campaign_id', 'no campaign');
  if (link === 'guidepoint') return linked('tc.guidepoint', 'tc.guidepoint', 'no Guidepoint');
  // A cost may name its work item or priority itself.
  const item = costs ? 'coalesce(tc.item_id, s.item_id)' : 'tc.item_id';
  join(sheet, 'item', () => `left join thread_item ti on ti.item_id = ${item}`);
  if (link === 'item') return linked(`coalesce(nullif(concat_ws(' ', ti.ref, ti.title), ''), ${item})`, item, 'no work item');
  if (link === 'requester') return linked('ti.requester', 'ti.requester', 'nobody asked');
  const priority = costs ? 'coalesce(ti.priority_id, tc.priority_id, s.priority_id)' : 'coalesce(ti.priority_id, tc.priority_id)';
  if (link === 'priority') return linked(priority, priority, 'no priority');
  // Counted rows stand once under an objective; shared ones (money by touches and costs) are split among the outcomes that serve it.
  if (link === 'objective' && (once || (base !== 'touch' && base !== 'spend')) && !sheet.joins.has('outcome')) {
    join(sheet, 'objective', () => `left join (${OBJECTIVES}) tb on tb.priority_id = ${priority}`);
    return linked('tb.objective_id', 'tb.objective_id', 'no objective');
  }
  const within = sheet.joins.has('objective') ? ' and tx.objective_id is not distinct from tb.objective_id' : '';
  join(sheet, 'outcome', () => `left join (${OUTCOMES}) tx on tx.priority_id = ${priority}${within}`);
  return link === 'outcome'
    ? linked('tx.outcome_id', 'tx.outcome_id', 'no outcome')
    : linked('tx.objective_id', 'tx.objective_id', 'no objective');
};

/** Outcomes of a priority, numbered, so that money can be shared among them to the cent. */
const OUTCOMES = `select priority_id, outcome_id, objective_id, row_number() over (partition by priority_id order by outcome_id) - 1 as nth,
  count(*) over (partition by priority_id) as outcomes from thread_outcome`;

const OBJECTIVES = 'select distinct priority_id, objective_id from thread_outcome';

/** Where the thread breaks, the key says at which link. */
const linked = (text: string, id: string, broken: string): Rendered => ({
  text: `coalesce(${text}, case when tc.campaign_id is not null then '${broken}' end)`,
  id,
  blank: 'no campaign',
});
