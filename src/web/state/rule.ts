import type { Command } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import { refusalWords } from '../../views/words/refusals.ts';
import { useCompany } from './company.tsx';

/** The words that forbid these commands now, by the very code that would decide them; null where nothing does. */
export const useRule = (commands: readonly Command[]): string | null => {
  const { book, me } = useCompany();
  if (commands.length === 0) return null;
  const decided = decideBatch(book, commands, { by: me, at: new Date().toISOString() });
  if (decided.ok) return null;
  const { text, todo } = refusalWords(decided.refusal.refusal, book);
  return `${text} ${todo}`;
};
