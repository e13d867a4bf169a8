/**
 * Links: the small tables that the journal projects into the facts, so that a walk of the thread is a join.
 */
import type { Currency } from '../../kernel/money.ts';
import type { Tx } from '../engine.ts';
import { columnsOf, ENTITIES } from '../import/entities.ts';
import type { Entity } from '../import/mapping.ts';
import { lit } from '../quote.ts';
import { lendNames } from './lend.ts';
import { projectCosts, type CostFacts, type LineEntry } from './costs.ts';
import { projectStages, type StageFacts } from './stage-rules.ts';
import { projectRates, type RateStep } from './rates.ts';
import type { TouchRules } from '../questions/touch-rules.ts';
import type { Segment } from '../segments/definition.ts';

export type CompanyFacts = {
  readonly name: string;
  readonly zone: string;
  readonly currency: Currency | null;
  readonly lookBackDays: number;
  readonly startMonth: number;
  readonly pattern: 'calendar' | '4-4-5';
};

/** The whole of what the journal says; what is absent from a list is gone from the facts. */
export type Links = {
  readonly company: CompanyFacts;
  /** Which touches count, with the version; absent leaves the first rules in force. */
  readonly touchRules?: { readonly version: number; readonly rules: TouchRules };
  /** What the stages of the funnel mean, version by version; absent or empty: those of the files are used. */
  readonly stages?: readonly StageFacts[];
  readonly campaigns: readonly {
    readonly campaignId: string;
    readonly name: string;
    readonly channel: string | null;
    readonly foundational: boolean;
    readonly itemId: string | null;
    readonly priorityId: string | null;
    readonly guidepoint: string | null;
    /** Every spelling that means it: tracking key, aliases, CRM and ad platform names. Its id and name are added by themselves. */
    readonly spellings: readonly string[];
  }[];
  readonly items: readonly {
    readonly itemId: string;
    readonly ref: string;
    readonly title: string;
    readonly priorityId: string | null;
    readonly foundational: boolean;
    /** The first person who asked for it. */
    readonly requester?: string | null;
  }[];
  readonly outcomes: readonly { readonly priorityId: string; readonly outcomeId: string; readonly objectiveId: string }[];
  /** Exchange rates to the company's currency, each in force from its day to before `until` (null: to this day), as fractions. */
  readonly rates: readonly RateStep[];
  /** What counts as cost; null before anybody settled it. */
  readonly costs: CostFacts | null;
  /** Invoices recorded by hand on budget lines that count. */
  readonly entries: readonly LineEntry[];
  /** Segments that stand. */
  readonly segments: readonly Segment[];
};

/** How a campaign's spelling is compared: as campaign_name folds it. */
export const foldName = (name: string): string => name.trim().toLowerCase();

/** Replaces all of it. Where two campaigns claim one spelling, the first listed has it. A new zone moves the days of all instants. */
export const projectLinks = async (
  tx: Tx,
  { company, touchRules, stages, campaigns, items, outcomes, segments, rates, costs, entries }: Links,
): Promise<void> => {
  const [before] = await tx.read<{ zone: string }>('select zone from company');
  for (const table of ['company', 'thread_campaign', 'thread_item', 'thread_outcome', 'campaign_name', 'segment', 'touch_rule'])
    await tx.run(`delete from ${table}`);
  await tx.run(
    'insert into company (one, name, zone, currency, look_back_days, start_month, pattern) values (true, $name, $zone, $currency, $lookBackDays, $startMonth, $pattern)',
    { ...company },
  );
  if (touchRules)
    await tx.run('insert into touch_rule (one, version, rules) values (true, $version, $rules)', {
      version: touchRules.version,
      rules: JSON.stringify(touchRules.rules),
    });
  await projectStages(tx, stages ?? []);
  await fill(
    tx,
    'thread_campaign (campaign_id, name, channel, foundational, item_id, priority_id, guidepoint)',
    campaigns.map((c) => [c.campaignId, c.name, c.channel, c.foundational, c.itemId, c.priorityId, c.guidepoint]),
  );
  await fill(
    tx,
    'thread_item (item_id, ref, title, priority_id, foundational, requester)',
    items.map((i) => [i.itemId, i.ref, i.title, i.priorityId, i.foundational, i.requester ?? null]),
  );
  await fill(
    tx,
    'thread_outcome (priority_id, outcome_id, objective_id)',
    outcomes.map((o) => [o.priorityId, o.outcomeId, o.objectiveId]),
  );
  await fill(
    tx,
    'segment (segment_id, name, definition)',
    segments.map(({ id, name, of, where }) => [id, name, JSON.stringify({ of, where })]),
  );
  await projectRates(tx, rates);
  await projectCosts(tx, costs, entries);
  const spelled = new Map<string, string>();
  for (const { campaignId, name, spellings } of campaigns) {
    for (const spelling of [campaignId, name, ...spellings])
      if (foldName(spelling) !== '' && !spelled.has(foldName(spelling))) spelled.set(foldName(spelling), campaignId);
  }
  await fill(tx, 'campaign_name (found, campaign_id)', [...spelled]);
  await lendNames(tx);
  if ((before?.zone ?? 'UTC') !== company.zone) await moveDays(tx, company.zone);
};

const CHUNK = 500;

const fill = async (tx: Tx, into: string, rows: readonly (readonly (string | boolean | null)[])[]): Promise<void> => {
  const value = (cell: string | boolean | null): string => (cell === null ? 'null' : typeof cell === 'boolean' ? String(cell) : lit(cell));
  for (let i = 0; i < rows.length; i += CHUNK)
    await tx.run(
      `insert or ignore into ${into} values ${rows
        .slice(i, i + CHUNK)
        .map((row) => `(${row.map(value).join(', ')})`)
        .join(', ')}`,
    );
};

/** The local day of every instant, in a zone the company did not have before. */
const moveDays = async (tx: Tx, zone: string): Promise<void> => {
  for (const entity of Object.keys(ENTITIES) as Entity[]) {
    for (const column of columnsOf(entity).filter((name) => name.endsWith('_at'))) {
      for (const table of [entity, `${entity}_row`])
        await tx.run(
          `update ${table} set ${column.replace(/_at$/, '_on')} = timezone(${lit(zone)}, timezone('UTC', ${column}))::date where ${column} is not null`,
        );
    }
  }
};
