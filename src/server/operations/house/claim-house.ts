/** The first account: it owns the installation, and every company that nobody who can sign in owns yet. */
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { attempt } from '../../house/attempts.ts';
import { audit } from '../../house/audit.ts';
import { ownedBySomebody } from '../../house/found.ts';
import { openSeats } from '../../house/open-seats.ts';
import { meOf } from '../../house/me.ts';
import { hashPassword } from '../../house/passwords.ts';
import { problem } from '../../house/problems.ts';
import { newId, sameSecret } from '../../house/secrets.ts';
import type { Run, World } from '../operation.ts';
import { signedIn } from './sign-in.ts';

export const claimHouse: Run<'claim-house'> = async (world, { name, email, password, setupToken }) => {
  const { house, now } = world;
  if (house.store.signIns.count() > 0) return claimed();
  const shown = showsToken(world, setupToken);
  if (!shown.ok) return shown;
  const made = house.store.signIns.claim({ id: newId('s'), email, name, passwordHash: await hashPassword(password), madeAt: now() });
  if (!made.ok) return claimed(); // two at once: the other was quicker
  audit(house, now(), made.value.email, 'house claimed');
  for (const id of house.companies()) {
    const room = house.company(id);
    if (room.ok) ownedBySomebody(house, room.value, now(), openSeats(room.value));
  }
  signedIn(world, made.value);
  return ok(meOf(house, made.value.id));
};

const claimed = () => problem('house-claimed', 'This installation has its owner already.', 'Sign in, or ask for an invitation.');

/** Where others can reach the server, the first account must show what only its starter has read. */
const showsToken = ({ house, now, setupToken, session }: World, shown: string | undefined): Result<null, Problem> => {
  if (setupToken === null) return ok(null);
  const tried = attempt(house.store, { address: session.address }, now());
  if (!tried.ok) return tried;
  if (shown !== undefined && sameSecret(shown, setupToken)) {
    tried.value.passed();
    return ok(null);
  }
  tried.value.failed();
  return problem(
    'wrong-setup-token',
    'The first account needs the address that was printed at the start.',
    'Open the whole address from the server’s terminal; its end is the key.',
  );
};
