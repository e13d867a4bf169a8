/** `decide FILE`: a batch of commands from a file, or from stdin. A batch without an id of its own gets one. */
import { randomUUID } from 'node:crypto';
import { problem } from '../../../house/problems.ts';
import { parsed, textAt } from '../input.ts';
import type { Action } from './action.ts';
import { calls } from './calls.ts';

export const decide: Action = async (asked) => {
  const file = asked.input['file'] as string;
  const text = await textAt(file, asked.terminal);
  if (!text.ok) return text;
  const json = parsed(text.value, file === '-' ? 'what came on stdin' : file);
  if (!json.ok) return json;
  const batch = Array.isArray(json.value) ? { commands: json.value } : json.value;
  if (typeof batch !== 'object' || batch === null)
    return problem('bad-json', `${file} holds no batch.`, 'Write a list of commands, or { "commands": […], "notes": […], "people": […] }.');
  return calls('decide', { batch: `cli-${randomUUID()}`, ...batch, company: asked.input['company'] }, asked);
};
