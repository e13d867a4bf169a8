/** Accepting a request as work: the commands that make or take the work item, tell it who asked, and decide. */
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId, PriorityId } from '../../kernel/ids.ts';
import type { Request, RequestCommand } from '../intake/request.ts';
import type { ItemCommand } from './decide-item.ts';
import type { Item } from './item.ts';

/** A work item to be made for a request. */
export type NewWork = {
  readonly id: ItemId;
  readonly title: string;
  readonly priority: PriorityId | null;
  readonly sizeDays: number | null;
  readonly on: Day;
};

/** `words`: false where the requester's words were erased, so that nothing may name them any more. */
type Accepting = { readonly request: Request; readonly why: NoteId; readonly words: boolean };

const asked = ({ by, on, result }: Request) => ({ by, on, words: result });

/** Accepts it as new work. */
export const acceptedAsNew = ({ request, why, words }: Accepting, work: NewWork): (ItemCommand | RequestCommand)[] => [
  { type: 'item/add', ...work, owner: null, request: words ? asked(request) : null, foundational: null },
  { type: 'request/accept', id: request.id, item: work.id, why },
];

/** Accepts it as work that stands already. */
export const acceptedInto = ({ request, why, words }: Accepting, item: Item): (ItemCommand | RequestCommand)[] => [
  ...(words && item.request === null ? [{ type: 'item/record-request' as const, id: item.id, request: asked(request) }] : []),
  { type: 'request/accept', id: request.id, item: item.id, why },
];
