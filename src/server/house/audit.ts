/** The audit: who got in, who did not, and what was granted. Kept for good; never with a secret in it. */
import type { House } from './house.ts';

export type Audited =
  | 'signed in'
  | 'sign-in failed'
  | 'signed out'
  | 'house claimed'
  | 'company added'
  | 'invited'
  | 'invitation withdrawn'
  | 'joined'
  | 'token made'
  | 'token revoked'
  | 'write key made'
  | 'write key changed'
  | 'write key revoked'
  | 'inbox set'
  | 'inbox loaded'
  | 'inbox failed'
  | 'password set'
  | 'password changed'
  | 'password change failed'
  | 'request erased'
  | 'workshop planned'
  | 'words of a workshop erased'
  | 'person erased'
  | 'form made'
  | 'form revoked'
  | 'role changed'
  | 'member removed';

/** Writes one line: `who` in words (an e-mail, "local operator"), and the company it concerns, if one. */
export const audit = (house: House, at: string, who: string, what: Audited, detail = '', company: string | null = null): void =>
  house.store.audit.add({ at, who, what, detail, company });

/** A caller as the audit names him. */
export const nameFor = (house: House, signIn: string | null, kind: string): string =>
  signIn === null ? (kind === 'operator' ? 'local operator' : 'nobody') : (house.store.signIns.byId(signIn)?.email ?? signIn);
