/** Touches, named: who had them and where their campaigns lead. */
import type { Engine, SqlRow } from '../engine.ts';
import { lits } from '../quote.ts';
import { fill, sqlOf } from './statement.ts';

/** What deal-touches.sql gives, of which this looks at some. */
export type Touched = SqlRow & {
  readonly person: number | null;
  readonly email: string | null;
  readonly contact_id: string | null;
  readonly found: string | null;
};

/**
 * The touches with their people's names and what stands above their campaigns: looked up by themselves, since planning one
 * statement over all these tables takes longer than asking it.
 */
export const withNames = async (engine: Engine, touched: readonly Touched[], kept: boolean): Promise<readonly SqlRow[]> => {
  const persons = [...new Set(touched.flatMap(({ person }) => person ?? []))];
  const spellings = [...new Set(touched.flatMap(({ found }) => found ?? []))];
  const named = kept ? 'select * from journeys.person where person in ({persons})' : sqlOf('persons-named');
  const [people, chains] = await Promise.all([
    persons.length === 0 ? [] : engine.read(fill(named, { persons: persons.join(', ') })),
    chainsOf(engine, spellings),
  ]);
  const person = new Map(people.map((row) => [row['person'], row]));
  return touched.map(({ person: number, email, found, ...row }) => {
    const who = person.get(number);
    return {
      ...row,
      person: who?.['name'] ?? email ?? row.contact_id,
      title: who?.['title'] ?? null,
      person_kind: who?.['kind'] ?? null,
      person_src: who?.['src'] ?? null,
      ...(found === null ? NO_CHAIN : (chains.get(found) ?? NO_CHAIN)),
    };
  });
};

const chainsBy = new WeakMap<Engine, { readonly at: number; readonly chains: Map<string, SqlRow> }>();

/** What stands above spellings of campaigns, each looked up once for each state of the facts; one that means none is not among them. */
const chainsOf = async (engine: Engine, spellings: readonly string[]): Promise<ReadonlyMap<string, SqlRow>> => {
  const at = engine.commits();
  const last = chainsBy.get(engine);
  const chains = last?.at === at ? last.chains : new Map<string, SqlRow>();
  const wanted = spellings.filter((one) => !chains.has(one));
  if (wanted.length === 0) return chains;
  const rows = await engine.read<SqlRow & { readonly found: string }>(fill(sqlOf('campaign-chains'), { found: lits(wanted) }));
  for (const one of wanted) chains.set(one, NO_CHAIN);
  for (const { found, ...row } of rows) chains.set(found, row);
  if (engine.commits() === at) chainsBy.set(engine, { at, chains });
  return chains;
};

const NO_CHAIN: SqlRow = Object.fromEntries(
  ['campaign_id', 'campaign_name', 'guidepoint', 'item_id', 'item_ref', 'item_title', 'priority_id', 'outcomes', 'objectives'].map(
    (name) => [name, null],
  ),
);
