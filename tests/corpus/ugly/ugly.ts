/** What goes wrong with files of any kind. */
import type { Family } from '../corpus.ts';

export const ugly: Family = {
  folder: 'ugly',
  files: [
    { file: 'empty.csv', is: 'no byte in it', refused: { code: 'file-empty', mend: /Export it again/ } },
    { file: 'header-only.csv', is: 'column names and nothing below', refused: { code: 'file-without-rows', mend: /filter or the dates/ } },
    {
      file: 'duplicate-ids.csv',
      is: 'one id with two amounts is held, an equal repeat is one row',
      wish: { currency: 'EUR' },
      yields: {
        rows: { opportunity: 2, stage_entry: 1 },
        minor: { 'opportunity EUR': 1_700_000 },
        held: [3, 5],
        findings: ['equal-rows'],
      },
    },
    { file: 'cut-off.xlsx', is: 'a workbook that did not arrive whole', refused: { code: 'file-bad-xlsx', mend: /export it again/ } },
    { file: 'protected.xlsx', is: 'a workbook with a password', refused: { code: 'file-is-encrypted', mend: /empty the password/ } },
    { file: 'old.xls', is: 'a workbook of before 2007', refused: { code: 'file-is-xls', mend: /save or export it as xlsx or CSV/ } },
    {
      file: 'tabs-in-utf16.csv',
      is: 'UTF-16 with tabs, called csv, as "Excel csv" downloads are',
      wish: { currency: 'EUR' },
      yields: {
        rows: { opportunity: 2, stage_entry: 1 },
        minor: { 'opportunity EUR': 2_100_000 },
        also: { "select name from opportunity where id = 'D-2'": 'Łódź' },
      },
    },
    {
      file: 'preamble-and-totals.csv',
      is: 'three rows above the header, the currency in the header, decimal commas, a sum below',
      yields: {
        rows: { opportunity: 3, stage_entry: 2 },
        minor: { 'opportunity EUR': 1_403_450 },
        findings: ['totals-left-out'],
        also: { "select closed_on from opportunity where id = 'A-1'": '2026-02-13' },
      },
    },
    {
      file: 'ragged.csv',
      is: 'a row too wide and a piece of a row are held, a row that lacks its last cell is read, a cell on two lines',
      yields: {
        rows: { opportunity: 3, stage_entry: 1 },
        minor: { 'opportunity -': 700_000 },
        held: [4, 6],
        findings: ['rows-padded', 'no-currency'],
      },
    },
    {
      file: 'dates-either-way.csv',
      is: 'no date says whether the day or the month is first',
      refused: { code: 'questions-open', mend: /date-order/ },
    },
    {
      file: 'dates-month-first.csv',
      is: 'one date can only have the month first',
      yields: { rows: { opportunity: 2, stage_entry: 2 }, also: { "select closed_on from opportunity where id = 'E-1'": '2026-03-04' } },
    },
    {
      file: 'repeated-headers.csv',
      is: 'three columns called Tag, thousands separated by commas',
      wish: { currency: 'USD' },
      yields: {
        rows: { opportunity: 2, stage_entry: 1 },
        minor: { 'opportunity USD': 2_600_050 },
        findings: ['headers-repeated'],
        also: { "select attrs->>'Tag (2)' from opportunity where id = 'T-2'": 'web' },
      },
    },
    { file: 'sign-in-page.csv', is: 'a web page called csv', refused: { code: 'file-is-html', mend: /Download the export again/ } },
    { file: 'recipes.csv', is: 'a table of something else altogether', refused: { code: 'questions-open', mend: /rows=/ } },
    {
      file: 'mixed-signs.csv',
      is: 'amounts in two currencies under one header',
      refused: { code: 'mixed-currencies', mend: /column with the currency code/ },
    },
    {
      file: 'long-ids.csv',
      is: '18-digit ids that a number could not hold',
      wish: { currency: 'EUR' },
      yields: {
        rows: { opportunity: 2, stage_entry: 1 },
        also: {
          "select id || ' ' || (attrs->>'Parent Record') from opportunity where status = 'won'": '912004431100000001 912004431100000002',
        },
      },
    },
  ],
};
