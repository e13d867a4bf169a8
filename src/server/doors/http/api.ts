/** The operations over HTTP: POST /api/<name with dashes> with JSON, and GET with a query for those that only read. */
import { contract } from '../../contract/contract.ts';
import type { Progress, ProgressLine } from '../../contract/live.ts';
import type { Problem } from '../../contract/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { problem } from '../../house/problems.ts';
import { call } from '../../operations/call.ts';
import type { Name, World } from '../../operations/operation.ts';
import { comesFromUs } from './guards.ts';
import { inputOfQuery } from './query.ts';
import { replyJson, replyProblem } from './reply.ts';
import { sessionDoor } from './session-cookie.ts';
import { publicUrl, type Door, type Web } from './web.ts';

/** Larger inputs are files, and files are uploaded. */
const LARGEST_BODY = 8_000_000;

const NAMES: ReadonlyMap<string, Name> = new Map((Object.keys(contract) as Name[]).map((name) => [name.replaceAll(' ', '-'), name]));

/** Answers one request for an operation; `path` is what stands behind /api/. */
export const answerOperation = async (door: Door, c: Web, path: string): Promise<Response> => {
  const name = NAMES.get(path);
  if (!name)
    return replyProblem(
      c,
      problem('no-such-operation', `There is no operation "${path}".`, 'GET /api/openapi.json lists them all.').refusal,
    );
  const read = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (read && contract[name].effect !== 'read') {
    c.header('allow', 'POST');
    return replyProblem(c, problem('wrong-method', `"${name}" changes something.`, `Send it as POST /api/${path}.`).refusal);
  }
  if (!(read && contract[name].access === 'open')) {
    const own = comesFromUs(c, door.settings, read ? 'nothing' : 'json');
    if (!own.ok) return replyProblem(c, own.refusal);
  }
  const input = read ? ok(inputOfQuery(name, new URL(c.req.url).searchParams)) : await bodyOf(c);
  if (!input.ok) return replyProblem(c, input.refusal);
  c.header('cache-control', 'no-cache, private');
  // Operations open to anybody begin and end sessions: their answer carries a cookie, so it cannot begin before it is known.
  const wanted = c.req.header('accept')?.includes('application/x-ndjson') && contract[name].access !== 'open';
  return wanted ? lineByLine(door, c, name, input.value) : whole(door, c, name, input.value);
};

const whole = async (door: Door, c: Web, name: Name, input: unknown): Promise<Response> => {
  const answer = await called(door, c, name, input, progressTo(door, c, name));
  return answer.ok ? replyJson(c, answer.value) : replyProblem(c, answer.refusal);
};

/** Long work that is waited for: progress as it comes, the answer or the problem last. */
const lineByLine = (door: Door, c: Web, name: Name, input: unknown): Response => {
  const text = new TextEncoder();
  const tell = progressTo(door, c, name);
  let gone = false;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const line = (said: ProgressLine): void => {
        if (!gone) controller.enqueue(text.encode(`${JSON.stringify(said)}\n`));
      };
      const answer = await called(door, c, name, input, (progress) => {
        line({ progress });
        tell(progress);
      });
      line(answer.ok ? { value: answer.value } : { error: answer.refusal });
      if (!gone) controller.close();
    },
    cancel: () => {
      gone = true; // the work goes on: it lands whole whoever waits
    },
  });
  c.header('content-type', 'application/x-ndjson');
  c.header('cache-control', 'no-store, no-transform');
  return c.body(stream);
};

const called = async (door: Door, c: Web, name: Name, input: unknown, progress: World['progress']): Promise<Result<unknown, Problem>> => {
  const { house, now, version, settings } = door;
  const identity = c.get('identity');
  try {
    return await call(
      {
        house,
        now,
        version,
        progress,
        session: sessionDoor(door, c),
        setupToken: door.setupToken,
        publicUrl: publicUrl(door, c),
        mails: settings.mail !== null,
      },
      name,
      input,
      identity.caller,
    );
  } catch (fault) {
    door.log.defect('an operation broke', fault, { operation: name });
    return problem('defect', 'Something broke in the server.', 'Try again; if it stays, the server’s log says more.');
  }
};

/** Tells the caller's own streams, ten times a second at most. */
const progressTo = ({ hub }: Door, c: Web, operation: Name): World['progress'] => {
  const { key } = c.get('identity');
  let last = 0;
  return (at: Progress) => {
    const time = performance.now();
    if (key === null || (time - last < 100 && at.done !== at.of)) return;
    last = time;
    hub.tell(key, { ...at, operation });
  };
};

const bodyOf = async (c: Web): Promise<Result<unknown, Problem>> => {
  const text = await limited(c.req.raw.body);
  if (text === null) return problem('too-large', 'The request is larger than 8 MB.', 'Upload files with POST /api/upload.');
  if (text.trim() === '') return ok({});
  try {
    return ok(JSON.parse(text));
  } catch (fault) {
    return problem('bad-json', 'The request is not valid JSON.', 'Mend it and send it again.', String(fault));
  }
};

const limited = async (body: ReadableStream<Uint8Array> | null): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
};
