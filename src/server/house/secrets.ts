/** Secrets: made by chance, shown once, kept only as their SHA-256. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** lss_ session · lsk_ API token · lsi_ invitation · lso_ local operator · lsu_ first run · lsf_ form · lsw_ write key */
export type SecretKind = 'lss' | 'lsk' | 'lsi' | 'lso' | 'lsu' | 'lsf' | 'lsw';

/** A new secret of 256 bits. */
export const newSecret = (kind: SecretKind): string => `${kind}_${randomBytes(32).toString('base64url')}`;

/** What is kept of it. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** True when both are the same secret; takes as long either way. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(fingerprint(a)), Buffer.from(fingerprint(b)));

/** A new id of the kind that `prefix` names, 80 bits of chance. */
export const newId = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_${randomBytes(10).toString('hex')}`;
