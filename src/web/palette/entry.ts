/** One line of the palette. */
export type Entry = {
  readonly id: string;
  readonly group: 'Go to' | 'Do' | 'Find' | 'Ask a number';
  readonly text: string;
  /** What kind of thing it is, or where it stands. */
  readonly small: string;
  readonly key: string | null;
  readonly forbid: string | null;
  readonly go: { readonly href: string } | { readonly run: () => void };
};
