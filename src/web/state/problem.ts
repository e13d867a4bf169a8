/** Why something did not happen, in words for a person: the server's own, or ours when it could not be reached. */

import type { Problem as Said } from '../../server/contract/problem.ts';

/** As every door of the server says it. */
export type Problem = Said;

/** Thrown by `call`; a screen shows `problem` beside what failed. */
export class Failure extends Error {
  readonly problem: Problem;
  /** HTTP status; 0 where no answer came at all. */
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(problem.text);
    this.name = 'Failure';
    this.problem = problem;
    this.status = status;
  }
}

/** No answer came: nothing is known about what the server did. */
export const unreachable = (cause: unknown): Failure =>
  new Failure(
    {
      code: 'unreachable',
      text: 'The server does not answer.',
      todo: 'Check the connection. What you decided is kept and sent later.',
      detail: String(cause),
    },
    0,
  );

const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && typeof (said as Problem).code === 'string' && typeof (said as Problem).text === 'string';

/** The problem within an answer that was not a good one. */
export const failureOf = (status: number, said: unknown): Failure => {
  const inner = typeof said === 'object' && said !== null && 'error' in said ? said.error : said;
  if (isProblem(inner)) return new Failure(inner, status);
  if (status === 401)
    return new Failure({ code: 'signed-out', text: 'You are signed out.', todo: 'Sign in again; nothing was lost.' }, status);
  return new Failure(
    {
      code: `http-${status}`,
      text: 'The server answered with something we cannot read.',
      todo: 'Try again; if it stays, look at the server’s log.',
      detail: said,
    },
    status,
  );
};

/** The problem of anything that was thrown. */
export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Failure
    ? thrown.problem
    : {
        code: 'defect',
        text: 'Something in this page broke.',
        todo: 'Load the page again; what was decided is safe on the server.',
        detail: String(thrown),
      };

/** True where trying the very same again may help: no answer, or a server that is busy or starting. */
export const isPassing = (thrown: unknown): boolean =>
  thrown instanceof Failure && (thrown.status === 0 || thrown.status === 429 || thrown.status >= 502);
