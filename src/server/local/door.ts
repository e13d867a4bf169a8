/**
 * Door: how the command line reaches the operations. Here, with the data folder opened by this process, or by way
 * of the server that holds it; what comes back is the same.
 */
import type { Result } from '../../kernel/result.ts';
import type { Progress } from '../contract/live.ts';
import type { Problem } from '../contract/problem.ts';
import type { Name } from '../operations/operation.ts';

export type Door = {
  /** Address of the server that holds the folder; null where this process holds it. */
  readonly server: string | null;
  readonly call: (name: Name, input: unknown) => Promise<Result<unknown, Problem>>;
  /** Hands a file over; what it answers stands for the file in later calls. */
  readonly hand: (file: string) => Promise<Result<string, Problem>>;
  readonly close: () => Promise<void>;
};

export type Wish = {
  /** Absolute path of the data folder. */
  readonly folder: string;
  readonly version: string;
  /** Where people reach the server when it runs: invitations made without it lead there. */
  readonly publicUrl: string;
  /** True where the server can send mail: what is decided without it is then told by mail once it runs. */
  readonly mails?: boolean;
  /** Further folders that companies may have looked into (LOCKSTEP_INBOX). */
  readonly inboxRoots?: readonly string[];
  readonly onProgress: (at: Progress) => void;
};
