import { useState } from 'react';
import { useLocation } from 'wouter';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FIRST_SEATS } from '../../../domain/company/company.ts';
import { dayLong, list } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Form } from '../../components/Form.tsx';
import { Headline } from '../../components/Headline.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { FrontPage } from '../../shell/FrontPage.tsx';
import { call, type Output } from '../../state/api.ts';
import { useDoing } from '../../state/doing.ts';
import { keepLastCompany } from '../../state/last-company.ts';
import { DOOR, type Me } from '../../state/session.tsx';

type Invitation = Output<'invitation'>;

/** An invitation by link: what it is for, then in; with a new sign-in, or the one that is signed in now. */
export const JoinScreen = ({ token, me }: { readonly token: string; readonly me: Me | null }) => {
  const invitation = useQuery({ queryKey: ['invitation', token], queryFn: () => call('invitation', { token }), retry: false });
  return (
    <FrontPage>
      <Answered of={invitation} what="the invitation">
        {(found) => <Invited invitation={found} token={token} me={me} />}
      </Answered>
    </FrontPage>
  );
};

const ROLES: Readonly<Record<Invitation['role'], string>> = {
  owner: 'You may do everything there.',
  marketer: 'You plan and work with the others.',
  stakeholder: 'You ask for results, see where they stand, and sign what is agreed.',
  viewer: 'You may look at everything your role allows.',
};

/** A company may have named seats of its own; those are called by their short name here. */
const titleOf = (seat: string): string => FIRST_SEATS.find((s) => s.id === seat)?.title ?? seat;

const Invited = ({ invitation, token, me }: { readonly invitation: Invitation; readonly token: string; readonly me: Me | null }) => {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [name, setName] = useState(invitation.name);
  const [email, setEmail] = useState(invitation.email ?? '');
  const [password, setPassword] = useState('');
  const [other, setOther] = useState(false);
  const asMe = me !== null && !other;
  const doing = useDoing(async () => {
    const now = await call('join', asMe ? { token } : { token, name: name.trim(), email: email.trim(), password });
    const joined = now.companies.find((c) => c.name === invitation.company) ?? now.companies.at(-1);
    await queries.invalidateQueries({ queryKey: DOOR });
    if (joined) keepLastCompany(joined.id);
    go(joined ? `/c/${joined.id}` : '/');
  });
  return (
    <>
      <Headline title={`${invitation.by} invites you to ${invitation.company}`}>
        {ROLES[invitation.role]} {invitation.seats.length > 0 && `You sign for ${list(invitation.seats.map(titleOf))}.`} The link holds
        until {dayLong(invitation.expires.slice(0, 10))}.
      </Headline>
      <Form onSubmit={doing.run}>
        {asMe ? (
          <p>
            You are signed in as <b>{me.email}</b>.{' '}
            <button type="button" className="lnk" onClick={() => setOther(true)}>
              Join as somebody else
            </button>
          </p>
        ) : (
          <>
            <TextField label="Your name" autoComplete="name" value={name} onChange={setName} maxLength={80} />
            <TextField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} />
            <TextField
              label="Password"
              hint="10 characters or more. If you have a sign-in here already, its password."
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
            />
          </>
        )}
        {doing.problem && <ErrorInPlace problem={doing.problem} />}
        <div>
          <Button kind="primary" submit busy={doing.busy}>
            Join {invitation.company}
          </Button>
        </div>
      </Form>
    </>
  );
};
