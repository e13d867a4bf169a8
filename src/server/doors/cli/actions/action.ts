/** Action: what a command does once its words are understood; most only call their operation. */
import type { Result } from '../../../../kernel/result.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Door } from '../../../local/door.ts';
import type { Command } from '../command.ts';
import type { Terminal } from '../terminal.ts';

export type Asked = {
  readonly command: Command;
  readonly door: Door;
  /** Input of the operation: company and files in place. */
  readonly input: { readonly [name: string]: unknown };
  /** What only the command line knows: --out, --list. */
  readonly extra: { readonly [flag: string]: unknown };
  readonly json: boolean;
  readonly terminal: Terminal;
};

/** What a command ends with: a value for --json, and text for a person; `text` null where the command has written what there was to write. */
export type Said = { readonly value: unknown; readonly text: string | null; /** Exit code where it is not 0. */ readonly exit?: number };
export type Action = (asked: Asked) => Promise<Result<Said, Problem>>;
