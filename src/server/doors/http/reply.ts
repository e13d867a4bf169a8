/** Answers of the API: values and problems as JSON. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../contract/problem.ts';
import { outcomeOf } from '../problem-status.ts';
import type { Web } from './web.ts';

/** JSON with its length, so that small answers are not compressed. */
export const replyJson = (c: Web, body: unknown, status: ContentfulStatusCode = 200): Response => {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  c.header('content-type', 'application/json; charset=utf-8');
  c.header('content-length', String(bytes.length));
  return c.body(bytes, status);
};

/** A problem with the status that the table names. */
export const replyProblem = (c: Web, problem: Problem): Response => {
  if (problem.code === 'too-many-attempts') c.header('retry-after', String(secondsOf(problem.detail)));
  if (problem.code === 'signed-out' || problem.code === 'wrong-token') c.header('www-authenticate', 'Bearer realm="Lockstep"');
  c.header('cache-control', 'no-store');
  return replyJson(c, { error: problem }, outcomeOf(problem.code).status);
};

const secondsOf = (detail: unknown): number =>
  typeof detail === 'object' && detail !== null && 'retryAfter' in detail ? Number(detail.retryAfter) : 60;
