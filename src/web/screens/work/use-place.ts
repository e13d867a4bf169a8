/** Letting an item go at a place: kept, proposed where it is one's own request, or refused with the rule. */
import { rootOf } from '../../../domain/intake/request.ts';
import type { ItemId, RequestId } from '../../../kernel/ids.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { beforeOf } from './use-order.ts';

export type Placing = { readonly item: ItemId; readonly from: number; readonly to: number };

/** `words` is what the move does, said once when it is kept. */
export const usePlace = (ids: readonly ItemId[]) => {
  const { book, me, may, ask } = useCompany();
  const own = (item: ItemId): RequestId | null => {
    for (const request of book.request.values()) {
      const { standing } = rootOf(book, request);
      if (request.by === me && standing.state === 'accepted' && standing.item === item) return request.id;
    }
    return null;
  };
  return ({ item, from, to }: Placing, words: string): string | null => {
    const { ref } = book.item.get(item)!;
    if (!may('backlog/place')) {
      const request = may('request/ask-place') ? own(item) : null;
      const asked = request && ask([{ type: 'request/ask-place', id: request, place: to + 1, note: null }]);
      if (asked?.ok) say({ kind: 'done', text: `Proposed: place ${to + 1} for ${ref}. Those who order the Backlog answer you.` });
      else
        say({
          kind: 'problem',
          text: `${ref} was put back: owners and marketers order the Backlog.`,
          todo: asked ? asked.words : 'What you saw is what the move would do. Ask one of them for it.',
        });
      return null;
    }
    const answer = ask([{ type: 'backlog/place', item, before: beforeOf(ids, { item, from, to }) }]);
    if (!answer.ok) {
      say({ kind: 'problem', text: answer.words });
      return null;
    }
    const was = ids[from + 1] ?? null;
    say({ kind: 'done', text: `${ref} moved to place ${to + 1}.`, undo: () => void ask([{ type: 'backlog/place', item, before: was }]) });
    return `${ref} moved to place ${to + 1}. ${words}`;
  };
};
