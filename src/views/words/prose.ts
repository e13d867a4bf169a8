/**
 * Prose: a sentence as parts, so that a screen can make the names in it links, the promised words
 * serif and the numbers openable, while the command line just joins the text.
 */
import type { AskFor } from './open.ts';

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** What somebody wrote or agreed to: set in serif. */
  | { readonly kind: 'agreed'; readonly text: string }
  /** A number that opens. */
  | { readonly kind: 'figure'; readonly text: string; readonly open: AskFor };
export type Prose = readonly Part[];

export const text = (words: string): Part => ({ kind: 'text', text: words });
export const link = (words: string, href: string): Part => ({ kind: 'link', text: words, href });
export const agreed = (words: string): Part => ({ kind: 'agreed', text: words });
export const figure = (words: string, open: AskFor): Part => ({ kind: 'figure', text: words, open });

/** The prose as plain text. */
export const plain = (prose: Prose): string => prose.map((p) => (p.kind === 'agreed' ? `“${p.text}”` : p.text)).join('');
