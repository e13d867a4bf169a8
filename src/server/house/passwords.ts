/**
 * Passwords: argon2id with 19 MiB and two passes (OWASP's first choice), by Node's own crypto, off the event loop.
 * Stored as a PHC string, so that stronger settings can follow without asking anybody for a new password.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const SETTINGS = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

/** The password as it is kept. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...SETTINGS });
  return `$argon2id$v=19$m=${SETTINGS.memory},t=${SETTINGS.passes},p=${SETTINGS.parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
};

/** Hash of a password that nobody has. */
let nobodys: Promise<string> | null = null;

/**
 * True when the password belongs to the stored hash. Without one (an e-mail nobody has, a sign-in without a
 * password) it works as long and says no, so that time does not tell which e-mails exist.
 */
export const checkPassword = async (password: string, stored: string | null): Promise<boolean> => {
  nobodys ??= hashPassword(randomBytes(16).toString('base64url'));
  const [, , , settings = '', nonce = '', tag = ''] = (stored ?? (await nobodys)).split('$');
  const known = Buffer.from(tag, 'base64url');
  const named = new Map(settings.split(',').map((part) => part.split('=') as [string, string]));
  const made = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce, 'base64url'),
    memory: Number(named.get('m')),
    passes: Number(named.get('t')),
    parallelism: Number(named.get('p')),
    tagLength: known.length,
  });
  return timingSafeEqual(made, known) && stored !== null;
};
