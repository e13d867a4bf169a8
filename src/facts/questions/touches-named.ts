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
    persons.length === 0 ? [] : engine.read<SqlRow>(fill(named, { persons: persons.join(', ') })),
    spellings.length === 0 ? [] : engine.read<SqlRow>(fill(sqlOf('campaign-chains'), { found: lits(spellings) })),
  ]);
  const person = new Map(people.map((row) => [row['person'], row]));
  const chain = new Map(chains.map(({ found, ...row }) => [found, row]));
  return touched.map(({ person: number, email, found, ...row }) => {
    const who = person.get(number);
    return {
      ...row,
      person: who?.['name'] ?? email ?? row.contact_id,
      title: who?.['title'] ?? null,
      person_kind: who?.['kind'] ?? null,
      person_src: who?.['src'] ?? null,
      ...(chain.get(found) ?? NO_CHAIN),
    };
  });
};
const NO_CHAIN: SqlRow = Object.fromEntries(
  ['campaign_id', 'campaign_name', 'guidepoint', 'item_id', 'item_ref', 'item_title', 'priority_id', 'outcomes', 'objectives'].map(
    (name) => [name, null],
  ),
);
