/**
 * One company in this tab: its book (replica.ts), kept live (live.ts), and what was asked here, sent in
 * order, one batch at a time, again and again with the same batch id until the server has answered.
 */
import type { Command } from '../../domain/book.ts';
import type { BatchRefusal } from '../../domain/decide.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Note, Person } from '../../server/contract/book.ts';
import type { LiveMessages } from '../../server/contract/live.ts';
import { call } from './api.ts';
import { newBatch } from './ids.ts';
import { listen, type Line } from './live.ts';
import { keep, kept } from './outbox.ts';
import { isPassing, problemOf, type Problem } from './problem.ts';
import { asked, confirmed, handedBack, heard, started, type Replica, type Wish } from './replica.ts';
import type { ServerEvent } from './sse.ts';

export type Standing = { readonly replica: Replica; readonly line: Line };
/** What goes along with commands: the words that their note ids stand for, and people who are new. */
export type Along = { readonly notes?: readonly { readonly id: Note['id']; readonly text: string }[]; readonly people?: readonly Person[] };
export type Ears = {
  /** The facts changed: numbers must be asked for again. */
  readonly onFacts: () => void;
  /** Somebody said something about a thing. */
  readonly onComments: (thing: string) => void;
  /** Decisions changed: numbers that hang on them must be asked for again. */
  readonly onBook: () => void;
  /** The server said no to something that was already shown. */
  readonly onHandedBack: (problem: Problem, commands: readonly Command[]) => void;
  readonly onClosed: () => void;
};

export type CompanyStore = {
  readonly company: string;
  readonly standing: () => Standing | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shown at once, or refused at once. `landed` is true when the server has said yes, false when it handed it back. */
  readonly ask: (commands: readonly Command[], along?: Along) => Result<{ readonly landed: Promise<boolean> }, BatchRefusal>;
  readonly stop: () => void;
};

const RETRY = 3000;

/** Opens a company: fetches its book, then listens. Throws Failure where the book cannot be had. */
export const openCompany = async (company: string, ears: Ears, signal: AbortSignal): Promise<CompanyStore> => {
  const snapshot = await call('book', { company }, { signal });
  let standing: Standing = { replica: started(snapshot, kept(company, snapshot.me)), line: { open: true, since: Date.now() } };
  const listeners = new Set<() => void>();
  const landing = new Map<string, (yes: boolean) => void>();
  let sending = false;
  let stopped = false;

  const set = (next: Partial<Standing>): void => {
    const before = standing.replica;
    standing = { ...standing, ...next };
    if (standing.replica.wishes !== before.wishes) keep(company, standing.replica.me, standing.replica.wishes);
    for (const listener of listeners) listener();
    if (standing.replica.base !== before.base) ears.onBook();
  };
  /** Starts again from a snapshot, whatever was known: another role sees other things, a restored journal is shorter. */
  const again = async (): Promise<void> => {
    try {
      const fresh = await call('book', { company }, { signal });
      if (!stopped) set({ replica: started(fresh, standing.replica.wishes) });
    } catch (thrown) {
      if (!stopped && !isPassing(thrown)) ears.onClosed();
    }
  };
  const land = (batch: string, yes: boolean): void => {
    landing.get(batch)?.(yes);
    landing.delete(batch);
  };

  /** Sends what waits, oldest first, until nothing waits or nobody answers. */
  const send = async (): Promise<void> => {
    if (sending || stopped) return;
    sending = true;
    // `stop` sets it while an answer is awaited.
    // oxlint-disable-next-line no-unmodified-loop-condition
    for (let wish = waiting(); wish && !stopped; wish = waiting()) {
      try {
        const { batch, commands, notes, people } = wish;
        const yes = await call('decide', { company, batch, commands, people, notes: notes.map(({ id, text }) => ({ id, text })) });
        set({ replica: confirmed(standing.replica, batch, yes.seq, yes.entries) });
        land(batch, true);
      } catch (thrown) {
        if (isPassing(thrown)) {
          setTimeout(() => void send(), RETRY);
          break;
        }
        set({ replica: handedBack(standing.replica, wish.batch) });
        land(wish.batch, false);
        ears.onHandedBack(problemOf(thrown), wish.commands);
      }
    }
    sending = false;
  };
  const waiting = (): Wish | undefined => standing.replica.wishes.find((w) => !w.confirmed);

  const hear = ({ event, data }: ServerEvent): void => {
    if (event === 'facts') return ears.onFacts();
    if (event === 'comments') return ears.onComments((JSON.parse(data) as LiveMessages['comments']).thing);
    if (event === 'behind' || event === 'role') return void again();
    if (event !== 'decided') return;
    const live = JSON.parse(data) as LiveMessages['decided'];
    set({ replica: heard(standing.replica, live) });
    land(live.batch, true);
  };
  const hush = listen(company, {
    onEvent: hear,
    onLine: (line) => {
      set({ line });
      if (line.open) void send();
    },
    onRefused: (status) => ([401, 403, 404].includes(status) ? ears.onClosed() : undefined),
    after: () => standing.replica.base.seq,
    onBehind: () => void again(),
  });
  void send();

  return {
    company,
    standing: () => standing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (commands, along = {}) => {
      const by = standing.replica.me;
      const at = new Date().toISOString();
      const batch = newBatch();
      const notes = (along.notes ?? []).map((note) => ({ ...note, by, at }));
      const next = asked(standing.replica, { batch, commands, ctx: { by, at }, notes, people: along.people ?? [], confirmed: null });
      if (!next.ok) return next;
      const landed = new Promise<boolean>((done) => landing.set(batch, done));
      set({ replica: next.value });
      void send();
      return ok({ landed });
    },
    stop: () => {
      stopped = true;
      hush();
    },
  };
};
