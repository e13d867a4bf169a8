/** A folder of exports as one plan: what is what, what is left out and why, loaded in one go, and again without a change. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Output } from '../../src/server/operations/operation.ts';
import { openShell } from './shell.ts';

const shell = openShell();
after(shell.end);
const root = path.dirname(shell.folder);
const corpus = path.join(import.meta.dirname, '../corpus');
const drop = path.join(root, 'drop');
mkdirSync(path.join(drop, 'history'), { recursive: true });
for (const [file, to] of [
  ['salesforce/opportunity.csv', 'opportunity.csv'],
  ['salesforce/opportunity-history.csv', 'history/opportunity-history.csv'],
  ['salesforce/lead.csv', 'lead.csv'],
  ['salesforce/lead.csv', 'lead again.csv'],
  ['hubspot/deals-and-contacts.xlsx', 'workbook.xlsx'],
  ['ugly/recipes.csv', 'recipes.csv'],
  ['ugly/protected.xlsx', 'protected.xlsx'],
  ['ugly/dates-either-way.csv', 'dates.csv'],
] as const)
  copyFileSync(path.join(corpus, file), path.join(drop, to));
writeFileSync(path.join(drop, '.DS_Store'), 'x');

type Plan = Output<'import-plan'>;
const reading = ['--company', 'Acme', '--currency', 'EUR', '--time-zone', 'Europe/Amsterdam'];
const brief = ({ files }: Plan): string[] =>
  files.map(
    ({ place, name, sheet, state, what }) =>
      `${place ?? '-'} ${name}${sheet === null ? '' : ` [${sheet}]`}: ${state}${what ? `, ${what}` : ''}`,
  );

test('a folder is recognised as one plan, in the order of loading, with what is left out and why', async () => {
  const plan = await shell.get<Plan>('import-plan', 'drop', ...reading);
  deepEqual(brief(plan), [
    '1 workbook.xlsx [Contacts]: ready, contacts, leads',
    '2 lead again.csv: ready, Salesforce leads',
    '- dates.csv: question, deals, stage entries',
    '3 opportunity.csv: ready, Salesforce opportunities',
    '4 workbook.xlsx [Deals]: ready, deals, stage entries, contacts of deals',
    '5 opportunity-history.csv: ready, Salesforce opportunity history',
    '- lead.csv: twice, Salesforce leads',
    '- protected.xlsx: refused',
    '- recipes.csv: unknown',
  ]);
  deepEqual(plan.totals, { files: 9, ready: 5, waiting: 1, left: 3, rows: 22, held: 0 });
  match(plan.files.find(({ name }) => name === 'recipes.csv')!.why!, /Dish, Oven, Minutes, Serves/);
  match(plan.files.find(({ name }) => name === 'protected.xlsx')!.todo!, /empty the password/);
  deepEqual(plan.files.find(({ name }) => name === 'opportunity-history.csv')!.after, [
    'lead again.csv',
    'dates.csv',
    'opportunity.csv',
    'workbook.xlsx',
  ]);
  equal(plan.missing[0]!.entity, 'account');
});

test('it is loaded in one go, each file a load; what asked is left out, and says so', async () => {
  equal((await shell.run('import', 'drop', ...reading)).code, 6);
  const { code, out } = await shell.run('import', 'drop', ...reading, '--yes');
  equal(code, 0);
  match(out, /22 rows loaded from 5 files/);
  match(out, /dates.csv was left out: Column Close Date holds dates like 03\/04\/2026/);
  const { loads } = await shell.get<Output<'loads'>>('loads', '--company', 'acme');
  deepEqual(
    loads.map(({ file }) => file),
    ['workbook.xlsx, sheet Contacts', 'lead again.csv', 'opportunity.csv', 'workbook.xlsx, sheet Deals', 'opportunity-history.csv'],
  );
});

test('the same folder again: what stands is known by its bytes, and only what was answered is new', async () => {
  const { files } = await shell.get<Plan>('import-plan', 'drop', '--company', 'acme', '--answer', 'date-order=dmy');
  const states = Object.fromEntries(files.map(({ name, sheet, state }) => [`${name}${sheet ?? ''}`, state]));
  deepEqual(states, {
    'dates.csv': 'ready',
    'workbook.xlsxContacts': 'known',
    'workbook.xlsxDeals': 'known',
    'lead again.csv': 'known',
    'lead.csv': 'twice',
    'opportunity.csv': 'known',
    'opportunity-history.csv': 'known',
    'protected.xlsx': 'refused',
    'recipes.csv': 'unknown',
  });
});

test('a folder with nothing in it says so', async () => {
  mkdirSync(path.join(root, 'bare'));
  equal((await shell.run('import', 'bare', '--company', 'acme', '--json')).problem().code, 'folder-empty');
});
