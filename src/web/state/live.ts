/**
 * Live changes for every tab of this browser over one connection.
 *
 * A browser opens six connections to a server and no more, so eight tabs with a stream each would starve
 * every request. Whoever gets the lock holds the stream and hands on what it hears; when that tab closes,
 * the lock and the stream pass to another. Where there are no locks (a page that did not come over https),
 * each tab listens for itself while it is looked at.
 */
import type { ServerEvent } from './sse.ts';
import { holdStream } from './stream.ts';

export type Line = { readonly open: boolean; /** Since when it is as it is, in ms. */ readonly since: number };
export type Ears = {
  readonly onEvent: (event: ServerEvent) => void;
  readonly onLine: (line: Line) => void;
  readonly onRefused: (status: number) => void;
  /** The last event number this tab knows. */
  readonly after: () => number;
  /** Another tab knows more than this one: start again from a snapshot. */
  readonly onBehind: () => void;
};

type Word =
  | { readonly say: 'event'; readonly event: ServerEvent }
  | { readonly say: 'line'; readonly line: Line; readonly seq: number }
  | { readonly say: 'refused'; readonly status: number }
  | { readonly say: 'hello' };

/** Listens until the function it answers with is called. */
export const listen = (company: string, ears: Ears): (() => void) => {
  const stop = new AbortController();
  const name = `lockstep:live:${company}`;
  const channel = new BroadcastChannel(name);
  let leading = false;
  let line: Line = { open: false, since: Date.now() };

  const tell = (word: Word): void => {
    if (!stop.signal.aborted) channel.postMessage(word);
  };
  const setLine = (open: boolean): void => {
    if (open !== line.open) line = { open, since: Date.now() };
    ears.onLine(line);
    tell({ say: 'line', line, seq: ears.after() });
  };
  const lead = async (signal: AbortSignal): Promise<void> => {
    leading = true;
    const onEvent = (event: ServerEvent): void => {
      tell({ say: 'event', event });
      ears.onEvent(event);
    };
    const onRefused = (status: number): void => {
      tell({ say: 'refused', status });
      ears.onRefused(status);
    };
    await holdStream(company, ears.after, { onEvent, onState: setLine, onRefused }, signal);
    leading = false;
  };

  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.say === 'hello') {
      if (leading) tell({ say: 'line', line, seq: ears.after() });
    } else if (leading) return;
    else if (data.say === 'event') ears.onEvent(data.event);
    else if (data.say === 'refused') ears.onRefused(data.status);
    else {
      ears.onLine(data.line);
      if (data.seq > ears.after()) ears.onBehind();
    }
  });
  const looked = (): void => {
    if (document.visibilityState === 'visible') tell({ say: 'hello' });
  };
  document.addEventListener('visibilitychange', looked);
  tell({ say: 'hello' });

  if ('locks' in navigator) {
    navigator.locks.request(name, { signal: stop.signal }, () => lead(stop.signal)).catch(() => undefined);
  } else whileLookedAt(lead, stop.signal);

  return () => {
    stop.abort();
    document.removeEventListener('visibilitychange', looked);
    channel.close();
  };
};

const whileLookedAt = (lead: (signal: AbortSignal) => Promise<void>, stop: AbortSignal): void => {
  let turn: AbortController | null = null;
  const look = (): void => {
    if (document.visibilityState === 'visible' && !turn && !stop.aborted) {
      turn = new AbortController();
      void lead(turn.signal);
    } else if (document.visibilityState !== 'visible') {
      turn?.abort();
      turn = null;
    }
  };
  document.addEventListener('visibilitychange', look, { signal: stop });
  stop.addEventListener('abort', () => turn?.abort());
  look();
};
