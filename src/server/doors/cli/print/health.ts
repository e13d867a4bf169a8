/** The health of the data as text: each gap with what hangs on it and what mends it, then how far each source speaks. */
import type { Answer } from '../../../../kernel/answer.ts';
import type { Money } from '../../../../kernel/money.ts';
import { count, moneyFull } from '../../../../views/words/format.ts';
import { table, wrapped } from './table.ts';

type Gap = { readonly text: string; readonly todo: string; readonly money: Money | null; readonly about: boolean };
type Line = {
  readonly source: string;
  readonly entity: string;
  readonly rows: number;
  readonly last: string;
  readonly rhythm: number | null;
  readonly silent: number;
  readonly late: boolean;
};

export const healthText = ({ rows, total }: Answer): string =>
  [
    ...(rows as unknown as readonly Gap[]).map(({ text, todo, money, about }) =>
      [money ? `${about ? 'about ' : ''}${moneyFull(money)}` : 'no money known', wrapped(text, '  '), wrapped(`→ ${todo}`, '    ')].join(
        '\n',
      ),
    ),
    table(
      [
        { title: 'source' },
        { title: 'sends' },
        { title: 'rows', right: true },
        { title: 'last day' },
        { title: 'usually every', right: true },
        { title: '' },
      ],
      (total['sources'] as unknown as readonly Line[]).map(({ source, entity, rows: n, last, rhythm, silent, late }) => [
        source,
        entity.replaceAll('_', ' '),
        count(n),
        last,
        rhythm === null ? '' : `${rhythm} d`,
        late ? `late, silent for ${silent} days` : '',
      ]),
    ),
  ].join('\n\n');
