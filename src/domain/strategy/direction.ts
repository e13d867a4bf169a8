/** Direction: what the company is there for (mission) and where it wants to be one day (vision), in agreed words. One per company. */
import { ok } from '../../kernel/result.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, oneOf, text, type Basic } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import type { Decider } from '../decider.ts';

export type Guiding = 'vision' | 'mission';
export const GUIDING: readonly Guiding[] = ['vision', 'mission'];

/** A wording and who set it down; the last one stands, those before stay on record. */
export type Worded = { readonly statement: string; readonly by: PersonId; readonly at: Instant };
export type Direction = { readonly [G in Guiding]: readonly Worded[] };

export type DirectionCommand = { readonly type: 'direction/word'; readonly what: Guiding; readonly statement: string };
export type DirectionEvent = { readonly type: 'direction/worded'; readonly what: Guiding; readonly statement: string };

export type DirectionBook = CompanyBook & { readonly direction: ReadonlyMap<'direction', Direction> };

const NONE: Direction = { vision: [], mission: [] };

/** The wording that stands; null where nobody has written one. */
export const worded = (book: DirectionBook, what: Guiding): Worded | null => book.direction.get('direction')?.[what].at(-1) ?? null;

export const direction: Decider<'direction', Direction, DirectionCommand, DirectionEvent, Basic, DirectionBook> = {
  keyOf: () => 'direction',
  decide: {
    'direction/word': (d, { what, statement }) => {
      const checked = all(oneOf('what', what, GUIDING), text('statement', statement, 400));
      if (!checked.ok) return checked;
      const said = statement.trim();
      return ok(d?.[what].at(-1)?.statement === said ? [] : [{ type: 'direction/worded', what, statement: said }]);
    },
  },
  evolve: {
    'direction/worded': (d, { what, statement }, { by, at }) => {
      const was = d ?? NONE;
      return { ...was, [what]: [...was[what], { statement, by, at }] };
    },
  },
};
