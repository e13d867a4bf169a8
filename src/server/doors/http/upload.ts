/** POST /api/upload: the bytes of a file, kept under the data folder until an import names them. Streamed: no file is ever whole in memory. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { newId } from '../../house/secrets.ts';
import { mayUpload } from '../../operations/access.ts';
import { comesFromUs } from './guards.ts';
import { replyJson, replyProblem } from './reply.ts';
import type { Door, Web } from './web.ts';

/** Takes a file in and answers with `{upload}`, its id. */
export const answerUpload = async (door: Door, c: Web): Promise<Response> => {
  const own = comesFromUs(c, door.settings, 'file');
  if (!own.ok) return replyProblem(c, own.refusal);
  const may = mayUpload(door, c.get('identity').caller);
  if (!may.ok) return replyProblem(c, may.refusal);
  const name = fileName(c.req.header('x-file-name') ?? '');
  if (!name.ok) return replyProblem(c, name.refusal);
  const limit = door.settings.uploadLimit;
  if (Number(c.req.header('content-length') ?? 0) > limit) return replyProblem(c, tooLarge(limit).refusal);

  const id = newId('up');
  const target = door.house.uploads.pathFor(id);
  try {
    await pipeline(
      Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as never),
      atMost(limit),
      createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    );
    door.house.uploads.keep(id, name.value);
  } catch (fault) {
    await rm(target, { force: true });
    if (fault instanceof RangeError) return replyProblem(c, tooLarge(limit).refusal);
    door.log.defect('an upload broke off', fault);
    return replyProblem(c, problem('bad-upload', 'The file did not arrive whole.', 'Send it again.').refusal);
  }
  return replyJson(c, { upload: id });
};

const tooLarge = (limit: number) =>
  problem(
    'too-large',
    `The file is larger than ${Math.round(limit / 1_000_000)} MB.`,
    'Import it on the server: npm run -s lockstep -- import FILE; or raise LOCKSTEP_UPLOAD_MB.',
  );

/** Only the last part of the name counts, and nothing in it can leave the folder or break a line. */
const fileName = (header: string): Result<string, Problem> => {
  try {
    const name = path
      .basename(decodeURIComponent(header).replaceAll('\\', '/'))
      .replaceAll(/\p{Cc}/gu, '')
      .trim();
    return name === '' || name === '.' || name === '..'
      ? problem('bad-upload', 'The file has no name.', 'Send its name in the header "X-File-Name".')
      : ok(name.slice(-200));
  } catch {
    return problem('bad-upload', 'The name of the file cannot be read.', 'Percent-encode it as UTF-8.'); // decodeURIComponent says no by throwing
  }
};

const atMost = (limit: number): Transform => {
  let size = 0;
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      size += chunk.length;
      if (size > limit) done(new RangeError('too large'));
      else done(null, chunk);
    },
  });
};
