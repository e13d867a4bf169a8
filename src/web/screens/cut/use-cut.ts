/** Removing items with a reason each, and bringing them back: both are decisions, and stand in the journal. */
import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import { requestsFor } from '../../../domain/backlog/asked.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { CutRow } from '../../../views/delivery/cut.ts';
import { plural, capital } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';

/** What a removal did to requests, so that bringing back can take it back too. */
export const useCut = () => {
  const { book, ask } = useCompany();
  const [gone, setGone] = useState<readonly ItemId[]>([]);
  const restore = (items: readonly ItemId[]): void => {
    const answer = ask(items.map((id) => ({ type: 'item/restore', id })));
    if (!answer.ok) return say({ kind: 'problem', text: answer.words });
    setGone((was) => was.filter((id) => !items.includes(id)));
    say({
      kind: 'done',
      text: `${capital(plural(items.length, 'item'))} ${items.length === 1 ? 'stands' : 'stand'} in the Backlog again.`,
    });
  };
  /** Null where it was done, else the words of the rule. */
  const cut = (rows: readonly CutRow[], reason: string | null): string | null => {
    const notes: { id: `n_${string}`; text: string }[] = [];
    const commands = rows.flatMap(({ row, reason: own }): Command[] => {
      const why = newId('n');
      notes.push({ id: why, text: reason ?? own });
      return [{ type: 'item/drop', id: row.item.id, why }];
    });
    const answer = ask(commands, { notes });
    if (!answer.ok) return answer.words;
    const ids = rows.map(({ row }) => row.item.id);
    const told = ids.filter((id) => requestsFor(book, id).length > 0).length;
    setGone((was) => [...ids, ...was]);
    say({
      kind: 'done',
      text: `${capital(plural(ids.length, 'item'))} removed${told > 0 ? `; whoever asked for ${told === 1 ? 'it' : 'them'} reads why` : ''}.`,
      undo: () => restore(ids),
    });
    return null;
  };
  return { cut, restore, gone };
};
