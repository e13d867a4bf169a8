/** Touches, named: who had them and where their campaigns lead. */
import type { Engine, SqlRow } from '../engine.ts';
import { lits } from '../quote.ts';
import { untilCommit } from '../until-commit.ts';
import type { Head } from './question.ts';
import { fill, sqlOf } from './statement.ts';

/** What deal-touches.sql gives, of which this looks at some. */
export type Touched = SqlRow & {
  readonly person: number | null;
  readonly email: string | null;
  readonly contact_id: string | null;
  readonly found: string | null;
  readonly why_not: string | null;
  readonly load: number;
};

/**
 * The touches with their people's names, what stands above their campaigns and when they were told of. `arrived_on`: local day of the
 * load that brought it; `late`: it counts, but was loaded after the close and after the load that told of the deal. Looked up by themselves, since planning one
 * statement over all these tables takes longer than asking it.
 */
export const withNames = async (
  engine: Engine,
  touched: readonly Touched[],
  deal: { readonly closed_on: string | null; readonly load: number },
  { kept, zone }: Pick<Head, 'kept' | 'zone'>,
): Promise<readonly SqlRow[]> => {
  const persons = [...new Set(touched.flatMap(({ person }) => person ?? []))];
  const spellings = [...new Set(touched.flatMap(({ found }) => found ?? []))];
  const named = kept ? 'select * from journeys.person where person in ({persons})' : sqlOf('persons-named');
  const [people, means, chains, days] = await Promise.all([
    persons.length === 0 ? [] : engine.read(fill(named, { persons: persons.join(', ') })),
    meant(engine, spellings),
    chainsOf(engine),
    loadDays(engine, zone),
  ]);
  const person = new Map(people.map((row) => [row['person'], row]));
  return touched.map(({ person: number, email, found, load, ...row }) => {
    const who = person.get(number);
    const arrived = days.get(load) ?? null;
    return {
      ...row,
      person: who?.['name'] ?? email ?? row.contact_id,
      title: who?.['title'] ?? null,
      person_kind: who?.['kind'] ?? null,
      person_src: who?.['src'] ?? null,
      arrived_on: arrived,
      late: row.why_not === null && deal.closed_on !== null && load > deal.load && arrived !== null && arrived > deal.closed_on,
      ...(chains.get(means.get(found ?? '') ?? '') ?? NO_CHAIN),
    };
  });
};

type Chains = ReadonlyMap<string, SqlRow>;
const keptChains = untilCommit<Chains>(1);
/** What stands above every campaign, by its id. */
const chainsOf = (engine: Engine): Promise<Chains> =>
  keptChains(engine, '', async () => {
    const rows = await engine.read<SqlRow & { readonly campaign_id: string }>(sqlOf('campaign-chains'));
    return new Map(rows.map((row) => [row.campaign_id, row]));
  });

type Days = ReadonlyMap<number, string>;
const keptDays = untilCommit<Days>(1);
/** The local day of every load, by its number. */
export const loadDays = (engine: Engine, zone: string): Promise<Days> =>
  keptDays(engine, zone, async () => {
    const sql = "select n, timezone($zone, timezone('UTC', loaded_at))::date as day from load";
    const rows = await engine.read<{ readonly n: number; readonly day: string }>(sql, { zone });
    return new Map(rows.map(({ n, day }) => [n, day]));
  });

/** Which campaigns spellings mean. */
const meant = async (engine: Engine, spellings: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (spellings.length === 0) return new Map();
  const rows = await engine.read<{ readonly found: string; readonly campaign_id: string }>(
    `select found, campaign_id from campaign_name where found in (${lits(spellings)})`,
  );
  return new Map(rows.map(({ found, campaign_id }) => [found, campaign_id]));
};

const NO_CHAIN: SqlRow = Object.fromEntries(
  ['campaign_id', 'campaign_name', 'guidepoint', 'item_id', 'item_ref', 'item_title', 'priority_id', 'outcomes', 'objectives'].map(
    (name) => [name, null],
  ),
);
