import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { capital, count, dayWords, plural, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Head } from '../../components/Head.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { call, type Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import { HeldDrawer } from './HeldDrawer.tsx';
import { InboxPanel } from './InboxPanel.tsx';
import { ENTITY } from './words.ts';

type Load = Output<'loads'>['loads'][number];

/** What was loaded, by whom, what was held; any load can be taken back. */
export const LoadsScreen = () => {
  const facts = useFacts('loads', {});
  const { n } = useParams<{ n?: string }>();
  const { may } = useCompany();
  return (
    <Answered of={facts} what="the loads">
      {({ loads }) => (
        <>
          <Loads loads={loads} />
          {may('campaign/plan') && <InboxPanel />}
          {n && <HeldDrawer n={Number(n)} load={loads.find((l) => l.n === Number(n))} />}
        </>
      )}
    </Answered>
  );
};

const Loads = ({ loads }: { readonly loads: readonly Load[] }) => {
  const { may, today } = useCompany();
  const [taking, setTaking] = useState<Load | null>(null);
  const stand = loads.filter((l) => !l.revertedAt);
  const waiting = stand.reduce((sum, l) => sum + l.waitingRows, 0);
  const allowed = may('campaign/plan');
  if (loads.length === 0)
    return (
      <>
        <Head
          title="Nothing is loaded yet."
          sub="Every file you load stands here with who loaded it, what was held, and a way to take it back."
        />
        <Empty
          action={
            <Button kind="primary" href="/data/import">
              Load the first file
            </Button>
          }
        >
          Your CRM’s export of deals is a good first file: it answers how much closed and how long it takes.
        </Empty>
      </>
    );
  const columns: Column<Load>[] = [
    { key: 'n', head: 'Load', number: true, width: '56px', cell: (l) => l.n },
    { key: 'file', head: 'File', cell: (l) => <b>{l.file}</b> },
    {
      key: 'feeds',
      head: 'Fed',
      cell: (l) => [...new Set(l.mapping.feeds.map((f) => f.lookup ?? ENTITY[f.entity].many))].join(', '),
    },
    { key: 'rows', head: 'Rows', number: true, cell: (l) => count(l.loadedRows) },
    {
      key: 'held',
      head: 'Held',
      number: true,
      cell: (l) =>
        l.heldRows === 0 ? (
          <span className="dim">none</span>
        ) : (
          <Link className="lnk" href={`/data/loads/${l.n}`}>
            {l.waitingRows === l.heldRows ? count(l.heldRows) : `${count(l.waitingRows)} of ${count(l.heldRows)}`}
          </Link>
        ),
    },
    { key: 'at', head: 'Loaded', cell: (l) => dayWords(l.loadedAt.slice(0, 10), today) },
    {
      key: 'do',
      head: <span className="unseen">Take back</span>,
      cell: (l) =>
        l.revertedAt ? (
          <Tag>taken back {dayWords(l.revertedAt.slice(0, 10), today)}</Tag>
        ) : (
          allowed && (
            <Button size="small" kind="quiet" onPress={() => setTaking(l)}>
              Take back
            </Button>
          )
        ),
    },
  ];
  return (
    <>
      <Head
        title={
          waiting > 0
            ? `${capital(plural(waiting, 'row waits', 'rows wait'))} to be mended.`
            : `${capital(plural(stand.length, 'load stands', 'loads stand'))}; nothing is held back.`
        }
        sub={`${tally(
          stand.reduce((s, l) => s + l.loadedRows, 0),
          'row',
        )} in use. A load that is taken back leaves the numbers as if it had never been.`}
        actions={
          allowed && (
            <Button kind="primary" href="/data/import">
              Load a file
            </Button>
          )
        }
      />
      <Table label="Loads" columns={columns} rows={loads.toReversed()} keyOf={(l) => String(l.n)} />
      {taking && <TakeBack load={taking} onClose={() => setTaking(null)} />}
    </>
  );
};

const TakeBack = ({ load, onClose }: { readonly load: Load; readonly onClose: () => void }) => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<unknown>(null);
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      const { text } = await call('revert', { company, n: load.n });
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      say({ kind: 'done', text });
      onClose();
    } catch (fault) {
      setThrown(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Take load ${load.n} back?`}
      onSubmit={() => void go()}
      foot={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button kind="primary" submit busy={busy}>
            Take {tally(load.loadedRows, 'row')} back
          </Button>
        </>
      }
    >
      <p>
        {load.file}, {tally(load.loadedRows, 'row')}. Every number will be as if it had never been loaded. The file is kept, so it can be
        loaded again.
      </p>
      {thrown !== null && <ErrorInPlace thrown={thrown} what="The load still stands." />}
    </Dialog>
  );
};
