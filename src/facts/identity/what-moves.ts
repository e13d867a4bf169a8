/**
 * What moves: which deals would count other touches or people if a decision were made, or taken back. Nothing is written.
 *
 * Everything is worked out as if, in temporary tables, and the same journey that answers use is asked of both states, for the
 * deals concerned only.
 */
import type { Engine, Tx } from '../engine.ts';
import { ident } from '../quote.ts';
import { journeySql } from '../questions/journeys.ts';
import type { Head } from '../questions/question.ts';
import { rowsOf } from '../questions/statement.ts';
import { rulesBound } from '../questions/touch-rules.ts';
import { PROJECTED, resolveAside, type Otherwise } from './resolve.ts';
import { identitySql } from './statements.ts';

/** One deal as it is counted now and as it would be. Minor units in the head's currency; null where it has no amount in it. */
export type MovedDeal = {
  readonly src: string;
  readonly id: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly minor: number | null;
  readonly touchesNow: number;
  readonly touchesThen: number;
  readonly peopleNow: number;
  readonly peopleThen: number;
};
/** `concerned`: deals looked at; `moved`: those that change, those with most money first. */
export type Moves = { readonly concerned: number; readonly moved: readonly MovedDeal[] };

type Seen = { readonly src: string; readonly id: string; readonly touches: number; readonly people: number; readonly sum: string };
type Deal = Pick<MovedDeal, 'src' | 'id' | 'name' | 'status' | 'minor'>;

export const whatMoves = (engine: Engine, head: Head, otherwise: Otherwise): Promise<Moves> =>
  engine.aside(async (tx) => {
    await resolveAside(tx, otherwise);
    const [own] = await tx.read<{ name: string }>('select current_database() as name');
    await tx.run(identitySql('concerned').replaceAll('{kept}', `${ident(own!.name)}.main`));
    const deals = await rowsOf<Deal>(
      tx,
      `select o.src, o.id, coalesce(nullif(trim(o.name), ''), a.name, o.account_id, o.id) as name,
         case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as status,
         case when o.currency is not distinct from $currency then o.amount_minor end as minor
       from opportunity o semi join concerned c on c.src = o.src and c.id = o.id left join account a on a.src = o.src and a.id = o.account_id`,
      { as_of: head.asOf, currency: head.currency },
    );
    const then = await counted(tx, head);
    for (const table of PROJECTED) await tx.run(`drop table temp.${table}`);
    const now = await counted(tx, head);
    const moved = deals.flatMap((deal): MovedDeal[] => {
      const key = `${deal.src}\n${deal.id}`;
      const [a, b] = [now.get(key), then.get(key)];
      if (a?.sum === b?.sum) return [];
      return [
        { ...deal, touchesNow: a?.touches ?? 0, touchesThen: b?.touches ?? 0, peopleNow: a?.people ?? 0, peopleThen: b?.people ?? 0 },
      ];
    });
    return {
      concerned: deals.length,
      moved: moved.toSorted((a, b) => (b.minor ?? -1) - (a.minor ?? -1) || (a.src + a.id < b.src + b.id ? -1 : 1)),
    };
  });

const counted = async (tx: Tx, head: Head): Promise<ReadonlyMap<string, Seen>> => {
  const rows = await rowsOf<Seen>(
    tx,
    `with deal as (
       select row_number() over () as d, o.src, o.id, o.account_id,
         if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, null) as closed_on,
         if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_at, null) as closed_at,
         if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, $as_of::date) as end_on
       from opportunity o semi join concerned c on c.src = o.src and c.id = o.id
     ),
     ${journeySql({ rules: head.rules, kept: false }, 'columns')}
     select d.src, d.id, count(*) as touches, count(distinct c.person) as people,
       md5(string_agg(c.src || '/' || c.id || '/' || coalesce(c.who, ''), ' ' order by c.src, c.id)) || '/' || count(distinct c.person) as sum
     from counted c join deal d on d.d = c.d group by d.src, d.id`,
    { as_of: head.asOf, ...rulesBound(head.rules) },
  );
  return new Map(rows.map((row) => [`${row.src}\n${row.id}`, row]));
};
