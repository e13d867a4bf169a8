/** The rows behind a number, as a table; columns in which nothing stands are left out. */
import type { Figure } from '../../../../kernel/answer.ts';
import type { Output } from '../../../operations/operation.ts';
import { figureText } from './figure.ts';
import { table } from './table.ts';

export const rowsText = ({ columns, rows, total }: Output<'rows'>): string =>
  rows.length === 0
    ? 'There are no such rows.'
    : [
        table(
          columns.map((title) => ({ title: title.replaceAll('_', ' '), most: 36 })),
          rows.map((row) => row.map((cell) => (cell === null ? '' : figureText('', cell as Figure)))),
        ),
        rows.length < total ? `${rows.length} of ${total} rows; --limit and --offset show others.` : `${total} rows.`,
      ].join('\n\n');
