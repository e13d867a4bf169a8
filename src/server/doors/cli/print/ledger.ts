/** Loads, held rows, names and what else the ledger of files says, as text. */
import { count, list, moneyFull, percent, tally } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table } from './table.ts';

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** The ledger of loads, newest last. */
export const loadsText = ({ loads }: Output<'loads'>, nameOf: (person: string) => string): string =>
  loads.length === 0
    ? 'Nothing was loaded yet. lockstep import FILE loads a file.'
    : table(
        [
          { title: 'n', right: true },
          { title: 'when (UTC)' },
          { title: 'by' },
          { title: 'file', most: 60 },
          { title: 'source' },
          { title: 'rows', right: true },
          { title: 'loaded', right: true },
          { title: 'held', right: true },
          { title: 'stands' },
        ],
        loads.map((load) => [
          String(load.n),
          minute(load.loadedAt),
          nameOf(load.loadedBy),
          load.file,
          load.src,
          count(load.rows),
          count(load.loadedRows),
          load.heldRows === 0
            ? ''
            : load.waitingRows === load.heldRows
              ? count(load.heldRows)
              : `${count(load.waitingRows)} of ${count(load.heldRows)}`,
          load.revertedAt === null ? 'yes' : `taken back ${minute(load.revertedAt)}`,
        ]),
      );

/** Rows that were held, each with what to do. */
export const heldText = ({ rows, waiting }: Output<'held'>): string =>
  rows.length === 0
    ? 'No rows are held back.'
    : [
        table(
          [
            { title: 'load', right: true },
            { title: 'row', right: true },
            { title: 'column' },
            { title: 'found', most: 24 },
            { title: 'problem', most: 60 },
            { title: 'what to do', most: 80 },
            { title: '' },
          ],
          rows.map((row) => [
            String(row.load),
            String(row.line),
            row.column ?? '',
            row.found ?? '',
            row.problem,
            row.todo,
            row.mendedByLoad === null ? '' : `mended by load ${row.mendedByLoad}`,
          ]),
        ),
        `${tally(waiting, 'row waits', 'rows wait')} to be mended. lockstep rejects LOAD --out held.csv writes them to a file; mend it there and load it with lockstep mend LOAD held.csv.`,
      ].join('\n\n');

/** Names that match nothing, with the money they carry and what to type. */
export const namesText = ({ unmatched, unused, campaigns, aliases }: Output<'names'>, nameOf: (person: string) => string): string => {
  const parts = [
    titled(
      'Names that a reference file does not know:',
      table(
        [
          { title: 'field' },
          { title: 'found' },
          { title: 'rows', right: true },
          { title: 'won deals', right: true },
          { title: 'won', right: true },
          { title: 'of all won', right: true },
          { title: 'meant, perhaps' },
        ],
        unmatched.map((n) => [
          n.field,
          n.found,
          count(n.rows),
          count(n.won),
          moneyFull({ minor: n.wonMinor, currency: n.currency }),
          n.wonShare === null ? '' : percent(n.wonShare),
          n.candidates.map((c) => c.id).join(', '),
        ]),
      ),
    ),
    ...unmatched
      .slice(0, 3)
      .flatMap(({ field, found, candidates: [first] }) =>
        first ? [`  → lockstep alias confirm ${field} ${quoted(found)} ${quoted(first.id)}`] : [],
      ),
    titled(
      'Campaign names nobody answers to:',
      table(
        [
          { title: 'found' },
          { title: 'touches', right: true },
          { title: 'leads', right: true },
          { title: 'spend', right: true },
          { title: 'meant, perhaps' },
        ],
        campaigns.map((c) => [
          c.found,
          count(c.touches),
          count(c.leads),
          c.spend.map(moneyFull).join(', '),
          c.candidates.map((x) => x.name).join(', '),
        ]),
      ),
    ),
    ...unused.map(
      ({ lookup, ids }) =>
        `${tally(ids.length, 'member')} of the list "${lookup}" that no row uses: ${list(ids.slice(0, 20))}${ids.length > 20 ? ' and more' : ''}`,
    ),
    titled(
      'Aliases:',
      table(
        [{ title: 'field' }, { title: 'found' }, { title: 'means' }, { title: 'by' }, { title: 'since (UTC)' }],
        aliases.map((a) => [a.field, a.found, a.means, nameOf(a.confirmedBy), minute(a.confirmedAt)]),
      ),
    ),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Every name is known.' : parts.join('\n\n');
};

const titled = (title: string, body: string): string => (body === '' ? '' : `${title}\n${body}`);
const quoted = (word: string): string => (/^[\w.:-]+$/.test(word) ? word : `"${word.replaceAll(/["\\$`]/g, String.raw`\$&`)}"`);
