/** A new password for a sign-in, by who holds the machine. Every browser that was signed in with the old one is signed out. */
import { randomInt } from 'node:crypto';
import { ok } from '../../../kernel/result.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { hashPassword } from '../../house/passwords.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';

/** Without letters and digits that are taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export const password: Run<'password'> = async ({ house, now }, { email, password: given }, caller) => {
  const signIn = house.store.signIns.byEmail(email);
  if (!signIn) {
    const known = house.store.signIns.all().map((one) => one.email);
    return problem(
      'no-such-sign-in',
      `Nobody signs in as ${email}.`,
      known.length > 0 ? `There is: ${known.join(', ')}.` : 'Nobody has an account yet: the first one is made in the browser.',
      { found: email, choices: known },
    );
  }
  const chosen = given ?? madeUp();
  house.store.signIns.setPassword(signIn.id, await hashPassword(chosen));
  house.store.sessions.removeWeb(signIn.id);
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'password set', signIn.email);
  return ok({ email: signIn.email, password: given === undefined ? chosen : null });
};

/** Four groups of five: about 99 bits, easy to read out. */
const madeUp = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');
