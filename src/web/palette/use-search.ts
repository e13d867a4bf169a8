import { useFacts } from '../state/facts.ts';
import { TYPE_WORD } from '../../views/search/document.ts';
import type { Entry } from './entry.ts';

/** What people agreed and wrote, asked of the server from the third letter on; and the way to the whole search. */
export const useSearchEntries = (wish: string): Entry[] => {
  const words = wish.trim();
  const when = words.length >= 3;
  const { data } = useFacts('search', { words, type: 'decision,expectation,note,comment,guidepoint', limit: 5 }, when);
  if (!when) return [];
  const everything: Entry = {
    id: 'search',
    group: 'Find',
    text: `Search everything for “${words}”`,
    small: 'agreed, decided, written',
    key: null,
    forbid: null,
    go: { href: `/agree/search?q=${encodeURIComponent(words)}` },
  };
  const hits = (data?.hits ?? []).flatMap((hit): Entry[] =>
    hit.href === null
      ? []
      : [
          {
            id: `find:hit:${hit.id}`,
            group: 'Find',
            text: (hit.type === 'note' || hit.type === 'comment' ? hit.text : hit.title).map((p) => p.text).join(''),
            small: TYPE_WORD[hit.type].toLowerCase(),
            key: null,
            forbid: null,
            go: { href: hit.href },
          },
        ],
  );
  return [...hits, everything];
};
