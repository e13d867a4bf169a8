/**
 * Received: a file as it came, checked and made readable: unpacked, in UTF-8, under a name that
 * DuckDB takes literally.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { legacyOf, survey, toUtf8, type Encoding, type Survey } from './encoding.ts';
import { fileKind, utf16Of } from './file-kind.ts';
import type { DialectWish } from './mapping.ts';
import type { ImportRefusal } from './refusal.ts';

/** A file to import: where its bytes lie now, and what the person calls it. */
export type FileReceived = { readonly path: string; readonly name: string };

export type Received = {
  readonly name: string;
  /** Of the bytes as they came. */
  readonly sha256: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly kind: 'text' | 'parquet' | 'xlsx';
  readonly encoding: Encoding | null;
  /** Some lines are in another encoding than the file. */
  readonly mixed: boolean;
  /** UTF-8 text, Parquet or a workbook. */
  readonly path: string;
  readonly newlines: number;
  readonly endsWithNewline: boolean;
};

type Refusable<T> = Promise<Result<T, ImportRefusal>>;

/** `dir` is a workspace; nothing else is written. `onBytes` hears how far reading is. */
export const receive = async (
  file: FileReceived,
  dir: string,
  wish: DialectWish,
  onBytes: (done: number, of: number) => void,
): Refusable<Received> => {
  const { name } = file;
  const size = await sizeOf(file);
  if (!size.ok) return size;
  const hash = createHash('sha256');
  let done = 0;
  const count = (chunk: Buffer): void => {
    hash.update(chunk);
    onBytes((done += chunk.length), size.value);
  };
  // DuckDB reads [ ] * ? in a path as a pattern.
  const link = join(dir, 'received');
  await symlink(resolve(file.path), link);
  const outer = fileKind(await headOf(link), name);
  if (!outer.ok) return outer;
  let path = link;
  if (outer.value === 'gzip') {
    path = join(dir, 'unpacked');
    const unpacked = await unpack(link, path, name, count);
    if (!unpacked.ok) return unpacked;
  }
  const inner = fileKind(await headOf(path), name);
  if (!inner.ok) return inner;
  if (inner.value === 'gzip')
    return refuse({ code: 'file-is-zip', text: `${name} is packed twice.`, todo: 'Unpack it once and import it again.' });
  const gzip = outer.value === 'gzip';
  const found = await survey(path, gzip ? () => undefined : count);
  const common = { name, gzip, bytes: size.value, sha256: hash.digest('hex') };
  if (inner.value === 'parquet' || inner.value === 'xlsx')
    return ok({ ...common, kind: inner.value, encoding: null, mixed: false, path, ...lineEnds(found) });
  return ok({ ...common, kind: 'text', ...(await asUtf8(path, dir, found, wish)) });
};

const sizeOf = async ({ path, name }: FileReceived): Refusable<number> => {
  const info = await stat(path).catch(() => null);
  if (!info) return refuse({ code: 'file-missing', text: `There is no file ${name}.`, todo: 'Check the path.' });
  if (!info.isFile()) return refuse({ code: 'file-missing', text: `${name} is a folder, not a file.`, todo: 'Name the files in it.' });
  if (info.size === 0)
    return refuse({
      code: 'file-empty',
      text: `${name} is empty: it has 0 bytes.`,
      todo: 'Export it again; the export may have been cut off.',
    });
  const readable = await open(path).then(
    (handle) => handle.close().then(() => true),
    () => false,
  );
  return readable ? ok(info.size) : refuse({ code: 'file-unreadable', text: `${name} cannot be opened.`, todo: 'Check who may read it.' });
};

const headOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
  await handle.close();
  return buffer.subarray(0, bytesRead);
};

/** More than this unpacked is a mistake or an attack. */
const UNPACKED_AT_MOST = 20 * 2 ** 30;

const unpack = async (from: string, to: string, name: string, each: (chunk: Buffer) => void): Refusable<null> => {
  let bytes = 0;
  const source = createReadStream(from, { highWaterMark: 1 << 20 });
  source.on('data', (chunk) => each(chunk as Buffer));
  try {
    await pipeline(
      source,
      createGunzip(),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > UNPACKED_AT_MOST) throw new RangeError('too large');
          yield chunk;
        }
      },
      createWriteStream(to),
    );
  } catch (defect) {
    if (!isDamage(defect)) throw defect;
    return refuse({
      code: 'file-bad-gzip',
      text: `${name} cannot be unpacked: it is damaged, cut off or unpacks to more than 20 GB.`,
      todo: 'Download or export it again.',
    });
  }
  return bytes > 0 ? ok(null) : refuse({ code: 'file-empty', text: `${name} is packed and holds nothing.`, todo: 'Export it again.' });
};

const isDamage = (defect: unknown): boolean =>
  defect instanceof RangeError || (defect instanceof Error && 'code' in defect && /^Z_|ERR_/.test(String(defect.code)));

const lineEnds = ({ newlines, endsWithNewline }: Survey) => ({ newlines, endsWithNewline });

const asUtf8 = async (path: string, dir: string, found: Survey, wish: DialectWish) => {
  const wide = utf16Of(await headOf(path));
  const encoding = wish.encoding ?? wide ?? (found.validUtf8 ? 'utf-8' : await legacyOf(path));
  if (encoding === 'utf-8' && found.validUtf8) return { encoding, mixed: false, path, ...lineEnds(found) } as const;
  const mixed = encoding === 'mixed' || encoding === 'utf-8';
  const text = join(dir, 'utf8');
  await toUtf8(path, text, mixed ? 'mixed' : encoding);
  return { encoding: mixed ? 'utf-8' : encoding, mixed, path: text, ...lineEnds(await survey(text, () => undefined)) } as const;
};
