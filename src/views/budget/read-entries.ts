/** Invoices out of a pasted table or a CSV file: which column is what, what can be taken, and what is wrong with each other row. */
import type { Book } from '../../domain/book.ts';
import type { BudgetLine } from '../../domain/capacity/line.ts';
import type { Day } from '../../kernel/day.ts';
import { exponentOf, isCurrency, type Currency } from '../../kernel/money.ts';
import { pastedRows, type PastedProblem } from '../words/pasted.ts';
import { dayProblem, readDay } from '../words/read-day.ts';
import { readNumber } from '../words/reading.ts';

export type EntryRead = {
  /** Row of the table as a spreadsheet counts. */
  readonly at: number;
  readonly line: BudgetLine;
  readonly on: Day;
  readonly what: string;
  readonly ref: string | null;
  readonly minor: number;
  readonly currency: Currency;
};
export type EntriesRead = {
  readonly entries: readonly EntryRead[];
  readonly problems: readonly PastedProblem[];
  /** What each header was taken for; null: not used. */
  readonly columns: readonly { readonly header: string; readonly means: Meaning | null }[];
};
type Meaning = 'date' | 'what' | 'number' | 'amount' | 'currency' | 'line';

/** What people call the columns, in English, Dutch, German and French; compared without case, spaces and marks. */
const CALLED: { readonly [M in Meaning]: RegExp } = {
  date: /^(date|day|invoicedate|posted|postingdate|bookedon|on|datum|factuurdatum|rechnungsdatum|belegdatum|buchungsdatum)$/,
  number:
    /^(invoice|invoicenumber|invoiceno|number|no|nr|ref|reference|factuur|factuurnummer|rechnung|rechnungsnummer|belegnummer|beleg|numero|numfacture)$/,
  amount: /^(amount|net|netamount|total|sum|cost|value|bedrag|netto|betrag|nettobetrag|montant|montantht)$/,
  currency: /^(currency|cur|ccy|valuta|währung|waehrung|devise)$/,
  line: /^(line|budget|budgetline|costcentre|costcenter|kostenplaats|kostenstelle|ligne)$/,
  what: /^(what|description|text|supplier|vendor|name|item|for|omschrijving|leverancier|beschreibung|lieferant|buchungstext|libelle|libellé|fournisseur)$/,
};
const bare = (header: string): string => header.toLowerCase().replace(/[\s_.\-#°:/()]+/g, '');
const meaningOf = (header: string): Meaning | null => (Object.keys(CALLED) as Meaning[]).find((m) => CALLED[m].test(bare(header))) ?? null;

/** Nothing is written here. `only`: the line whose drawer this is; without it a column must name the line. */
export const readEntries = (book: Book, text: string, only?: BudgetLine): EntriesRead => {
  const [head, ...rows] = pastedRows(text);
  if (!head) return { entries: [], problems: [], columns: [] };
  const columns = head.cells.map((header, i, all) => {
    const means = meaningOf(header);
    return { header, means: means !== null && all.slice(0, i).some((other) => meaningOf(other) === means) ? null : means };
  });
  const at = (meaning: Meaning): number => columns.findIndex((c) => c.means === meaning);
  const needed: readonly Meaning[] = only ? ['date', 'amount'] : ['date', 'amount', 'line'];
  const missing = needed.filter((m) => at(m) < 0);
  if (missing.length > 0)
    return {
      entries: [],
      columns,
      problems: [
        {
          line: head.line,
          column: null,
          found: head.cells.join(', '),
          text: `The first row names no column for ${missing.map((m) => WORDS[m]).join(' and ')}.`,
          todo: `Let the first row name the columns: date, description, invoice, amount, currency${only ? '' : ', line'}.`,
        },
      ],
    };
  const entries: EntryRead[] = [];
  const problems: PastedProblem[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const cell = (meaning: Meaning): string => (at(meaning) < 0 ? '' : (cells[at(meaning)] ?? ''));
    const read = entryOf(book, line, cell, only);
    if ('text' in read) {
      problems.push(read);
      continue;
    }
    const key = read.ref === null ? null : `${read.line.id} ${read.ref}`;
    const before = key === null ? undefined : seen.get(key);
    if (before !== undefined) {
      problems.push({
        line,
        column: 'invoice',
        found: read.ref!,
        text: `The invoice “${read.ref}” stands in row ${before} too.`,
        todo: 'Leave one of the two out.',
      });
      continue;
    }
    if (key !== null) seen.set(key, line);
    entries.push(read);
  }
  return { entries, problems, columns };
};
const WORDS: { readonly [M in Meaning]: string } = {
  date: 'the date',
  what: 'the description',
  number: 'the invoice number',
  amount: 'the amount',
  currency: 'the currency',
  line: 'the budget line',
};

const entryOf = (book: Book, at: number, cell: (meaning: Meaning) => string, only: BudgetLine | undefined): EntryRead | PastedProblem => {
  const wrong = (column: string, found: string, text: string, todo: string): PastedProblem => ({ line: at, column, found, text, todo });
  const line = only ?? lineNamed(book, cell('line'));
  if (!line)
    return wrong(
      'line',
      cell('line'),
      cell('line') === '' ? 'The budget line is empty.' : `No budget line is called “${cell('line')}”.`,
      'Write its name as it stands on the Budget page, or open the line first.',
    );
  const on = readDay(cell('date'));
  if ('why' in on) return { line: at, column: 'date', found: cell('date'), ...dayProblem(cell('date'), on.why) };
  const spelled = cell('currency').toUpperCase();
  const currency = spelled === '' ? (signOf(cell('amount')) ?? line.currency) : spelled;
  if (!isCurrency(currency))
    return wrong('currency', cell('currency'), `“${cell('currency')}” is no currency code.`, 'Use three capital letters, such as EUR.');
  const minor = minorOf(cell('amount'), currency);
  if (minor === null)
    return wrong(
      'amount',
      cell('amount'),
      cell('amount') === '' ? 'The amount is empty.' : `“${cell('amount')}” is no amount in ${currency}.`,
      'Write it as 1,250.00 or 1250; a credit note is negative.',
    );
  if (minor === 0) return wrong('amount', cell('amount'), 'The amount is 0.', 'Leave the row out.');
  const ref = cell('number').slice(0, 80) || null;
  const known = ref === null ? undefined : line.entries.find((e) => e.ref === ref && e.struck === null);
  if (known)
    return wrong(
      'invoice',
      ref!,
      `The invoice “${ref}” is recorded on “${line.name}” already.`,
      'Leave the row out, or strike the other entry out first.',
    );
  return { at, line, on: on.day, what: (cell('what') || ref || 'Invoice').slice(0, 200), ref, minor, currency };
};

/** A line by its name or id; case and outer space do not matter. Of several with one name, none. */
const lineNamed = (book: Book, name: string): BudgetLine | undefined => {
  const wanted = name.trim().toLowerCase();
  const found = [...book.budget.values()].filter((l) => !l.retired && (l.id === name.trim() || l.name.toLowerCase() === wanted));
  return found.length === 1 ? found[0] : undefined;
};

const SIGNS: Readonly<Record<string, Currency>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const signOf = (amount: string): Currency | null => Object.entries(SIGNS).find(([sign]) => amount.includes(sign))?.[1] ?? null;

/** Whole minor units; null where it is no number or finer than the currency. "(1,250.00)" is negative, as ledgers print it. */
const minorOf = (cell: string, currency: Currency): number | null => {
  const bracketed = /^\((.*)\)$/.exec(cell.trim());
  const found = readNumber(bracketed ? `-${bracketed[1]}` : cell);
  if (found === null) return null;
  const minor = found * 10 ** exponentOf(currency);
  return Math.abs(minor - Math.round(minor)) < 1e-6 && Number.isSafeInteger(Math.round(minor)) ? Math.round(minor) : null;
};
