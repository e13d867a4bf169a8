/** Answers that say who did something: for a person with the names of the people. */
import { BY_LINK, OPERATOR } from '../../../../domain/decider.ts';
import { ok } from '../../../../kernel/result.ts';
import type { Name, Output } from '../../../operations/operation.ts';
import { historyText } from '../print/history.ts';
import { loadsText, namesText } from '../print/ledger.ts';
import type { Action } from './action.ts';

/** A person's name by his id; the id where nobody is called so any more. */
export type NameOf = (person: string) => string;

const named =
  <N extends Name>(name: N, text: (value: Output<N>, nameOf: NameOf) => string): Action =>
  async ({ door, input, json }) => {
    const answer = await door.call(name, input);
    if (!answer.ok) return answer;
    if (json) return ok({ value: answer.value, text: '' });
    const book = await door.call('book', { company: input['company'] });
    const people = new Map<string, string>(book.ok ? (book.value as Output<'book'>).people.map((person) => [person.id, person.name]) : []);
    return ok({
      value: answer.value,
      text: text(
        answer.value as Output<N>,
        (person) =>
          people.get(person) ?? (person === OPERATOR ? 'local operator' : person === BY_LINK ? 'the requester, by a link' : person),
      ),
    });
  };

export const history = named('history', historyText);
export const loads = named('loads', loadsText);
export const names = named('names', namesText);
