/** One live connection to the server: opens, reads, and opens again after a break, later each time. */
import { eventReader, type ServerEvent } from './sse.ts';

type Heard = {
  readonly onEvent: (event: ServerEvent) => void;
  /** True when the connection stands; false when it broke or could not be opened. */
  readonly onState: (open: boolean) => void;
  /** The session ended or the company is closed to us: no use in trying again. */
  readonly onRefused: (status: number) => void;
};

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** The server says something at least every 20 seconds; a silence of twice that is a dead line. */
const SILENCE = 45_000;

/** Holds the stream until `signal` ends it. `after` is the last event number known when a connection is opened. */
export const holdStream = async (company: string, after: () => number, heard: Heard, signal: AbortSignal): Promise<void> => {
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    const began = Date.now();
    const end = await once(company, after(), heard, signal);
    if (signal.aborted) return;
    if (end === 401 || end === 403 || end === 404) return heard.onRefused(end);
    heard.onState(false);
    if (Date.now() - began > LONGEST_WAIT) wait = FIRST_WAIT;
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
};

/** One connection, from opening to its end; answers with the status where it was refused. */
const once = async (company: string, after: number, { onEvent, onState }: Heard, signal: AbortSignal): Promise<number> => {
  const quiet = new AbortController();
  let alarm = setTimeout(() => quiet.abort(), SILENCE);
  try {
    const answer = await fetch(`/api/live?company=${encodeURIComponent(company)}`, {
      headers: { accept: 'text/event-stream', 'last-event-id': String(after) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, quiet.signal]),
    });
    if (!answer.ok || !answer.body) return answer.status;
    onState(true);
    const read = eventReader();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let more = await reader.read(); !more.done; more = await reader.read()) {
      clearTimeout(alarm);
      alarm = setTimeout(() => quiet.abort(), SILENCE);
      for (const event of read(more.value)) onEvent(event);
    }
  } catch {
    // The line broke: the loop says so and tries again.
  } finally {
    clearTimeout(alarm);
  }
  return 0;
};

/** Waits, but no longer than until the machine is online again. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
