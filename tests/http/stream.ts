/** A reader of server-sent events, for tests. */
import { setTimeout as pause } from 'node:timers/promises';

export type Message = { readonly event: string; readonly id: string | null; readonly data: any }; // oxlint-disable-line typescript/no-explicit-any -- tests look into data of every shape

export type Stream = {
  readonly status: number;
  /** All that has come so far, oldest first. */
  readonly heard: Message[];
  /** Waits until that many messages have come; fails after twenty seconds. */
  readonly until: (n: number) => Promise<readonly Message[]>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  readonly leave: () => Promise<void>;
};

/** Reads the answer to GET /api/live as it comes. */
export const streamOf = (answer: Response): Stream => {
  const heard: Message[] = [];
  const reader = answer.body!.pipeThrough(new TextDecoderStream() as never).getReader() as ReadableStreamDefaultReader<string>;
  const ended = (async () => {
    let rest = '';
    for (let more = await reader.read(); !more.done; more = await reader.read()) {
      const blocks = (rest + more.value).split('\n\n');
      rest = blocks.pop() ?? '';
      heard.push(...blocks.flatMap(messageOf));
    }
  })();
  return {
    status: answer.status,
    heard,
    until: async (n) => {
      for (let tries = 0; heard.length < n; tries++) {
        if (tries > 4000) throw new Error(`only ${heard.length} of ${n} messages came: ${JSON.stringify(heard).slice(0, 500)}`);
        await pause(5);
      }
      return heard;
    },
    ended,
    leave: () => reader.cancel(),
  };
};

const messageOf = (block: string): Message[] => {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  const data = fields.get('data');
  return data === undefined ? [] : [{ event: fields.get('event') ?? 'message', id: fields.get('id') ?? null, data: JSON.parse(data) }];
};
