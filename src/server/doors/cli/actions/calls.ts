/** The plain action: the operation is called and its answer printed. */
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Name } from '../../../operations/operation.ts';
import { printed } from '../print/print.ts';
import type { Action, Asked, Said } from './action.ts';

/** Calls `name` with `input`. */
export const calls = async (name: Name, input: Asked['input'], { door }: Pick<Asked, 'door'>): Promise<Result<Said, Problem>> => {
  const answer = await door.call(name, input);
  return answer.ok ? ok({ value: answer.value, text: printed(name, answer.value) }) : answer;
};

export const plainly: Action = (asked) => calls(asked.command.operation!, asked.input, asked);
