import { Link } from 'wouter';
import { HREF } from '../../../views/thread/cells.ts';
import { tally } from '../../../views/words/format.ts';
import { useFacts } from '../../state/facts.ts';
import { Answered } from '../Answered.tsx';
import { Drawer } from '../Drawer.tsx';
import { Table, type Column } from '../Table.tsx';
import { isNumber, RowCell } from './RowCell.tsx';
import css from './RowsDrawer.module.css';
import type { RowsWish } from './rows-link.ts';

const AT_ONCE = 500;

/** The rows behind a number, in a drawer of the page where it stands. */
export const RowsDrawer = ({ wish, closeTo }: { readonly wish: RowsWish; readonly closeTo: string }) => {
  const { entity, ids, where, what, text } = wish;
  const facts = useFacts('rows', { entity, limit: AT_ONCE, ...(ids && { ids: [...ids] }), ...(where && { where: [...where] }) });
  return (
    <Drawer title={text} kick={what} closeTo={closeTo}>
      <Answered of={facts} what="the rows">
        {({ columns, rows, total }) => (
          <>
            {total > rows.length && (
              <p className="sm dim">
                The first {tally(rows.length, 'row')} of {total}.
              </p>
            )}
            <div className={css.wide}>
              <Table
                label={text}
                columns={columnsOf(entity, columns, rows)}
                rows={rows}
                keyOf={(row) => JSON.stringify(row)}
                height="calc(100dvh - 190px)"
              />
            </div>
          </>
        )}
      </Answered>
    </Drawer>
  );
};

type Cells = readonly unknown[];

/** What a row is called stands first, where it came from last. */
const PLACES: Readonly<Record<string, number>> = { name: -2, what: -2, email: -1, id: 0, source: 99 };

const columnsOf = (entity: RowsWish['entity'], names: readonly string[], rows: readonly Cells[]): Column<Cells>[] =>
  names
    .map((name, place) => ({
      key: name,
      head: name.replaceAll('_', ' '),
      number: rows.some((row) => isNumber(row[place])),
      cell: (row: Cells) =>
        entity === 'opportunity' && name === 'name' ? (
          <Link href={HREF.deal(String(row[names.indexOf('id')]))} className="lnk">
            <RowCell value={row[place]} />
          </Link>
        ) : (
          <RowCell value={row[place]} />
        ),
    }))
    .toSorted((a, b) => (PLACES[a.key] ?? 1) - (PLACES[b.key] ?? 1));
