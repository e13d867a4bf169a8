/** `doctor`: ends with 9 where something is wrong, so that a script can tell. */
import type { Output } from '../../../operations/operation.ts';
import type { Action } from './action.ts';
import { plainly } from './calls.ts';

const SOMETHING_WRONG = 9;

export const doctor: Action = async (asked) => {
  const said = await plainly(asked);
  return said.ok && !(said.value.value as Output<'doctor'>).ok ? { ok: true, value: { ...said.value, exit: SOMETHING_WRONG } } : said;
};
