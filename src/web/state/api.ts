/** The server's operations, by name and with their types: the contract is imported as types alone, so no schema is shipped. */
import type { Contract } from '../../server/contract/contract.ts';
import type { Progress, ProgressLine } from '../../server/contract/live.ts';
import { failureOf, unreachable } from './problem.ts';

export type Operation = keyof Contract;
export type Input<N extends Operation> = Contract[N]['input']['_zod']['input'];
export type Output<N extends Operation> = Contract[N]['output']['_zod']['output'];

/** Where an operation is offered: `company add` at /api/company-add. */
export const addressOf = (name: string): string => `/api/${name.replaceAll(' ', '-')}`;

type Wish = { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((at: Progress) => void) | undefined };
export type { Progress };

/** Calls an operation. Throws Failure with words for a person. */
export const call = async <N extends Operation>(name: N, input: Input<N>, { signal, onProgress }: Wish = {}): Promise<Output<N>> => {
  const answer = await posted(addressOf(name), JSON.stringify(input), onProgress !== undefined, signal);
  if (onProgress && answer.headers.get('content-type')?.startsWith('application/x-ndjson'))
    return (await lastLine(answer, onProgress)) as Output<N>;
  const said: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw failureOf(answer.status, said);
  return said as Output<N>;
};

const posted = async (address: string, body: string, progress: boolean, signal?: AbortSignal): Promise<Response> => {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: progress ? 'application/x-ndjson, application/json' : 'application/json' },
      body,
      credentials: 'same-origin',
      signal: signal ?? null,
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw unreachable(fault);
  }
};

/** Long work answers line by line: `{progress}` any number of times, then `{value}` or `{error}`. */
const lastLine = async (answer: Response, onProgress: (at: Progress) => void): Promise<unknown> => {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let kept = '';
  for (let more = await reader.read(); !more.done; more = await reader.read()) {
    kept += more.value;
    const lines = kept.split('\n');
    kept = lines.pop() ?? '';
    for (const line of lines.filter((l) => l.trim() !== '')) {
      const said = JSON.parse(line) as ProgressLine;
      if ('progress' in said) onProgress(said.progress);
      else if ('value' in said) return said.value;
      else throw failureOf(answer.status >= 400 ? answer.status : 500, said);
    }
  }
  throw unreachable('the answer broke off');
};
