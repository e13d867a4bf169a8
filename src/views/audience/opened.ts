/** Numbers of segments, opened: who is meant, how many, and their rows. */
import type { Segment } from '../../domain/audience/segment.ts';
import type { Day } from '../../kernel/day.ts';
import type { SegmentNow } from './audience.ts';
import { count, percent, tally } from '../words/format.ts';
import { openedBehind, type Opened } from '../words/opened.ts';
import { definitionWords } from './words.ts';

const behind = (asOf: Day, definition: string, text: string, entity: 'account' | 'contact' | 'opportunity', name: string) => ({
  asOf,
  loads: [],
  definition,
  coverage: null,
  findings: [],
  rows: [{ text, entity, where: [`segment=${name}`] }],
});
const OVERLAP = 'Segments may overlap: sizes are not added up.';

/** How many belong to a segment. */
export const openedSize = (segment: Segment, { size, of }: SegmentNow, today: Day): Opened => {
  const members = tally(size ?? 0, segment.of);
  return openedBehind(
    `Size of “${segment.name}”`,
    members,
    behind(today, `${definitionWords(segment)}. Counted from the facts as they stand, each once.`, members, segment.of, segment.name),
    {
      meaning: of === 0 ? null : `${percent((size ?? 0) / of)} of all ${count(of)} ${segment.of}s. ${OVERLAP}`,
      sure: 'Counted, not estimated',
      more: [{ text: 'The segment', href: `/market/audience/${segment.id}` }],
    },
  );
};

/** A number about the deals of a segment. */
export const openedDeals = (segment: Segment, what: string, value: string, deals: number, today: Day): Opened => {
  const by = segment.of === 'account' ? 'by their account' : 'by their linked contacts, or those of the account where none is linked';
  const text = tally(deals, 'deal');
  return openedBehind(
    `${what} of “${segment.name}”`,
    value,
    behind(today, `${definitionWords(segment)}. Deals belong to it ${by}.`, text, 'opportunity', segment.name),
    {
      meaning: `${text} ${deals === 1 ? 'belongs' : 'belong'} to the segment. ${OVERLAP}`,
      sure: 'Counted, not estimated',
      more: [{ text: 'The segment', href: `/market/audience/${segment.id}` }],
    },
  );
};
