/**
 * What stands behind a number that opens: the question that gives it, or the rows it counts.
 * Every door opens a number with these alone.
 */
export type AskFor = {
  /** What the number is, in one line. */
  readonly what: string;
  /** The question whose answer explains it, with its parameters as the `ask` operation takes them. */
  readonly ask?: { readonly question: string; readonly [parameter: string]: string };
  /** The rows it counts: facts by entity and id, or things of the plan by id. At most a hundred ids; `n` says how many there are. */
  readonly rows?: {
    readonly of: 'opportunity' | 'touch' | 'lead' | 'spend' | 'work_done' | 'plan';
    readonly n: number;
    readonly ids: readonly string[];
  };
  /** How it was counted, in a sentence, where no question says so. */
  readonly how?: string;
  /** Why part of it is missing or unknown. */
  readonly missing?: readonly string[];
};
