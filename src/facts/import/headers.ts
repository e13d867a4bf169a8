/**
 * Headers: the names of a file's columns, each usable once.
 */

/** Names as found, trimmed, made unique: a second `Labels` becomes `Labels (2)`, an empty name `Column 3`. */
export const uniqueHeaders = (found: readonly string[]): { readonly headers: readonly string[]; readonly repeated: readonly string[] } => {
  const taken = new Map<string, number>();
  const repeated = new Set<string>();
  const headers = found.map((raw, i) => {
    const name =
      raw
        .replace(/^\uFEFF/, '')
        .replaceAll(/\s+/g, ' ')
        .trim() || `Column ${i + 1}`;
    const seen = (taken.get(name) ?? 0) + 1;
    taken.set(name, seen);
    if (seen === 1) return name;
    repeated.add(name);
    let next = seen;
    while (taken.has(`${name} (${next})`) || found.includes(`${name} (${next})`)) next += 1;
    taken.set(`${name} (${next})`, 1);
    return `${name} (${next})`;
  });
  return { headers, repeated: [...repeated] };
};

/** A header as it is compared: without case, spaces, marks and what stands in brackets: `Amount spent (USD)` is `amountspent`. */
export const foldHeader = (header: string): string =>
  header
    .replaceAll(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '') || header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The currency a header names in brackets, as in `Amount spent (USD)`; null when none. */
export const currencyInHeader = (header: string): string | null => /[([]([A-Z]{3})[)\]]/.exec(header)?.[1] ?? null;
