import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { ShownOnce } from '../settings/ShownOnce.tsx';

type Props = {
  readonly onClose: () => void;
  /** Of a program that has a key: it gets another. */ readonly change?: { readonly id: string; readonly name: string };
};

/** How long a key that was changed still opens. */
const HOURS = 24;

/** A write key, made or changed, and shown once, with what to give the client. */
export const AddSource = ({ onClose, change }: Props) => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ readonly writeKey: string; readonly url: string } | null>(null);
  const doing = useDoing(async () => {
    setMade(
      change
        ? await call('source key', { company, id: change.id, hours: HOURS })
        : await call('source add', { company, name: name.trim() }),
    );
    await queries.invalidateQueries({ queryKey: ['facts', company, 'sources'] });
  });
  if (made)
    return (
      <Dialog
        opened
        onClose={onClose}
        title="Copy the write key now"
        foot={
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        }
      >
        <ShownOnce label="Write key" value={made.writeKey} />
        <p className="mut sm">It is shown this once; only its fingerprint is kept. It can send events and do nothing else.</p>
        {change && <p className="mut sm">The key before still opens for {HOURS} hours: change the programs one after the other.</p>}
        <ShownOnce label="Host for the client" value={made.url} />
        <p className="mut sm">
          In @segment/analytics-node: <code>{`new Analytics({ writeKey, host: '${made.url}', path: '/v1/batch' })`}</code>
        </p>
      </Dialog>
    );
  if (change)
    return (
      <Dialog
        opened
        onClose={onClose}
        title={`Give ${change.name} another key?`}
        onSubmit={() => doing.run()}
        foot={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" submit busy={doing.busy}>
              Change the key
            </Button>
          </>
        }
      >
        <p>Its events stay one source and nothing counts twice. The key it has opens for {HOURS} more hours, so that no event is lost.</p>
        {doing.problem && <ErrorInPlace problem={doing.problem} />}
      </Dialog>
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Make a write key"
      onSubmit={() => name.trim() !== '' && doing.run()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit busy={doing.busy} forbid={name.trim() === '' ? 'Say which program it is for' : null}>
            Make it
          </Button>
        </>
      }
    >
      <TextField label="Which program sends with it" placeholder="Website" value={name} onChange={setName} maxLength={80} autoFocus />
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
