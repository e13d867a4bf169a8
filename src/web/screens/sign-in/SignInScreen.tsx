import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Headline } from '../../components/Headline.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { FrontPage } from '../../shell/FrontPage.tsx';
import { Form } from '../../components/Form.tsx';
import { call } from '../../state/api.ts';
import { DOOR } from '../../state/session.tsx';
import { useDoing } from '../../state/doing.ts';

/** E-mail and password; what was open stays open. */
export const SignInScreen = () => {
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const doing = useDoing(async () => {
    await call('sign-in', { email: email.trim(), password });
    await queries.invalidateQueries({ queryKey: DOOR });
  });
  return (
    <FrontPage>
      <Headline title="Sign in">Use the e-mail address you were invited with.</Headline>
      <Form onSubmit={doing.run}>
        <TextField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} autoFocus />
        <TextField label="Password" type="password" autoComplete="current-password" value={password} onChange={setPassword} />
        {doing.problem && <ErrorInPlace problem={doing.problem} />}
        <div>
          <Button kind="primary" submit busy={doing.busy}>
            Sign in
          </Button>
        </div>
        <p className="sm dim">Forgotten? Whoever runs this installation sets a new one with “lockstep password”.</p>
      </Form>
    </FrontPage>
  );
};
