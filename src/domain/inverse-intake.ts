/** Taking a triage decision back: the request stands as it stood before, most often among those that wait for a decision. */
import type { RequestId } from '../kernel/ids.ts';
import type { Book, Command, Event } from './book.ts';
import { allows, type Act } from './intake/allows.ts';
import type { Request, State } from './intake/request.ts';

type Decided = 'request/accepted' | 'request/merged' | 'request/deferred' | 'request/declined' | 'request/returned';
type Inverse = (event: Extract<Event, { readonly type: Decided }>, before: Book) => Command | null;

/** The decision that brings a request to how it stood; null where only its requester may take it. */
const again = ({ id, standing, decided }: Request): Extract<Command, { readonly type: `request/${string}` }> | null => {
  if (standing.state === 'received') return { type: 'request/return', id, why: null };
  const why = decided?.why;
  if (!why || standing.state === 'withdrawn') return null;
  if (standing.state === 'declined') return { type: 'request/decline', id, why };
  if (standing.state === 'deferred') return { type: 'request/defer', id, until: standing.until, why };
  if (standing.state === 'merged') return { type: 'request/merge', id, into: standing.into, why };
  return { type: 'request/accept', id, item: standing.item, why };
};

/** How it stood before, where one step leads there from how it stands now. */
const backFrom =
  (state: State) =>
  ({ id }: { readonly id: RequestId }, before: Book): Command | null => {
    const request = before.request.get(id);
    const back = request && again(request);
    return back && allows(state, back.type.slice('request/'.length) as Act) ? back : null;
  };

export const INTAKE_INVERSES: { readonly [T in Decided]: Inverse } = {
  'request/accepted': backFrom('accepted'),
  'request/merged': backFrom('merged'),
  'request/deferred': backFrom('deferred'),
  'request/declined': backFrom('declined'),
  'request/returned': backFrom('received'),
};
