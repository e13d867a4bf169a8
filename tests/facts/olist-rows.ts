/**
 * The Olist files as rows, by plain SQL: what an import with the proposed mapping makes of them.
 * Leads from the MQL file; deals (won, no amount, no opening date), and sellers as a reference list.
 */
import { openEngine, type Engine } from '../../src/facts/engine.ts';
import { shared } from '../support/shared.ts';

const csv = (file: string): string => `read_csv('${shared(`data/olist-funnel/${file}`)}', header = true, all_varchar = true)`;

export const olist = async (): Promise<Engine> => {
  const engine = await openEngine(':memory:');
  await engine.write(async (tx) => {
    await tx.run(`insert into company by name select 'Olist' as name, 'America/Sao_Paulo' as zone`);
    for (const [n, file] of [
      'olist_marketing_qualified_leads_dataset.csv',
      'olist_closed_deals_dataset.csv',
      'olist_sellers_dataset.csv',
    ].entries())
      await tx.run(
        `insert into load by name select ${n + 1} as n, timestamp '2026-01-01' as loaded_at, 'test' as loaded_by, 'files' as src, '${file}' as file, '' as sha256, 0 as bytes, 'csv' as format, 0 as row_count, 0 as loaded_rows, 0 as held_rows, '{}' as mapping`,
      );
    await tx.run(`insert into lead by name select 'files' as src, mql_id as id, 1 as load, nullif(origin, '') as channel, first_contact_date::date as created_on,
      json_object('landing_page_id', landing_page_id) as attrs from ${csv('olist_marketing_qualified_leads_dataset.csv')}`);
    const kept = [
      'sdr_id',
      'sr_id',
      'business_segment',
      'lead_type',
      'lead_behaviour_profile',
      'has_company',
      'has_gtin',
      'average_stock',
      'business_type',
    ];
    const numbers = ['declared_product_catalog_size', 'declared_monthly_revenue'];
    await tx.run(`insert into opportunity by name select 'files' as src, mql_id as id, 2 as load, mql_id as lead_id, 'won' as status, won_date::timestamp as closed_at, won_date::date as closed_on,
      json_merge_patch('{}'::json, json_object('seller_id', seller_id, ${[...kept.map((c) => `'${c}', nullif(${c}, '')`), ...numbers.map((c) => `'${c}', nullif(${c}, '')::double`)].join(', ')})) as attrs from ${csv('olist_closed_deals_dataset.csv')}`);
    await tx.run(
      `insert into lookup by name select 'files' as src, 'seller_id' as name, seller_id as id, 3 as load, json_object('seller_city', seller_city, 'seller_state', seller_state) as attrs from ${csv('olist_sellers_dataset.csv')}`,
    );
    for (const [load, entity, field, header] of [
      [1, 'lead', 'id', 'mql_id'],
      [1, 'lead', 'created_on', 'first_contact_date'],
      [1, 'lead', 'channel', 'origin'],
      [2, 'opportunity', 'lead_id', 'mql_id'],
      [2, 'opportunity', 'closed_on', 'won_date'],
    ])
      await tx.run(`insert into load_field values (${load}, '${entity}', '${field}', '${header}')`);
    await tx.run(`insert into attribute values ('lead', 'landing_page_id', 'text', 1), ('opportunity', 'seller_id', 'text', 2)`);
    for (const name of kept) await tx.run(`insert into attribute values ('opportunity', '${name}', 'text', 2)`);
    for (const name of numbers) await tx.run(`insert into attribute values ('opportunity', '${name}', 'number', 2)`);
  });
  return engine;
};
