/** Refusals about requests and their forms, in words. */
import type { State } from '../../domain/intake/request.ts';
import { dayWords, short } from './format.ts';
import type { RefusalTable } from './refusal-table.ts';

/** How a request stands, as a person says it. */
export const STATE_WORDS: { readonly [S in State]: string } = {
  received: 'waits for a decision',
  deferred: 'is deferred',
  accepted: 'is accepted',
  merged: 'is joined with another',
  declined: 'is declined',
  withdrawn: 'was withdrawn',
};

const NEXT: { readonly [S in State]: string } = {
  received: 'Accept, join, defer or decline it first.',
  deferred: 'Accept, join or decline it, or bring it back to the inbox first.',
  accepted: 'Bring it back to the inbox first.',
  merged: 'Do it with the request it is joined with, or bring this one back to the inbox first.',
  declined: 'Bring it back to the inbox first.',
  withdrawn: 'Bring it back to the inbox first, if it is needed after all.',
};

export const INTAKE_REFUSALS: Pick<
  RefusalTable,
  | 'request-stands-otherwise'
  | 'merged-into-itself'
  | 'merge-into-the-first'
  | 'not-your-request'
  | 'question-open'
  | 'no-question'
  | 'no-place-asked'
  | 'not-a-place'
  | 'not-later'
  | 'form-closed'
> = {
  'request-stands-otherwise': ({ ref, state }) => ({
    text: `The request ${ref} ${STATE_WORDS[state]}, so this cannot be done with it.`,
    todo: NEXT[state],
  }),
  'merged-into-itself': () => ({ text: 'A request cannot be joined with itself.', todo: 'Choose another request.' }),
  'merge-into-the-first': ({ ref, first }) => ({
    text: `The request ${ref} is joined with ${first} itself.`,
    todo: `Join this one with ${first}.`,
  }),
  'not-your-request': ({ ref }) => ({
    text: `Somebody else asked for ${ref}.`,
    todo: 'Only the one who asked, or somebody who plans the work, may do this.',
  }),
  'question-open': ({ ref }) => ({
    text: `A question about ${ref} waits for its answer already.`,
    todo: 'Wait for the answer, or write it down for the requester.',
  }),
  'no-question': ({ ref }) => ({ text: `No question about ${ref} waits for an answer.`, todo: 'Nothing needs to be done.' }),
  'no-place-asked': ({ ref }) => ({ text: `Nobody waits to hear about a place for ${ref}.`, todo: 'Move the work item itself.' }),
  'not-a-place': () => ({ text: 'That is no place in the queue.', todo: 'Give a whole number, 1 for the first.' }),
  'not-later': ({ until }) => ({
    text: `The day ${dayWords(until)} is not later than today.`,
    todo: 'Choose a day that is still to come.',
  }),
  'form-closed': ({ name, how }) => ({
    text:
      how === 'revoked'
        ? `The form “${short(name, 60)}” was closed.`
        : `The form “${short(name, 60)}” was open for a time, and that time is over.`,
    todo: 'Ask the person who gave you the link for a new one.',
  }),
};
