/**
 * What may be done with a request in each state it can stand in. The one table: deciding, screens and the requester's
 * page all read it. Whatever the state, there is a way back among those that wait, so that nothing is lost by mistake.
 */
import type { RequestCommand, State } from './request.ts';

/** What is done with a request that was received: the part of its command after the slash. */
export type Act = RequestCommand['type'] extends infer T
  ? T extends 'request/receive'
    ? never
    : T extends `request/${infer A}`
      ? A
      : never
  : never;

export const ALLOWS: { readonly [S in State]: readonly Act[] } = {
  received: ['accept', 'merge', 'defer', 'decline', 'withdraw', 'ask', 'answer'],
  deferred: ['accept', 'merge', 'defer', 'decline', 'withdraw', 'return', 'ask', 'answer'],
  accepted: ['accept', 'merge', 'decline', 'withdraw', 'return', 'ask', 'answer', 'ask-place', 'answer-place'],
  merged: ['withdraw', 'return'],
  declined: ['return'],
  withdrawn: ['return'],
};

/** True where this may be done with a request that stands so. */
export const allows = (state: State, act: Act): boolean => ALLOWS[state].includes(act);

/** What a requester may do by the link to the page of his request; the rest is the team's. */
export const REQUESTERS: readonly Act[] = ['withdraw', 'answer', 'ask-place'];
