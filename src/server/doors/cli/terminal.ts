/** Terminal: where a command reads and writes. Tests hand in their own. */
export type Terminal = {
  /** What was asked for; with --json exactly one document. */
  readonly out: (text: string) => void;
  /** Everything else: progress, notes, errors. */
  readonly err: (text: string) => void;
  /** True where a person sits in front of it and can answer. */
  readonly answers: boolean;
  /** True where stderr can rewrite its last line. */
  readonly rewrites: boolean;
  /** Asks a person; null where the line ended instead of an answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Everything on stdin, for `-`. */
  readonly stdin: () => Promise<string>;
  readonly env: { readonly [name: string]: string | undefined };
  /** Folder that paths a person types are meant from. */
  readonly cwd: string;
  /** Folder that the default data folder lies in: where the server, too, was started. */
  readonly home: string;
};
