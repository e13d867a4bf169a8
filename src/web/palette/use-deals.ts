import { useFacts } from '../state/facts.ts';
import { PLACES } from '../places/places.ts';
import type { Entry } from './entry.ts';

/** Deals by name or account, asked of the server from the third letter on. */
export const useDealEntries = (wish: string): Entry[] => {
  const words = wish.trim();
  const when = words.length >= 3 && PLACES.some((p) => p.href === '/prove/deals');
  const { data } = useFacts('deals', { search: words, limit: 6 }, when);
  if (!when || !data) return [];
  return data.rows.map((d) => ({
    id: `find:deal:${d.id}`,
    group: 'Find',
    text: d.name,
    small: d.account ?? 'deal',
    key: null,
    forbid: null,
    go: { href: `/prove/deals/${encodeURIComponent(d.id)}` },
  }));
};
