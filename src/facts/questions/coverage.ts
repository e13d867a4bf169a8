/** Coverage: what the files hold, what they leave open, and which names match nothing. */
import { ok } from '../../kernel/result.ts';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { readColumns } from './columns.ts';
import { ENTITIES, LETTER, type Entity } from './fields.ts';
import { journeySql, periodBound } from './journeys.ts';
import type { Head, Question } from './question.ts';
import { newSheet, renderTarget } from './render.ts';
import { fill, rateJoin, rowsOf, sqlOf } from './statement.ts';
import { lookupJoins, type LookupJoin } from './target.ts';

export const coverage: Question = {
  name: 'coverage',
  summary: 'How full every column is, and what is missing: amounts, people, touches, campaigns, names that match nothing',
  params: [],
  run: async (engine, params, head) => {
    const catalogue = await readCatalogue(engine);
    const bound = periodBound(head, params);
    const parts = { won_deals: sqlOf('won-deals'), journey: journeySql(head, 'campaign') };
    const joins = ENTITIES.flatMap((entity) => lookupJoins(catalogue, entity).map((join) => ({ entity, join })));
    const [columns, won, other, gaps, campaigns, ...lookups] = await Promise.all([
      readColumns(engine, catalogue),
      rowsOf(engine, fill(sqlOf('credit-deals'), parts), bound),
      rowsOf(engine, fill(sqlOf('credit-other'), parts), bound),
      rowsOf(engine, sqlOf('gaps'), bound),
      rowsOf(engine, sqlOf('unmatched-campaigns'), bound),
      ...joins.map(({ entity, join }) => lookupRows(engine, catalogue, head, entity, join)),
    ]);
    return ok({
      tables: {
        columns,
        won,
        other,
        gaps,
        campaigns,
        unmatched: lookups.flatMap((l) => l.unmatched),
        unused: lookups.flatMap((l) => l.unused),
        known: [{ campaigns: catalogue.campaigns }],
      },
    });
  },
};

type Lookup = { readonly unmatched: readonly SqlRow[]; readonly unused: readonly SqlRow[] };

const lookupRows = async (
  engine: Engine,
  catalogue: Catalogue,
  head: Head,
  entity: Entity,
  { lookup, through }: LookupJoin,
): Promise<Lookup> => {
  const sheet = newSheet();
  const value = renderTarget(sheet, catalogue, { base: entity }, through).text;
  const isDeal = entity === 'opportunity';
  const folded = (name: string): string => `regexp_replace(lower(${name}), '[^\\p{L}\\p{N}]+', '', 'g')`;
  const slots = {
    table: `${entity} ${LETTER[entity]}`,
    value,
    joins: [...sheet.joins.values(), ...(isDeal ? [rateJoin('opportunity')] : [])].join('\n'),
    won: isDeal ? `o.status = 'won' and o.closed_on <= $as_of::date` : 'false',
    minor: isDeal ? 'in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below)' : 'null::bigint',
    fold_found: folded('u.found'),
    fold_id: folded('m.id'),
  };
  const bound: Bound = { ...sheet.bound, lookup, as_of: head.asOf, currency: head.currency };
  const [unmatched, unused] = await Promise.all([
    rowsOf(engine, fill(sqlOf('lookup-unmatched'), slots), bound),
    rowsOf(engine, fill(sqlOf('lookup-unused'), slots), bound),
  ]);
  const name = { lookup, field: through.label };
  return { unmatched: unmatched.map((row) => ({ ...row, ...name })), unused: unused.map((row) => ({ ...row, ...name })) };
};
