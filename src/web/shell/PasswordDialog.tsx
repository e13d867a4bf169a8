import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { ErrorInPlace } from '../components/ErrorInPlace.tsx';
import { TextField } from '../components/fields/TextField.tsx';
import { call } from '../state/api.ts';
import { useDoing } from '../state/doing.ts';
import { say } from '../state/toasts.ts';

const LEAST = 10;

/** My own password: the present one, and a new one twice. */
export const PasswordDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const doing = useDoing(async () => {
    await call('change-password', { current, password });
    say({ kind: 'done', text: 'Your password is changed. Other browsers have been signed out.' });
    onClose();
  });
  const rule =
    current === ''
      ? 'Your present password is needed'
      : password.length < LEAST
        ? `At least ${LEAST} characters`
        : password !== again
          ? 'The two new ones differ'
          : null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Change my password"
      onSubmit={() => rule === null && doing.run()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit busy={doing.busy} forbid={rule}>
            Change it
          </Button>
        </>
      }
    >
      <TextField label="Present password" type="password" autoComplete="current-password" value={current} onChange={setCurrent} autoFocus />
      <TextField
        label="New password"
        hint={`At least ${LEAST} characters; several words are easy to keep.`}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <TextField label="New password, again" type="password" autoComplete="new-password" value={again} onChange={setAgain} />
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
