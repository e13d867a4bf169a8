/** A refusal of the facts as a problem. */
import type { AskRefusal } from '../../../facts/questions/question.ts';
import type { Refused } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';

/** Why a question was not answered, as a problem; `detail` holds what may be said instead. */
export const asProblem = ({ code, text, parameter, found, choices }: AskRefusal): Refused<Problem> =>
  problem(code, text, 'lockstep ask --list names the questions, what they take and what one can cut by.', {
    ...(parameter !== undefined && { parameter }),
    ...(found !== undefined && { found }),
    ...(choices && { choices }),
  });
