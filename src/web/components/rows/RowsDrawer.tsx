import { tally } from '../../../views/words/format.ts';
import { useFacts } from '../../state/facts.ts';
import { Answered } from '../Answered.tsx';
import { Drawer } from '../Drawer.tsx';
import { Table } from '../Table.tsx';
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
                columns={columns.map((name, place) => ({
                  key: name,
                  head: name.replaceAll('_', ' '),
                  cell: (row: readonly unknown[]) => written(row[place]),
                  number: rows.some((r) => typeof r[place] === 'number'),
                }))}
                rows={rows}
                keyOf={(row) => String(row[0])}
                height="calc(100dvh - 190px)"
              />
            </div>
          </>
        )}
      </Answered>
    </Drawer>
  );
};

const written = (value: unknown) => {
  if (value === null || value === undefined || value === '') return <span className="dim">(blank)</span>;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
