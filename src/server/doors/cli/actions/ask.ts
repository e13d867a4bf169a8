/** `ask`, and `ask --list`, which names the questions instead. */
import type { Action } from './action.ts';
import { calls } from './calls.ts';

export const ask: Action = (asked) =>
  asked.extra['list'] === true ? calls('questions', { company: asked.input['company'] }, asked) : calls('ask', asked.input, asked);
