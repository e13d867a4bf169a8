/** A book as the server sends it (lists of things by kind) as the book that the domain reads. */
import { emptyBook, type Book } from '../../domain/book.ts';
import type { SentBook } from '../../server/contract/book.ts';

export const bookOfSent = (sent: SentBook, seq = 0): Book => {
  const maps = Object.entries(sent).map(([kind, things]) => [kind, new Map(things as readonly (readonly [string, unknown])[])]);
  return { ...emptyBook, ...(Object.fromEntries(maps) as Partial<Book>), seq };
};
