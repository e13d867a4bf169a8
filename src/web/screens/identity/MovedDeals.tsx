import { Link } from 'wouter';
import { moneyShort } from '../../../views/words/format.ts';
import { Table, type Column } from '../../components/Table.tsx';
import type { Output } from '../../state/api.ts';

type Moved = Output<'identity moves'>['moved'][number];

/** The deals that would count otherwise, with touches and people now and then. */
export const MovedDeals = ({ moved, currency }: { readonly moved: readonly Moved[]; readonly currency: string | null }) => {
  if (moved.length === 0) return null;
  const columns: Column<Moved>[] = [
    {
      key: 'deal',
      head: 'Deal',
      cell: (d) => <Link href={`/prove/deals/${encodeURIComponent(`${d.src}:${d.id}`)}`}>{d.name ?? d.id}</Link>,
    },
    { key: 'status', head: 'Stands', cell: (d) => d.status ?? '' },
    { key: 'amount', head: 'Amount', number: true, cell: (d) => (d.minor === null ? '' : moneyShort({ minor: d.minor, currency })) },
    { key: 'touches', head: 'Touches', number: true, cell: (d) => `${d.touchesNow} → ${d.touchesThen}` },
    { key: 'people', head: 'People', number: true, cell: (d) => `${d.peopleNow} → ${d.peopleThen}` },
  ];
  return <Table rows={moved} columns={columns} keyOf={(d) => `${d.src}:${d.id}`} label="Deals that would count otherwise" />;
};
