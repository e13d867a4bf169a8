/** What was found, one thing a paragraph: its title with its kind and day, then its words. */
import type { Output } from '../../../operations/operation.ts';
import { TYPE_WORD } from '../../../../views/search/document.ts';
import { tally } from '../../../../views/words/format.ts';

type Found = Output<'search'>;

const joined = (pieces: Found['hits'][number]['title']): string => pieces.map((p) => p.text).join('');

export const searchText = ({ hits, total }: Found): string => {
  if (total === 0) return 'Nothing found. Every word must begin a word of what is looked for.';
  const lines = hits.map((hit) => {
    const words = joined(hit.text);
    return `${TYPE_WORD[hit.type]}, ${hit.at.slice(0, 10)}: ${joined(hit.title)}${words === '' ? '' : `\n    ${words}`}`;
  });
  return `${lines.join('\n')}\n\n${tally(total, 'thing')} found${total > hits.length ? `, ${hits.length} shown (--limit, --offset)` : ''}.`;
};
