/** The operations of houseContract, but for `demo`. */
import type { Operations } from '../operation.ts';
import { claimHouse } from './claim-house.ts';
import { changePassword } from './change-password.ts';
import { companyAdd } from './company-add.ts';
import { companies, door, health } from './front-door.ts';
import { invitations, invite, withdrawInvitation } from './invite.ts';
import { invitation, join } from './join.ts';
import { signIn, signOut } from './sign-in.ts';
import { tokenAdd, tokenRevoke, tokens } from './tokens.ts';

export const houseOperations = {
  health,
  door,
  'claim-house': claimHouse,
  'sign-in': signIn,
  'sign-out': signOut,
  'change-password': changePassword,
  companies,
  'company add': companyAdd,
  invite,
  invitation,
  invitations,
  'withdraw-invitation': withdrawInvitation,
  join,
  tokens,
  'token add': tokenAdd,
  'token revoke': tokenRevoke,
} satisfies Partial<Operations>;
