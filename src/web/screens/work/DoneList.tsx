import { Link } from 'wouter';
import { HREF } from '../../../views/thread/cells.ts';
import { dayWords } from '../../../views/words/format.ts';
import type { BacklogRow } from '../../../views/work/backlog.ts';
import { Empty } from '../../components/Empty.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './BacklogList.module.css';

/** What left the list: finished with its day, or dropped with its reason. */
export const DoneList = ({ rows }: { readonly rows: readonly BacklogRow[] }) => {
  const { today, noteOf } = useCompany();
  if (rows.length === 0) return <Empty>Finished items stand here with their day, dropped ones with their reason.</Empty>;
  return (
    <Table
      label="Finished and dropped items"
      rows={rows}
      keyOf={(r) => r.item.id}
      columns={[
        {
          key: 'item',
          head: 'Item',
          cell: (r) => (
            <Link href={HREF.item(r.item.id)} className={css.name}>
              {r.item.title}
            </Link>
          ),
        },
        { key: 'ref', head: 'Reference', cell: (r) => r.item.ref },
        {
          key: 'serves',
          head: 'Serves',
          cell: (r) => r.outcomes.map((o) => o.name).join(', ') || (r.orphan ? <Tag kind="gap">orphan</Tag> : 'foundational'),
        },
        {
          key: 'end',
          head: 'End',
          cell: (r) =>
            r.item.finishedOn ? (
              `finished ${dayWords(r.item.finishedOn, today)}`
            ) : (
              <span className="agreed">{r.item.retired ? noteOf(r.item.retired.why) || 'dropped' : ''}</span>
            ),
        },
      ]}
    />
  );
};
