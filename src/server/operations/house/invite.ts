/** Invitations: a link with a role and seats, good for 14 days and for one person. */
import { ok } from '../../../kernel/result.ts';
import type { Role, Seat } from '../../../domain/company/company.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { problem } from '../../house/problems.ts';
import { newId, newSecret } from '../../house/secrets.ts';
import type { Run } from '../operation.ts';

const GOOD_FOR = 14 * 86_400_000;

export const invite: Run<'invite'> = async ({ house, now, publicUrl }, { company, name, email, role, seats }, caller) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const by = caller.personIn(company)!;
  const unknown = unknownSeat(room.value.book().company.get('company')?.seats ?? [], seats);
  if (unknown !== undefined)
    return problem('not-there', `There is no seat "${unknown}" in this company.`, 'Name the seat first, or choose one there is.');
  const token = newSecret('lsi');
  const expiresAt = new Date(Date.parse(now()) + GOOD_FOR).toISOString();
  house.store.invitations.add({ token, id: newId('i'), company, name, email: email ?? null, role, seats, by, madeAt: now(), expiresAt });
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'invited', `${name} as ${[role, ...seats].join(', ')}`, company);
  return ok({ link: `${publicUrl}/join/${token}`, expires: expiresAt });
};

const unknownSeat = (known: readonly { readonly id: Seat }[], asked: readonly Seat[]): Seat | undefined =>
  asked.find((seat) => !known.some(({ id }) => id === seat));

export const invitations: Run<'invitations'> = async ({ house, now }, { company }) =>
  ok({
    invitations: house.store.invitations
      .open(company, now())
      .map(({ id, name, role, seats, expiresAt }) => ({ id, name, role: role as Role, seats: [...seats], expires: expiresAt })),
  });

export const withdrawInvitation: Run<'withdraw-invitation'> = async ({ house, now }, { company, id }, caller) => {
  if (!house.store.invitations.withdraw(id, company))
    return problem('no-such-invitation', 'There is no such invitation, or it was taken up.', 'Look at the invitations again.');
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'invitation withdrawn', id, company);
  return ok({});
};
