/**
 * An operation: one thing one can do, written once and offered at every door.
 * It answers with a value or with a Problem that says what, where and what to do.
 */
import type { z } from 'zod';
import type { PersonId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Contract } from '../contract/contract.ts';
import type { Progress } from '../contract/live.ts';
import type { Problem } from '../contract/problem.ts';
import type { House } from '../house/house.ts';

/** Who calls: a signed-in person, a token with a scope, the local operator, or nobody. */
export type Caller = {
  readonly kind: 'nobody' | 'session' | 'token' | 'operator';
  readonly signIn: string | null;
  /** Tokens may be limited to reading and to one company; null means no such limit. */
  readonly scope: 'read' | 'write';
  readonly onlyCompany: string | null;
  /** The caller's person in a company; null where he does not belong to it. The local operator is OPERATOR everywhere. */
  readonly personIn: (company: string) => PersonId | null;
};

/** What an operation may do to the session it is called in; at doors without sessions nothing happens. */
export type SessionDoor = {
  /** Network address of the caller, for rate limits and the audit; null on the command line. */
  readonly address: string | null;
  /** The session of this call, by its id in the house; null without one. */
  readonly id: string | null;
  /** A new session begins: its token and when it ends. */
  readonly begin: (token: string, ends: Instant) => void;
  readonly end: () => void;
};

export type World = {
  readonly house: House;
  readonly now: () => Instant;
  readonly version: string;
  /** Tells whoever waits how far long work has come. */
  readonly progress: (at: Progress) => void;
  readonly session: SessionDoor;
  /** What the first account must show where others than this machine can reach the server; null where nothing is needed. */
  readonly setupToken: string | null;
  /** True where mail can be sent. */
  readonly mails: boolean;
  /** Where people reach the server, without a slash at the end: links are made with it. */
  readonly publicUrl: string;
};

export type Name = keyof Contract;
export type Input<N extends Name> = z.output<Contract[N]['input']>;
export type Output<N extends Name> = z.input<Contract[N]['output']>;
export type Run<N extends Name> = (world: World, input: Input<N>, caller: Caller) => Promise<Result<Output<N>, Problem>>;
export type Operations = { readonly [N in Name]: Run<N> };
