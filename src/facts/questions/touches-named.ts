/** Touches, named: who had them and where their campaigns lead. */
import type { Engine, SqlRow } from '../engine.ts';
import { lits } from '../quote.ts';
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

const chainsBy = new WeakMap<Engine, { readonly at: number; readonly chains: Promise<ReadonlyMap<string, SqlRow>> }>();

/** What stands above every campaign, read once for each state of the facts. */
const chainsOf = (engine: Engine): Promise<ReadonlyMap<string, SqlRow>> => {
  const at = engine.commits();
  const last = chainsBy.get(engine);
  if (last?.at === at) return last.chains;
  const chains = engine
    .read<SqlRow & { readonly campaign_id: string }>(sqlOf('campaign-chains'))
    .then((rows) => new Map(rows.map((row) => [row.campaign_id, row])));
  chains.catch(() => chainsBy.delete(engine));
  chainsBy.set(engine, { at, chains });
  return chains;
};

const daysBy = new WeakMap<Engine, { readonly at: number; readonly zone: string; readonly days: Promise<ReadonlyMap<number, string>> }>();

/** The local day of every load, read once for each state of the facts. */
export const loadDays = (engine: Engine, zone: string): Promise<ReadonlyMap<number, string>> => {
  const at = engine.commits();
  const last = daysBy.get(engine);
  if (last?.at === at && last.zone === zone) return last.days;
  const days = engine
    .read<{ readonly n: number; readonly day: string }>("select n, timezone($zone, timezone('UTC', loaded_at))::date as day from load", {
      zone,
    })
    .then((rows) => new Map(rows.map(({ n, day }) => [n, day])));
  days.catch(() => daysBy.delete(engine));
  daysBy.set(engine, { at, zone, days });
  return days;
};

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
