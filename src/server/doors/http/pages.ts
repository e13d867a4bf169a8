/**
 * The web pages: what the build left in dist/web. Files with a hash in their name never change and are kept by
 * browsers for good; every other address is a route of the one page. Compressed once, then from memory.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { problem } from '../../house/problems.ts';
import { replyProblem } from './reply.ts';
import type { Web } from './web.ts';

type Page = {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly packed: Map<string, Promise<Buffer>>;
  readonly changed: number;
};

const TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const PACKED = /^(text\/|application\/(json|manifest)|image\/svg)/;
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const OUTSIDE = /^\/(ask|r|w)\/[^/]+\/[^/]+$/;
const ABSENT = 'Lockstep is running, but its web pages have not been built yet. Run: npm run build\n';

/** Answers from the folder `root`. */
export const pagesFrom = (root: string): ((c: Web) => Promise<Response>) => {
  const known = new Map<string, Page>();
  const load = (file: string): Page | null => {
    const at = path.join(root, file);
    if (at !== root && !at.startsWith(root + path.sep)) return null;
    const stat = statSync(at, { throwIfNoEntry: false });
    if (!stat?.isFile()) return null;
    const cached = known.get(at);
    if (cached?.changed === stat.mtimeMs) return cached;
    const bytes = readFileSync(at);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const page = {
      type: TYPES[path.extname(at).toLowerCase()] ?? 'application/octet-stream',
      etag,
      bytes,
      packed: new Map<string, Promise<Buffer>>(),
      changed: stat.mtimeMs,
    };
    known.set(at, page);
    return page;
  };

  return async (c) => {
    const asked = askedFile(c);
    const page = asked === null ? null : load(asked);
    if (page)
      return served(c, page, asked!.startsWith('/assets/') && HASHED.test(asked!) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (asked === null || (path.extname(asked) !== '' && !OUTSIDE.test(asked)))
      return replyProblem(c, problem('no-such-page', 'There is no such page.').refusal);
    // Pages for people without an account are another page, and no search engine's business.
    const outside = OUTSIDE.test(asked);
    const index = load(outside ? '/ask.html' : '/index.html');
    if (outside) c.header('x-robots-tag', 'noindex, nofollow');
    return index ? served(c, index, 'no-cache') : c.text(ABSENT, 503);
  };
};

const askedFile = (c: Web): string | null => {
  try {
    const decoded = decodeURIComponent(new URL(c.req.url).pathname);
    return decoded.includes('\0') ? null : path.posix.normalize(decoded);
  } catch {
    return null; // not decodable: no file is called so
  }
};

const served = async (c: Web, page: Page, cache: string): Promise<Response> => {
  c.header('cache-control', cache);
  c.header('etag', page.etag);
  c.header('vary', 'Accept-Encoding');
  if (c.req.header('if-none-match')?.includes(page.etag)) return c.body(null, 304);
  c.header('content-type', page.type);
  const how = PACKED.test(page.type) ? encodingFor(c.req.header('accept-encoding') ?? '') : null;
  if (how) c.header('content-encoding', how);
  const bytes = how ? await pack(page, how) : page.bytes;
  c.header('content-length', String(bytes.length));
  return c.req.method === 'HEAD' ? c.body(null) : c.body(new Uint8Array(bytes));
};

const encodingFor = (accepted: string): 'br' | 'gzip' | null =>
  /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const pack = (page: Page, how: 'br' | 'gzip'): Promise<Buffer> => {
  const ready =
    page.packed.get(how) ??
    (how === 'br' ? brotli(page.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : zip(page.bytes, { level: 9 }));
  page.packed.set(how, ready);
  return ready;
};
