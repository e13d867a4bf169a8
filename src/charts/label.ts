/**
 * Labels in a drawing: how wide a text will be, and how it breaks into lines.
 * Widths are those of Inter, in thousandths of the type size, averaged by class of letter: exact enough
 * to break a label, not to justify a paragraph.
 */
const NARROW = "ijltfrI.,;:!|'’ ()[]";
const WIDE = 'mwMW%@—…';

/** Width in px of a text at a type size. */
export const widthOf = (text: string, size: number, bold = false): number => {
  let sum = 0;
  for (const c of text)
    sum += NARROW.includes(c) ? 300 : WIDE.includes(c) ? 870 : c >= 'A' && c <= 'Z' ? 670 : c >= '0' && c <= '9' ? 615 : 555;
  return (sum / 1000) * size * (bold ? 1.06 : 1);
};

/** Breaks a text into at most `lines` lines of `width` px; what does not fit ends in an ellipsis. */
export const wrap = (text: string, width: number, size: number, lines = 2, bold = false): string[] => {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size, bold) <= width || line === '') line = longer;
    else {
      out.push(line);
      line = word;
    }
  }
  out.push(line);
  if (out.length > lines) out.splice(lines - 1, out.length, out.slice(lines - 1).join(' '));
  return out.map((l) => fit(l, width, size, bold));
};

/** The text, cut with an ellipsis so that it fits. */
export const fit = (text: string, width: number, size: number, bold = false): string => {
  if (widthOf(text, size, bold) <= width) return text;
  let cut = text;
  while (cut.length > 1 && widthOf(`${cut}…`, size, bold) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
};
