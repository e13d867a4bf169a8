import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { capital, count, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Tag } from '../../components/Tag.tsx';
import { call, type Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import css from './HeldDrawer.module.css';

type HeldRow = Output<'held'>['rows'][number];

/** The rows of a load that were held back: what is wrong, where, and a field to mend it in. */
export const HeldDrawer = ({ n, load }: { readonly n: number; readonly load: Output<'loads'>['loads'][number] | undefined }) => {
  const { id: company } = useCompany();
  const facts = useFacts('held', { n });
  const save = async (): Promise<void> => {
    const { name, csv } = await call('rejects', { company, n });
    const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Drawer
      title={load ? `${capital(plural(load.heldRows, 'row'))} held back` : `Load ${n}`}
      kick={`Load ${n}${load ? `, ${load.file}` : ''}`}
      closeTo="/data/loads"
      foot={<Button onPress={() => void save()}>Download as CSV</Button>}
    >
      <Answered of={facts} what="the held rows">
        {({ rows, waiting }) => (
          <>
            <p className="mut sm">
              {waiting === 0
                ? 'All of them are mended.'
                : `${capital(plural(waiting, 'row waits', 'rows wait'))}. Mend one here, or download them, mend them in the file and load it.`}
            </p>
            <ol className={css.rows}>
              {rows.map((row) => (
                <li key={row.line}>{row.mendedByLoad === null ? <Mend n={n} row={row} /> : <Mended row={row} />}</li>
              ))}
            </ol>
            {waiting > rows.length && <p className="dim sm">and {count(waiting - rows.length)} more in the download.</p>}
          </>
        )}
      </Answered>
    </Drawer>
  );
};

const Mended = ({ row }: { readonly row: HeldRow }) => (
  <p className="sm">
    Row {row.line} <Tag kind="ok">mended with load {row.mendedByLoad}</Tag>
  </p>
);

const Mend = ({ n, row }: { readonly n: number; readonly row: HeldRow }) => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const column = row.column;
  const [value, setValue] = useState(column ? (row.cells[column] ?? '') : '');
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<unknown>(null);
  const go = async (): Promise<void> => {
    setBusy(true);
    setThrown(null);
    try {
      const done = await call('mend', { company, n, rows: [{ line: row.line, cells: column ? { [column]: value } : {} }] });
      say(
        done.held > 0
          ? { kind: 'problem', text: `Row ${row.line} still cannot be loaded.`, todo: done.problems.rows[0]?.todo }
          : { kind: 'done', text: `Row ${row.line} is loaded.` },
      );
      await queries.invalidateQueries({ queryKey: ['facts', company] });
    } catch (fault) {
      setThrown(fault);
    }
    setBusy(false);
  };
  return (
    <form
      className={css.row}
      onSubmit={(e) => {
        e.preventDefault();
        void go();
      }}
    >
      <p className="sm">
        <b>Row {row.line}</b>
        {column && `, ${column}`}: {row.problem} {row.todo}
      </p>
      <p className="dim xs">{Object.values(row.cells).filter(Boolean).slice(0, 6).join(' · ')}</p>
      {column && (
        <div className={css.mend}>
          <TextField label={column} value={value} onChange={setValue} />
          <Button submit busy={busy} forbid={value === row.cells[column] ? 'Change the cell first' : null}>
            Load the row
          </Button>
        </div>
      )}
      {thrown !== null && <ErrorInPlace thrown={thrown} />}
    </form>
  );
};
