import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { capital, dayWords, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Note } from '../../components/Note.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { call, type Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import css from './InboxPanel.module.css';

type Inbox = Output<'inbox'>;
type InboxFile = Inbox['files'][number];

const STATES: { readonly [S in InboxFile['state']]: { readonly kind: StatusKind; readonly text: string } } = {
  seen: { kind: 'early', text: 'Arriving' },
  loaded: { kind: 'on', text: 'Loaded' },
  known: { kind: 'unknown', text: 'Loaded before' },
  waiting: { kind: 'risk', text: 'Waits for you' },
  failed: { kind: 'off', text: 'Cannot be read' },
};

/** The folder that is looked into by itself: what waits for a person, what failed, and who may set it. */
export const InboxPanel = () => {
  const facts = useFacts('inbox', {});
  const { id: company, role } = useCompany();
  const [, go] = useLocation();
  const queries = useQueryClient();
  // The dialog has its own address, so that a colleague can be sent there.
  const [search, setSearch] = useSearchParams();
  const setSetting = (opened: boolean): void => setSearch(opened ? { do: 'watch' } : {}, { replace: true });
  const [wanted, setWanted] = useState<string | null>(null);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['facts', company] });
  const looking = useDoing(async () => {
    await call('inbox look', { company });
    await again();
  });
  const inbox = facts.data;
  if (!inbox) return null;
  const owner = role === 'owner';
  const columns: Column<InboxFile>[] = [
    { key: 'name', head: 'File', cell: (one) => <b>{one.name}</b> },
    { key: 'state', head: 'State', cell: (one) => <Status kind={STATES[one.state].kind}>{STATES[one.state].text}</Status> },
    {
      key: 'text',
      head: 'Why',
      cell: (one) => (
        <>
          {one.text} {one.todo}
        </>
      ),
    },
    {
      key: 'do',
      head: <span className="unseen">Do</span>,
      cell: (one) =>
        one.state === 'waiting' && (
          <Button size="small" kind="quiet" onPress={() => setWanted(one.name)}>
            Look<span className="unseen"> at {one.name}</span>
          </Button>
        ),
    },
  ];
  const on = inbox.setting?.on === true;
  return (
    <section aria-labelledby="inbox" className={css.panel}>
      <div className={css.line}>
        <h2 id="inbox">{titleOf(inbox)}</h2>
        <span className={css.acts}>
          {on && (
            <Button size="small" busy={looking.busy} onPress={looking.run}>
              Look now
            </Button>
          )}
          <Button size="small" forbid={owner ? null : 'Only an owner sets it'} onPress={() => setSetting(true)}>
            {inbox.setting ? 'Change' : 'Set it up'}
          </Button>
        </span>
      </div>
      <p className="dim sm">{subOf(inbox)}</p>
      {inbox.setting?.fault && (
        <Note kind="off">
          <b>It could not be looked into.</b> {inbox.setting.fault}
        </Note>
      )}
      {looking.problem !== null && <ErrorInPlace what="It was not looked into." problem={looking.problem} />}
      {wanted !== null && (
        <Take
          name={wanted}
          onTaken={(upload) => go(`/data/import?upload=${encodeURIComponent(upload)}&name=${encodeURIComponent(wanted)}`)}
        />
      )}
      {inbox.files.length > 0 && <Table label="Files in the folder" columns={columns} rows={inbox.files} keyOf={(one) => one.name} />}
      {search.get('do') === 'watch' && owner && (
        <SetInbox
          inbox={inbox}
          onClose={() => setSetting(false)}
          onDone={() => {
            setSetting(false);
            void again();
          }}
        />
      )}
    </section>
  );
};

/** Takes a waiting file to the Import page, once. */
const Take = ({ name, onTaken }: { readonly name: string; readonly onTaken: (upload: string) => void }) => {
  const { id: company } = useCompany();
  const { run, problem } = useDoing(async () => onTaken((await call('inbox take', { company, name })).upload));
  const begun = useRef('');
  useEffect(() => {
    if (begun.current === name) return;
    begun.current = name;
    run();
  });
  return problem === null ? null : <ErrorInPlace what={`${name} could not be taken.`} problem={problem} />;
};

const titleOf = ({ setting, waiting, failed }: Inbox): string => {
  if (!setting) return 'No folder is looked into by itself';
  const parts = [
    ...(waiting > 0 ? [plural(waiting, 'file waits', 'files wait')] : []),
    ...(failed > 0 ? [plural(failed, 'failed', 'failed')] : []),
  ];
  const state = parts.length > 0 ? `${parts.join(', ')} in the folder` : 'The folder holds nothing new';
  return setting.on ? capital(state) : `${capital(state)}; it is switched off`;
};

const subOf = ({ setting, suggested }: Inbox): string =>
  setting
    ? `${setting.folder}, every ${setting.everyMinutes === 60 ? 'hour' : plural(setting.everyMinutes, 'minute')}. Files stay where they are; one with columns that were loaded before loads by itself, any other waits for you.${setting.lookedAt ? ` Looked into ${dayWords(setting.lookedAt.slice(0, 10), new Date().toISOString().slice(0, 10))} at ${setting.lookedAt.slice(11, 16)} UTC.` : ''}`
    : `Put exports that come every week into ${suggested} on the server, and they load by themselves once you have loaded one of each kind.`;

const SetInbox = ({ inbox, onClose, onDone }: { readonly inbox: Inbox; readonly onClose: () => void; readonly onDone: () => void }) => {
  const { id: company } = useCompany();
  const [folder, setFolder] = useState(inbox.setting?.folder ?? inbox.suggested);
  const [minutes, setMinutes] = useState<number | null>(inbox.setting?.everyMinutes ?? 60);
  const [on, setOn] = useState(inbox.setting?.on ?? true);
  const { run, busy, problem } = useDoing(async () => {
    await call('inbox set', { company, folder: folder.trim(), everyMinutes: minutes ?? 60, off: !on });
    say({ kind: 'done', text: on ? 'The folder is looked into from now on.' : 'The folder is no longer looked into.' });
    onDone();
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title="A folder that loads by itself"
      onSubmit={run}
      foot={
        <>
          <Button onPress={onClose}>Leave it</Button>
          <Button kind="primary" submit busy={busy} forbid={minutes === null || minutes < 1 ? 'Say how often, in minutes' : null}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="Folder on the server" value={folder} onChange={setFolder} />
      <NumberField label="Minutes between two looks" value={minutes} onChange={setMinutes} />
      <CheckField checked={on} onChange={setOn}>
        Look into it by itself
      </CheckField>
      {problem !== null && <ErrorInPlace what="Nothing was changed." problem={problem} />}
    </Dialog>
  );
};
