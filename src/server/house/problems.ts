/** Problems that more than one place gives, each worded once. */
import { refuse, type Refused } from '../../kernel/result.ts';
import type { Problem } from '../contract/problem.ts';

/** A refusal with its code, its sentence and, where there is one, the next step. */
export const problem = (code: string, text: string, todo?: string, detail?: unknown): Refused<Problem> =>
  refuse({ code, text, ...(todo === undefined ? {} : { todo }), ...(detail === undefined ? {} : { detail }) });

/** Also the answer to somebody who does not belong to a company: that it exists is not his to know. */
export const noSuchCompany = (id: string): Refused<Problem> =>
  problem(
    'no-such-company',
    `There is no company "${id}" that you belong to.`,
    'Choose one of your companies, or ask its owner for an invitation.',
  );

export const signedOut = (): Refused<Problem> =>
  problem('signed-out', 'You are not signed in.', 'Sign in, or send an API token as "Authorization: Bearer lsk_…".');
