/** `history`: who decided what, when; for a person with the names of the people. */
import { ok } from '../../../../kernel/result.ts';
import type { Output } from '../../../operations/operation.ts';
import { historyText } from '../print/history.ts';
import type { Action } from './action.ts';

export const history: Action = async ({ door, input, json }) => {
  const answer = await door.call('history', input);
  if (!answer.ok || json) return answer.ok ? ok({ value: answer.value, text: '' }) : answer;
  const book = await door.call('book', { company: input['company'] });
  const people = book.ok ? (book.value as Output<'book'>).people : [];
  return ok({
    value: answer.value,
    text: historyText(answer.value as Output<'history'>, new Map(people.map(({ id, name }) => [id, name]))),
  });
};
