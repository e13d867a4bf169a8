import { count, tally } from '../../../views/words/format.ts';
import { Pending } from '../../components/Pending.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import type { Output } from '../../state/api.ts';

type Answer = Output<'stages'>;
type Row = Answer['draft'][number];

/** How many deals each stage counts, beside what the version in force counts. */
export const Counts = ({ counts, draft }: { readonly counts: Answer | undefined; readonly draft: boolean }) => {
  if (!counts) return <Pending />;
  const now = new Map(counts.inForce.map((row) => [row.id, row.entered]));
  const columns: Column<Row>[] = [
    { key: 'stage', head: 'Stage', cell: (row) => row.name },
    ...(counts.version > 0 && draft
      ? [{ key: 'now', head: 'Now', number: true, cell: (row: Row) => (now.has(row.id) ? count(now.get(row.id)!) : 'none') }]
      : []),
    { key: 'then', head: counts.version > 0 && draft ? 'Then' : 'Deals', number: true, cell: (row) => count(row.entered) },
    { key: 'jumped', head: 'Jumped', number: true, cell: (row) => count(row.jumped) },
    { key: 'back', head: 'Came back', number: true, cell: (row) => count(row.back) },
  ];
  const moved = counts.draft.filter((row) => now.has(row.id) && now.get(row.id) !== row.entered);
  return (
    <>
      {counts.version > 0 && draft && (
        <p className="mut sm">
          {moved.length === 0 ? 'It counts the same deals as the version in force.' : `Deals move in ${tally(moved.length, 'stage')}.`}
        </p>
      )}
      <Table label="Deals by stage" columns={columns} rows={counts.draft} keyOf={(row) => row.id} />
    </>
  );
};
