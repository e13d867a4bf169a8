/** Settings: what the environment says, checked once at the start. Nobody else reads the environment. */
import path from 'node:path';
import { ok, type Result } from '../kernel/result.ts';
import type { Problem } from './contract/problem.ts';
import { problem } from './house/problems.ts';

export type Settings = {
  /** LOCKSTEP_DATA: absolute path of the data folder. */
  readonly folder: string;
  /** PORT; 0 takes any that is free. */
  readonly port: number;
  /** HOST: the address to listen on. */
  readonly host: string;
  /** True when it listens to this machine alone. */
  readonly loopback: boolean;
  /** True when others can reach it, be it through a proxy. */
  readonly reachable: boolean;
  /** LOCKSTEP_TRUST_PROXY=1: a proxy in front says who calls and whether over https. */
  readonly trustProxy: boolean;
  /** LOCKSTEP_URL: the address people use, where it is not the one listened on. */
  readonly url: URL | null;
  /** LOCKSTEP_SMTP_URL and LOCKSTEP_MAIL_FROM: by which server mail goes out and in whose name; null where none is sent. */
  readonly mail: { readonly smtp: string; readonly from: string } | null;
  /** LOCKSTEP_UPLOAD_MB: largest file that is taken in, in bytes. */
  readonly uploadLimit: number;
  /** LOCKSTEP_INBOX: further folders that companies may have looked into, absolute, with a colon between them (a semicolon on Windows). */
  readonly inboxRoots: readonly string[];
  /** LOCKSTEP_LOG=info logs every request; otherwise only what went wrong. */
  readonly logAll: boolean;
};

type Env = { readonly [name: string]: string | undefined };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/** The settings, or which of them cannot be. */
export const readSettings = (env: Env, cwd: string): Result<Settings, Problem> => {
  const port = env.PORT ? Number(env.PORT) : 4000;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return problem('bad-setting', `PORT is "${env.PORT}", which is no port.`, 'Set PORT to a number from 1 to 65535.');
  const megabytes = env.LOCKSTEP_UPLOAD_MB ? Number(env.LOCKSTEP_UPLOAD_MB) : 4096;
  if (!(megabytes > 0))
    return problem('bad-setting', `LOCKSTEP_UPLOAD_MB is "${env.LOCKSTEP_UPLOAD_MB}".`, 'Set it to a number of megabytes above 0.');
  const mail = mailOf(env);
  if (!mail.ok) return mail;
  const inboxRoots = inboxRootsIn(env);
  const relative = inboxRoots.find((root) => !path.isAbsolute(root));
  if (relative !== undefined)
    return problem(
      'bad-setting',
      `LOCKSTEP_INBOX names "${relative}", which is no absolute path.`,
      'Write each folder from the root on: /srv/exports',
    );
  const address = env.LOCKSTEP_URL;
  if (address && !/^https?:\/\//.test(address))
    return problem('bad-setting', `LOCKSTEP_URL is "${address}".`, 'Set it to the address people use: https://lockstep.example.com');
  if (address && !URL.canParse(address)) return problem('bad-setting', `LOCKSTEP_URL is "${address}", which is no address.`);
  const url = address ? new URL(address) : null;
  const trustProxy = ['1', 'true', 'yes'].includes((env.LOCKSTEP_TRUST_PROXY ?? '').toLowerCase());
  const host = (env.HOST ?? '').replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
  return ok({
    folder: path.resolve(cwd, env.LOCKSTEP_DATA || 'data'),
    port,
    host,
    loopback: LOOPBACK.test(host),
    reachable: !LOOPBACK.test(host) || trustProxy || (url !== null && !LOOPBACK.test(url.hostname)),
    trustProxy,
    url,
    mail: mail.value,
    uploadLimit: Math.round(megabytes * 1_000_000),
    inboxRoots,
    logAll: env.LOCKSTEP_LOG === 'info',
  });
};

/** Folders outside the data folder that companies may have looked into. */
export const inboxRootsIn = ({ LOCKSTEP_INBOX: said }: Env): readonly string[] =>
  (said ?? '')
    .split(path.delimiter)
    .filter((root) => root !== '')
    .map((root) => path.normalize(root));

/** How mail goes out, or which setting of it cannot be. The address is not repeated: it holds a password. */
const mailOf = ({ LOCKSTEP_SMTP_URL: smtp, LOCKSTEP_MAIL_FROM: from }: Env): Result<Settings['mail'], Problem> => {
  if (!smtp) return ok(null);
  if (!/^smtps?:\/\//.test(smtp) || !URL.canParse(smtp))
    return problem(
      'bad-setting',
      'LOCKSTEP_SMTP_URL is no address of a mail server.',
      'Write it as smtps://name:password@mail.example.com, or smtp://mail.example.com:587',
    );
  if (!from || !/^[^@\s]+@[^@\s]+$|<[^@\s]+@[^@\s]+>$/.test(from))
    return problem(
      'bad-setting',
      'LOCKSTEP_SMTP_URL is set, but LOCKSTEP_MAIL_FROM names no sender.',
      'Set it to the address that mail comes from: Marketing <marketing@example.com>',
    );
  return ok({ smtp, from });
};
