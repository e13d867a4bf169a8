import { useState, type ReactNode } from 'react';
import { columnOf, fullLimit } from '../../../domain/backlog/flow.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import type { Command } from '../../../domain/book.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { count } from '../../../views/words/format.ts';
import { BOARD_COLUMNS, type BoardColumn } from '../../../views/work/board.ts';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';

/** Where an item stands on the board. */
export const boardColumnOf = (item: Item): BoardColumn => (item.finishedOn ? 'finished' : (columnOf(item) ?? 'open'));

type Asking = { readonly item: Item; readonly to: BoardColumn; readonly full: number | null };

/** Moves work over the board: asks for a reason where work waits, or where it goes into a full column. */
export const useMoves = (): { readonly move: (item: Item, to: BoardColumn) => void; readonly dialog: ReactNode } => {
  const { ask, book, today } = useCompany();
  const [asking, setAsking] = useState<Asking | null>(null);
  const go = (item: Item, to: BoardColumn, note: { readonly id: NoteId; readonly text: string } | null, over: boolean): string | null => {
    const commands = commandsOf(item, to, today, note?.id ?? null, over);
    const answer = ask(commands, note ? { notes: [note] } : {});
    if (!answer.ok) return answer.words;
    say({ kind: 'done', text: `${item.ref} is now ${SAID[to]}.` });
    return null;
  };
  const move = (item: Item, to: BoardColumn): void => {
    if (boardColumnOf(item) === to) return;
    const full = to === 'started' || to === 'waiting' ? fullLimit(book, item.team, to) : null;
    if (to === 'waiting' || full) return setAsking({ item, to, full: full?.most ?? null });
    const no = go(item, to, null, false);
    if (no) say({ kind: 'problem', text: no });
  };
  const dialog = asking && (
    <WhyDialog
      title={asking.to === 'waiting' ? `What does ${asking.item.ref} wait for?` : `${BOARD_COLUMNS[asking.to]} is full`}
      does={asking.full === null ? 'Let it wait' : `Take ${asking.item.ref} in over the limit`}
      onClose={() => setAsking(null)}
      onWhy={(_, note) => go(asking.item, asking.to, note, asking.full !== null)}
    >
      {asking.full !== null && (
        <p className="mut sm">
          {BOARD_COLUMNS[asking.to]} holds its limit of {count(asking.full)}. Finish something first, or say why this one goes over; the
          reason is kept.
        </p>
      )}
    </WhyDialog>
  );
  return { move, dialog };
};

const SAID: { readonly [C in BoardColumn]: string } = { open: 'open', started: 'in progress', waiting: 'waiting', finished: 'finished' };

/** One move may take two steps: what is finished is opened again first, what was never started starts. */
const commandsOf = (item: Item, to: BoardColumn, on: string, note: NoteId | null, isOver: boolean): readonly Command[] => {
  const { id } = item;
  const over = isOver && note ? { over: note } : {};
  const again: Command[] = item.finishedOn ? [{ type: 'item/reopen', id, ...over }] : [];
  if (to === 'finished') return [{ type: 'item/finish', id, on }];
  if (to === 'open') return [...again, { type: 'item/put-back', id }];
  const begun = item.startedOn !== null;
  if (to === 'waiting')
    return [
      ...again,
      ...(begun ? [] : [{ type: 'item/start', id, on, ...(note && { over: note }) } as const]),
      { type: 'item/wait', id, on, why: note!, ...over },
    ];
  if (item.waiting) return [{ type: 'item/resume', id, on, ...over }];
  return begun ? again : [...again, { type: 'item/start', id, on, ...over }];
};
