/**
 * Guards before anything is answered: is this host ours (a name that somebody pointed at 127.0.0.1 is not), and does
 * what changes something come from our own pages? A cookie alone proves neither.
 */
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Settings } from '../../settings.ts';
import type { Web } from './web.ts';

const OWN = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** While only this machine can reach the server, only this machine's names may be used for it. */
export const hostIsOurs = (c: Web, { loopback, url }: Settings): Result<null, Problem> => {
  const host = hostOf(c);
  if (!loopback || OWN.test(nameOf(host)) || host === url?.host) return ok(null);
  return problem(
    'wrong-host',
    `This server does not answer to "${nameOf(host)}".`,
    'Open it as http://localhost, or set LOCKSTEP_URL to the address people use.',
  );
};

/** What changes something must come from our own pages, as JSON (or as a named upload), which no form of another site can send. */
export const comesFromUs = (c: Web, { url }: Settings, carries: 'json' | 'file' | 'nothing'): Result<null, Problem> => {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const own: (string | null | undefined)[] = [hostOf(c), url?.host];
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && !own.includes(hostIn(origin)));
  if (foreign)
    return problem('other-site', 'This request came from another site.', 'Use the pages of this server, or an API token from a program.');
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (carries === 'json' && type !== 'application/json')
    return problem('not-json', 'The request is not JSON.', 'Send it with "Content-Type: application/json".');
  if (carries === 'file' && !c.req.header('x-file-name'))
    return problem('bad-upload', 'The file has no name.', 'Send its name, percent-encoded, in the header "X-File-Name".');
  return ok(null);
};

const hostOf = (c: Web): string => c.req.header('host') ?? new URL(c.req.url).host;
const nameOf = (host: string): string => host.replace(/:\d+$/, '');
const hostIn = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
