/** Hub: the streams that are open now, by whose they are, so that they can be told of his own work and ended with his session. */
import type { LiveMessages } from '../../contract/live.ts';

export type Stream = {
  /** Whose it is (Identity.key), and the session it came with. */
  readonly key: string;
  readonly session: string | null;
  readonly say: <K extends keyof LiveMessages>(event: K, data: LiveMessages[K]) => void;
  readonly end: () => void;
};

export type Hub = {
  /** Takes a stream in and answers with how to let it go; null when this caller has too many. */
  readonly open: (stream: Stream) => (() => void) | null;
  readonly tell: (key: string, progress: LiveMessages['progress']) => void;
  readonly endSession: (session: string) => void;
  readonly endAll: () => void;
  readonly size: () => number;
};

/** A browser holds one stream for all its tabs; more than this is a mistake or an attack. */
const MOST_PER_CALLER = 64;

export const openHub = (): Hub => {
  const streams = new Set<Stream>();
  const of = (key: string): Stream[] => [...streams].filter((s) => s.key === key);
  const end = (which: (stream: Stream) => boolean): void => {
    for (const stream of [...streams].filter(which)) stream.end();
  };
  return {
    open: (stream) => {
      if (of(stream.key).length >= MOST_PER_CALLER) return null;
      streams.add(stream);
      return () => void streams.delete(stream);
    },
    tell: (key, progress) => {
      for (const stream of of(key)) stream.say('progress', progress);
    },
    endSession: (session) => end((s) => s.session === session),
    endAll: () => end(() => true),
    size: () => streams.size,
  };
};
