/**
 * The Maven CRM files as rows, by plain SQL: what an import with the proposed mapping makes of them.
 * Deals from the pipeline, accounts by name, products and sales teams as reference lists.
 */
import { openEngine, type Engine } from '../../src/facts/engine.ts';
import { resolveIdentity } from '../../src/facts/identity/resolve.ts';
import { shared } from '../support/shared.ts';

const csv = (file: string): string => `read_csv('${shared(`data/maven-crm/${file}`)}', header = true, all_varchar = true)`;

export const maven = async (): Promise<Engine> => {
  const engine = await openEngine(':memory:');
  await engine.write(async (tx) => {
    await tx.run(`insert into company by name select 'Maven' as name, 'UTC' as zone`);
    for (const [n, file] of ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'].entries())
      await tx.run(
        `insert into load by name select ${n + 1} as n, timestamp '2026-01-01' as loaded_at, 'test' as loaded_by, 'files' as src, '${file}' as file, '' as sha256, 0 as bytes, 'csv' as format, 0 as row_count, 0 as loaded_rows, 0 as held_rows, '{}' as mapping`,
      );
    const kept = ['sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'];
    await tx.run(
      `insert into account by name select 'files' as src, account as id, 1 as load, account as name, json_merge_patch('{}'::json, json_object(${kept.map((c) => `'${c}', nullif(${c}, '')`).join(', ')})) as attrs from ${csv('accounts.csv')}`,
    );
    await tx.run(
      `insert into lookup by name select 'files' as src, 'product' as name, product as id, 2 as load, json_object('series', series, 'sales_price', sales_price::double) as attrs from ${csv('products.csv')}`,
    );
    await tx.run(
      `insert into lookup by name select 'files' as src, 'sales_agent' as name, sales_agent as id, 3 as load, json_object('manager', manager, 'regional_office', regional_office) as attrs from ${csv('sales_teams.csv')}`,
    );
    await tx.run(`insert into opportunity by name select 'files' as src, opportunity_id as id, 4 as load, nullif(account, '') as account_id, sales_agent as owner, product, deal_stage as stage,
      case deal_stage when 'Won' then 'won' when 'Lost' then 'lost' else 'open' end as status, (nullif(close_value, '')::decimal(18, 2) * 100)::bigint as amount_minor,
      nullif(close_date, '')::date as closed_on from ${csv('sales_pipeline.csv')}`);
    // Engaging begins on the engage date, and a close is the entry into Won or Lost; when a deal was opened the file does not say.
    await tx.run(`insert into stage_entry by name select 'files' as src, opportunity_id, 'Engaging' as stage, 10 as seq, 4 as load, engage_date::date as entered_on from ${csv('sales_pipeline.csv')} where nullif(engage_date, '') is not null
      union all select 'files', opportunity_id, deal_stage, 19, 4, close_date::date from ${csv('sales_pipeline.csv')} where nullif(close_date, '') is not null`);
    const mapped = [
      ['id', 'opportunity_id'],
      ['owner', 'sales_agent'],
      ['product', 'product'],
      ['account_id', 'account'],
      ['stage', 'deal_stage'],
      ['status', 'deal_stage'],
      ['closed_at', 'close_date'],
      ['closed_on', 'close_date'],
      ['expected_on', 'close_date'],
      ['amount_minor', 'close_value'],
    ];
    for (const [field, header] of mapped) await tx.run(`insert into load_field values (4, 'opportunity', '${field}', '${header}')`);
    await tx.run(`insert into load_field values (1, 'account', 'id', 'account')`);
    for (const name of kept) await tx.run(`insert into attribute values ('account', '${name}', 'text', 1)`);
  });
  await engine.alone(resolveIdentity);
  return engine;
};
