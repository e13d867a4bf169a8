/** Why a decision of the log was made, where the record keeps it beside the entry: of verdicts, which carry their reasons as notes. */
import type { Book } from '../../domain/book.ts';
import type { LoggedId, NoteId } from '../../kernel/ids.ts';

/** null for an entry that needs no reason (the rule's own word) or keeps it in its words. */
export const reasonOf = ({ verdict }: Pick<Book, 'verdict'>, log: LoggedId): NoteId | null => {
  for (const { taken, logged } of verdict.values()) {
    const why = logged.find((did) => did.log === log)?.why ?? taken.find((one) => one.log === log)?.overruled?.why;
    if (why !== undefined) return why;
  }
  return null;
};
