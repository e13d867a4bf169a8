/** The rows of the answer `health`, as its page reads them. */
import type { Answer } from '../../../kernel/answer.ts';
import type { Money } from '../../../kernel/money.ts';
import type { SourceLine } from '../../../views/answers/health.ts';
import type { RowsBehind } from '../../../views/home/home.ts';

export type GapRow = {
  readonly key: string;
  readonly n: number;
  readonly what: string;
  readonly so: string;
  readonly text: string;
  readonly todo: string;
  readonly go: string;
  readonly act: string;
  readonly link: string;
  readonly money: Money | null;
  readonly about: boolean;
  readonly entity: RowsBehind['entity'] | null;
  readonly ids: readonly string[];
};
export type Line = SourceLine & { readonly late: boolean };

export const gapsIn = (answer: Answer): readonly GapRow[] => answer.rows as unknown as readonly GapRow[];
export const linesIn = (answer: Answer): readonly Line[] => answer.total['sources'] as unknown as readonly Line[];
