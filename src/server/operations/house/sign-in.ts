/** Signing in with e-mail and password, and signing out. */
import { ok } from '../../../kernel/result.ts';
import type { SignIn } from '../../../store/house/sign-ins.ts';
import { attempt } from '../../house/attempts.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { meOf } from '../../house/me.ts';
import { checkPassword } from '../../house/passwords.ts';
import { problem } from '../../house/problems.ts';
import { beginSession } from '../../house/sessions.ts';
import type { Run, World } from '../operation.ts';

export const signIn: Run<'sign-in'> = async (world, { email, password }) => {
  const { house, now, session } = world;
  const tried = attempt(house.store, { email, address: session.address }, now());
  if (!tried.ok) return tried;
  const found = house.store.signIns.byEmail(email);
  if (!(await checkPassword(password, found?.passwordHash ?? null)) || !found) {
    tried.value.failed();
    audit(house, now(), found?.email ?? 'somebody', 'sign-in failed', session.address ?? '');
    return problem(
      'wrong-password',
      'E-mail and password do not belong together.',
      'Try again; an owner of the server can set a new password: npm run -s lockstep -- password E-MAIL',
    );
  }
  tried.value.passed();
  signedIn(world, found);
  return ok(meOf(house, found.id));
};

export const signOut: Run<'sign-out'> = async ({ house, session, now }, _, caller) => {
  if (session.id !== null) {
    house.store.sessions.remove(session.id);
    audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'signed out');
  }
  session.end();
  return ok({});
};

/** Begins a session for whom we know now; the one he came with, if any, ends. */
export const signedIn = ({ house, session, now }: World, { id, email }: SignIn): void => {
  if (session.id !== null) {
    house.store.sessions.remove(session.id);
    session.end();
  }
  const { token, ends } = beginSession(house.store, id, now());
  session.begin(token, ends);
  audit(house, now(), email, 'signed in', session.address ?? '');
};
