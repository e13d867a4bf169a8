/** My own password, changed by whoever knows the old one. Every other browser that was signed in with it is signed out. */
import { ok } from '../../../kernel/result.ts';
import { attempt } from '../../house/attempts.ts';
import { audit } from '../../house/audit.ts';
import { checkPassword, hashPassword } from '../../house/passwords.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { signedIn } from './sign-in.ts';

export const changePassword: Run<'change-password'> = async (world, { current, password }, caller) => {
  const { house, now, session } = world;
  const me = caller.kind === 'session' && caller.signIn !== null ? house.store.signIns.byId(caller.signIn) : null;
  if (me === null)
    return problem('no-sign-in', 'A password belongs to a person who is signed in.', 'Sign in in the browser and change it there.');
  const tried = attempt(house.store, { email: me.email, address: session.address }, now());
  if (!tried.ok) return tried;
  if (!(await checkPassword(current, me.passwordHash))) {
    tried.value.failed();
    audit(house, now(), me.email, 'password change failed', session.address ?? '');
    return problem(
      'wrong-present-password',
      'That is not your present password.',
      'Try again; whoever runs the server can set a new one: npm run -s lockstep -- password E-MAIL',
    );
  }
  tried.value.passed();
  house.store.signIns.setPassword(me.id, await hashPassword(password));
  house.store.sessions.removeWeb(me.id);
  audit(house, now(), me.email, 'password changed');
  signedIn(world, me);
  return ok({});
};
