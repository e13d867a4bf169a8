/** How a random secret is kept: as its SHA-256, from which it cannot be had back. Not for passwords, which are guessable. */
import { createHash } from 'node:crypto';

/** The hash under which a token of a session or an invitation is stored and found. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
