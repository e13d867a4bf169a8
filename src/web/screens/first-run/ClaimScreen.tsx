import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Form } from '../../components/Form.tsx';
import { Headline } from '../../components/Headline.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { FrontPage } from '../../shell/FrontPage.tsx';
import { call } from '../../state/api.ts';
import { useDoing } from '../../state/doing.ts';
import { DOOR } from '../../state/session.tsx';

const SHORTEST = 10;

/** Nobody is here yet: the first account owns the installation. */
export const ClaimScreen = ({ setupTokenNeeded }: { readonly setupTokenNeeded: boolean }) => {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [setupToken, setSetupToken] = useState(() => new URLSearchParams(location.search).get('setup') ?? '');
  const doing = useDoing(async () => {
    await call('claim-house', {
      name: name.trim(),
      email: email.trim(),
      password,
      ...(setupTokenNeeded && { setupToken: setupToken.trim() }),
    });
    await queries.invalidateQueries({ queryKey: DOOR });
  });
  const missing =
    name.trim() === ''
      ? 'Write your name.'
      : !/.@./.test(email)
        ? 'Write your e-mail address.'
        : password.length < SHORTEST
          ? `The password needs ${SHORTEST} characters or more.`
          : setupTokenNeeded && setupToken.trim() === ''
            ? 'Write the setup token.'
            : null;
  return (
    <FrontPage>
      <Headline title="Who is first?">The first account owns this installation. Everything stays on this machine.</Headline>
      <Form onSubmit={() => !missing && doing.run()}>
        <TextField label="Your name" autoComplete="name" value={name} onChange={setName} maxLength={80} autoFocus />
        <TextField
          label="E-mail"
          hint="You sign in with it. Nothing is sent to it."
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
        />
        <TextField
          label="Password"
          hint={`${SHORTEST} characters or more.`}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        {setupTokenNeeded && (
          <TextField
            label="Setup token"
            hint="It stands where the server was started, in its log."
            value={setupToken}
            onChange={setSetupToken}
          />
        )}
        {doing.problem && <ErrorInPlace problem={doing.problem} />}
        <div>
          <Button kind="primary" submit busy={doing.busy} forbid={missing}>
            Make the first account
          </Button>
        </div>
      </Form>
    </FrontPage>
  );
};
