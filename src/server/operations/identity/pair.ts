/** A pair: two handles as they were written, and what may be said of them. */
import { handleOf, type Handle, type Of } from '../../../facts/identity/handle.ts';
import { ok, type Refused, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';

export type Pair = { readonly of: Of; readonly a: Handle; readonly b: Handle };

/** Two people, two accounts, or somebody (or a domain) and an account; the account comes second. */
export const pairOf = (a: string, b: string): Result<Pair, Problem> => {
  const [one, two] = [handleOf(a), handleOf(b)];
  const wrong = one === null ? a : two === null ? b : null;
  if (!one || !two) return notAHandle(wrong ?? a);
  if (one.kind === 'account' && two.kind === 'account') return ok({ of: 'account', a: one, b: two });
  if (one.kind === 'account') return ok({ of: 'member', a: two, b: one });
  return ok({ of: two.kind === 'account' ? 'member' : 'person', a: one, b: two });
};

export const notAHandle = (found: string): Refused<Problem> =>
  problem(
    'no-such-handle',
    `“${found.slice(0, 80)}” names nobody.`,
    'Write kind:source:id as the review list shows it: contact:crm:003A, email::ann@acme.com.',
  );
