/** Copies the files of a backup beside the data, comparing each with its manifest on the way. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, type Result } from '../../kernel/result.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../house/problems.ts';
import type { Manifest } from '../operations/care/manifest.ts';
import type { Wish } from './door.ts';

/** Copies what belongs to `parts` into `scratch`; how many files, or which one is not as the manifest says. */
export const copied = async (
  { files }: Manifest,
  from: string,
  scratch: string,
  parts: readonly string[],
  onProgress: Wish['onProgress'],
): Promise<Result<number, Problem>> => {
  const chosen = files.filter((file) => parts.some((part) => file.path === part || file.path.startsWith(`${part}/`)));
  for (const [i, file] of chosen.entries()) {
    onProgress({ phase: 'checking', done: i, of: chosen.length });
    const found = await copy(path.join(from, file.path), path.join(scratch, file.path));
    if (found !== file.sha256)
      return problem(
        'backup-damaged',
        `${file.path} in the backup is ${found === null ? 'missing' : 'not what it was when it was made'}.`,
        'Nothing was replaced. Take another backup, or restore what is whole with --company.',
        { file: file.path },
      );
  }
  return ok(chosen.length);
};

/** SHA-256 of what was copied; null where there is no such file. */
const copy = async (from: string, to: string): Promise<string | null> => {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const counting = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from), counting, createWriteStream(to, { mode: 0o600 }));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
  return hash.digest('hex');
};
