/**
 * Replaced: what of the parts that stand an import gives anew, in days and money, and which campaigns are no longer
 * there. Found out before the plan is applied.
 */
import type { Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';
import { lit } from '../quote.ts';
import type { Plan } from './merge.ts';
import { givenParts, partSql } from './parts.ts';
import type { Replaced } from './report.ts';

type Line = Pick<Replaced, 'of' | 'days' | 'from' | 'to' | 'rowsBefore' | 'rowsAfter'>;
type Sum = Replaced['money'][number] & { readonly of: string };
type Campaign = Replaced['gone'][number] & { readonly of: string; readonly kept: boolean };

const OF: { readonly [E in Entity]?: { readonly of: string; readonly day: string } } = {
  spend: { of: 'platform', day: 'spent_on::varchar' },
  touch: { of: `split_part(part, '|', 1)`, day: `split_part(part, '|', 3)` },
};

/** One line for each platform or stream of which days that stand are given anew; empty where none are. */
export const replacedBy = async (tx: Tx, { relation, src, fresh, whole }: Plan): Promise<Replaced[]> => {
  const { entity } = relation;
  const how = OF[entity];
  if (!how || fresh || !whole) return [];
  await givenParts(tx, entity, src, `from f_${entity}`, 'given_now', relation.parts);
  await tx.run(
    `create temp table standing_now as select c.*, ${how.of} as of, ${how.day} as day from ${entity} c where c.src = ${lit(src)} and ${partSql(entity, 'c')} in (select part from given_now)`,
  );
  const days = 'select distinct of, day from standing_now';
  await tx.run(
    `create temp table coming_now as select f.*, ${how.of} as of, ${how.day} as day from f_${entity} f semi join (${days}) d on (d.of = ${how.of} and d.day = ${how.day})`,
  );
  const lines = await tx.read<Line>(
    `select d.of, count(*) as days, min(d.day) as "from", max(d.day) as "to", (select count(*) from standing_now s where s.of = d.of) as "rowsBefore", (select count(*) from coming_now f where f.of = d.of) as "rowsAfter"
     from (${days}) d group by d.of order by d.of`,
  );
  const sums = entity === 'spend' ? await tx.read<Sum>(MONEY) : [];
  const campaigns = entity === 'spend' ? await tx.read<Campaign>(CAMPAIGNS) : [];
  const again =
    entity === 'touch'
      ? await tx.read<{ of: string; n: number }>(
          'select of, count(*) as n from standing_now s where exists (from coming_now f where f.id = s.id) group by of',
        )
      : [];
  for (const table of ['given_now', 'standing_now', 'coming_now']) await tx.run(`drop table ${table}`);
  return lines.map((line) => ({
    entity,
    ...line,
    money: sums.filter(({ of }) => of === line.of).map(({ currency, before, after }) => ({ currency, before, after })),
    gone: campaigns
      .filter(({ of, kept }) => of === line.of && !kept)
      .map(({ campaign, currency, minor }) => ({ campaign, currency, minor })),
    kept:
      entity === 'touch'
        ? (again.find(({ of }) => of === line.of)?.n ?? 0)
        : campaigns.filter(({ of, kept }) => of === line.of && kept).length,
  }));
};

const MONEY = `select of, currency, coalesce(sum(amount_minor) filter (what = 'was'), 0)::bigint as before, coalesce(sum(amount_minor) filter (what = 'is'), 0)::bigint as after
  from (select 'was' as what, of, currency, amount_minor from standing_now union all select 'is', of, currency, amount_minor from coming_now)
  where amount_minor is not null group by of, currency order by of, currency nulls last`;

/** Campaigns that stand on the days given anew, by the platform's id where it is known; `kept`: the file has them, too. */
const CAMPAIGNS = `select of, coalesce(any_value(campaign), any_value(ad_campaign_id), '(blank)') as campaign, currency, coalesce(sum(amount_minor), 0)::bigint as minor,
    bool_or(coalesce(exists (from f_spend f where f.platform = s.platform and (f.ad_campaign_id = s.ad_campaign_id or lower(trim(f.campaign)) = lower(trim(s.campaign)))), false)) as kept
  from standing_now s group by of, coalesce(ad_campaign_id, lower(trim(campaign))), currency order by of, minor desc, campaign`;
