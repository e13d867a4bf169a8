/** A thing of the plan by its id alone: what it is called, and where its page is. */
import type { Book } from '../../domain/book.ts';
import type { Thing } from '../../domain/check.ts';
import { thingTitle } from './names.ts';

const KINDS: { readonly [prefix: string]: { readonly thing: Thing; readonly href: (id: string) => string } } = {
  o: { thing: 'objective', href: (id) => `/agree/strategy/${id}` },
  u: { thing: 'outcome', href: (id) => `/agree/outcomes/${id}` },
  r: { thing: 'priority', href: (id) => `/work/priorities/${id}` },
  w: { thing: 'item', href: (id) => `/work/backlog/${id}` },
  q: { thing: 'request', href: (id) => `/work/requests/${id}` },
  y: { thing: 'cycle', href: (id) => `/work/cycles/${id}` },
  c: { thing: 'campaign', href: (id) => `/market/campaigns/${id}` },
  e: { thing: 'expectation', href: (id) => `/agree/expectations/${id}` },
  h: { thing: 'workshop', href: (id) => `/agree/workshops/${id}` },
  l: { thing: 'logged', href: (id) => `/agree/log/${id}` },
};

/** null for an id of no kind that has a page. A Guidepoint is named by its quarter. */
export const placeOf = (book: Book, id: string): { readonly text: string; readonly href: string } | null => {
  if (book.guidepoint.has(id)) return { text: `Guidepoint ${thingTitle(book, 'guidepoint', id)}`, href: `/agree/guidepoint/${id}` };
  const kind = KINDS[id.charAt(0)];
  return kind && id.charAt(1) === '_' ? { text: thingTitle(book, kind.thing, id), href: kind.href(id) } : null;
};
