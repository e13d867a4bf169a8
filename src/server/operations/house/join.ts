/**
 * Taking up an invitation: with a new sign-in, or as the one signed in now. The member is added in the name of
 * the inviter, and with his right to do so as it stands now: who has left can no longer bring anybody in.
 */
import type { Role } from '../../../domain/company/company.ts';
import { may } from '../../../domain/may.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Invitation } from '../../../store/house/invitations.ts';
import type { SignIn } from '../../../store/house/sign-ins.ts';
import type { Problem } from '../../contract/problem.ts';
import { attempt } from '../../house/attempts.ts';
import { audit } from '../../house/audit.ts';
import { meOf } from '../../house/me.ts';
import { checkPassword, hashPassword } from '../../house/passwords.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { newId } from '../../house/secrets.ts';
import type { Caller, Input, Run, World } from '../operation.ts';
import { signedIn } from './sign-in.ts';

export const invitation: Run<'invitation'> = async (world, { token }) => {
  const met = standing(world, token);
  if (!met.ok) return met;
  const { invited, room } = met.value;
  const by = room.people().find(({ id }) => id === invited.by)?.name ?? 'the operator of this server';
  const { name, email, role, seats, expiresAt } = invited;
  const company = room.book().company.get('company')?.name ?? invited.company;
  return ok({ company, name, email, role: role as Role, seats: [...seats], by, expires: expiresAt });
};

export const join: Run<'join'> = async (world, input, caller) => {
  const { house, now } = world;
  const met = standing(world, input.token);
  if (!met.ok) return met;
  const { invited, room } = met.value;
  const asMe = caller.kind === 'session' && input.password === undefined;
  const who = asMe ? knownSignIn(world, caller) : await newcomer(world, invited, input);
  if (!who.ok) return who;
  const signIn = who.value;
  const was = house.store.members.personIn(room.id, signIn.id) as PersonId | null;
  if (was !== null && room.roleOf(was) !== null)
    return problem('member-already', 'You belong to this company already.', 'Open it from the list of your companies.');
  if (!house.store.invitations.use(invited.id, now())) return gone();
  const person = { id: was ?? newId('p'), name: signIn.name, email: signIn.email };
  house.store.members.set({ signIn: signIn.id, company: room.id, person: person.id });
  const landed = room.decide(
    {
      batch: `join-${invited.id}`,
      commands: [{ type: 'company/add-member', person: person.id, role: invited.role as Role, seats: invited.seats }],
      people: [person],
    },
    { by: invited.by as PersonId, at: now() },
  );
  if (!landed.ok) return landed;
  audit(house, now(), signIn.email, 'joined', `as ${[invited.role, ...invited.seats].join(', ')}`, room.id);
  if (!asMe) signedIn(world, signIn);
  return ok(meOf(house, signIn.id));
};

type Standing = { readonly invited: Invitation; readonly room: CompanyRoom };

/** The invitation of this token, while it can be taken up. */
const standing = ({ house, now }: World, token: string): Result<Standing, Problem> => {
  const invited = house.store.invitations.byToken(token);
  if (!invited || invited.usedAt !== null || invited.expiresAt <= now()) return gone();
  const room = house.company(invited.company);
  if (!room.ok) return room;
  const stillMay = may(room.value.book(), invited.by as PersonId, 'company/add-member');
  return stillMay ? ok({ invited, room: room.value }) : gone();
};

const gone = () => problem('no-such-invitation', 'This invitation was taken up, withdrawn or has expired.', 'Ask for a new one.');

const knownSignIn = ({ house }: World, { signIn }: Caller): Result<SignIn, Problem> => {
  const found = signIn === null ? null : house.store.signIns.byId(signIn);
  return found ? ok(found) : gone();
};

/** Somebody who is not signed in: he makes a sign-in, or shows by its password that one is his. */
const newcomer = async (
  world: World,
  invited: Invitation,
  { name, email: given, password }: Input<'join'>,
): Promise<Result<SignIn, Problem>> => {
  const { house, now, session } = world;
  const email = given ?? invited.email;
  if (!email || password === undefined)
    return problem('invalid-input', `${email ? 'password' : 'email'}: is missing.`, 'Send e-mail and password, or sign in first.');
  const found = house.store.signIns.byEmail(email);
  if (!found) {
    const fresh = { id: newId('s'), email, name: name ?? invited.name, passwordHash: await hashPassword(password), madeAt: now() };
    const made = house.store.signIns.add(fresh);
    return made.ok ? made : taken();
  }
  const tried = attempt(house.store, { email, address: session.address }, now());
  if (!tried.ok) return tried;
  if (await checkPassword(password, found.passwordHash)) {
    tried.value.passed();
    return ok(found);
  }
  tried.value.failed();
  audit(house, now(), found.email, 'sign-in failed', session.address ?? '');
  return taken();
};

const taken = () =>
  problem(
    'email-taken',
    'Somebody signs in with this e-mail already.',
    'Use the password you have here, or sign in first and open the link again.',
  );
