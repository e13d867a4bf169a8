import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../domain/company/company.ts';
import { dayLong } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { RoleSeats } from './RoleSeats.tsx';
import { ShownOnce } from './ShownOnce.tsx';

/** Invites a person: the answer is a link, to be sent by whatever means. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('stakeholder');
  const [seats, setSeats] = useState<readonly string[]>([]);
  const [made, setMade] = useState<{ readonly link: string; readonly expires: string } | null>(null);
  const doing = useDoing(async () => {
    setMade(
      await call('invite', { company, name: name.trim(), role, seats: [...seats], ...(email.trim() !== '' && { email: email.trim() }) }),
    );
    await queries.invalidateQueries({ queryKey: ['facts', company, 'invitations'] });
  });
  if (made)
    return (
      <Dialog
        opened
        onClose={onClose}
        title={`Send this link to ${name.trim()}`}
        foot={
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        }
      >
        <ShownOnce label="Invitation link" value={made.link} />
        <p className="mut sm">It works once, until {dayLong(made.expires.slice(0, 10))}.</p>
      </Dialog>
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Invite a person"
      onSubmit={() => name.trim() !== '' && doing.run()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit busy={doing.busy} forbid={name.trim() === '' ? 'Write a name' : null}>
            Make the link
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={80} autoFocus />
      <TextField label="E-mail" optional type="email" value={email} onChange={setEmail} />
      <RoleSeats role={role} seats={seats} onRole={setRole} onSeats={setSeats} />
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
