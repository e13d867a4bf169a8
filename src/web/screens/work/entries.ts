/** What the list draws: rows, and the capacity lines between them, each where the odds put it. */
export type Entry = { readonly kind: 'row'; readonly index: number } | { readonly kind: 'line'; readonly line: 'sure' | 'even' };

/** `places` of the rows shown, ascending; a line stands before the first row that lies below it. */
export const entriesOf = (places: readonly number[], lines: { readonly sure: number; readonly even: number } | null): Entry[] => {
  const entries: Entry[] = [];
  const waiting: { readonly line: 'sure' | 'even'; readonly above: number }[] = lines
    ? [
        { line: 'sure', above: lines.sure },
        { line: 'even', above: lines.even },
      ]
    : [];
  for (const [index, place] of places.entries()) {
    while (waiting[0] && place > waiting[0].above) entries.push({ kind: 'line', line: waiting.shift()!.line });
    entries.push({ kind: 'row', index });
  }
  for (const { line } of waiting) entries.push({ kind: 'line', line });
  return entries;
};
