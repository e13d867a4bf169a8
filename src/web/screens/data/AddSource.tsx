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

/** A write key, made and shown once, with what to give the client. */
export const AddSource = ({ onClose }: { readonly onClose: () => void }) => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ readonly writeKey: string; readonly url: string } | null>(null);
  const doing = useDoing(async () => {
    setMade(await call('source add', { company, name: name.trim() }));
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
        <ShownOnce label="Host for the client" value={made.url} />
        <p className="mut sm">
          In @segment/analytics-node: <code>{`new Analytics({ writeKey, host: '${made.url}', path: '/v1/batch' })`}</code>
        </p>
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
