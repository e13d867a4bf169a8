/**
 * Assumptions: what a company states about its work because nobody has measured it yet, so that a forecast can say what it
 * rests on and who said so.
 *
 * Growth: work that will be found on the way, and into how many finished items one turns. Lag: for a kind of work (the
 * channel it goes out into), how many days pass from its start until half of its effect shows, and most of it (85 %).
 */
import type { PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, amount, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { ItemBook } from './item.ts';

/** Shares of what stands in the list (0.1 is one in ten), and finished items for each item of the list. */
export type StatedGrowth = {
  readonly discoveredLow: number;
  readonly discoveredHigh: number;
  readonly splitLow: number;
  readonly splitHigh: number;
};
export type StatedLag = {
  readonly kind: string;
  readonly half: number;
  readonly most: number;
  readonly by: PersonId;
  readonly at: Instant;
};

export type Assumptions = {
  readonly growth: (StatedGrowth & { readonly by: PersonId; readonly at: Instant }) | null;
  /** One for each kind of work, in the order of the alphabet. */
  readonly lags: readonly StatedLag[];
};

export type AssumptionCommand =
  | ({ readonly type: 'assumption/growth' } & StatedGrowth)
  | { readonly type: 'assumption/lag'; readonly kind: string; readonly half: number; readonly most: number }
  | { readonly type: 'assumption/forget-lag'; readonly kind: string };

export type AssumptionEvent =
  | ({ readonly type: 'assumption/growth-stated' } & StatedGrowth)
  | { readonly type: 'assumption/lag-stated'; readonly kind: string; readonly half: number; readonly most: number }
  | { readonly type: 'assumption/lag-forgotten'; readonly kind: string };

export type AssumptionRefusal =
  | Basic
  | { readonly code: 'low-above-high'; readonly field: 'discovered' | 'split' }
  | { readonly code: 'growth-out-of-range' }
  | { readonly code: 'lag-out-of-range' }
  | { readonly code: 'no-such-lag'; readonly kind: string };
export type AssumptionBook = ItemBook & { readonly assumption: ReadonlyMap<'assumption', Assumptions> };

const NONE: Assumptions = { growth: null, lags: [] };
/** Ten times the list, or ten pieces of one item, is a slip of the pen. */
const MOST_GROWTH = 10;
/** Ten years. */
const MOST_DAYS = 3650;

const growthStands = ({ discoveredLow, discoveredHigh, splitLow, splitHigh }: StatedGrowth): Result<null, AssumptionRefusal> => {
  const checked = all(
    amount('discoveredLow', discoveredLow),
    amount('discoveredHigh', discoveredHigh),
    amount('splitLow', splitLow),
    amount('splitHigh', splitHigh),
  );
  if (!checked.ok) return checked;
  if (discoveredLow > discoveredHigh) return refuse({ code: 'low-above-high', field: 'discovered' });
  if (splitLow > splitHigh) return refuse({ code: 'low-above-high', field: 'split' });
  // An item that turns into less than one finished item would be work that does itself.
  return discoveredHigh > MOST_GROWTH || splitLow < 1 || splitHigh > MOST_GROWTH ? refuse({ code: 'growth-out-of-range' }) : ok(null);
};

const lagStands = (half: number, most: number): boolean => half > 0 && most > half && most <= MOST_DAYS;
const known = (now: Assumptions | undefined, kind: string): StatedLag | undefined => now?.lags.find((lag) => lag.kind === kind);

const without = (was: Assumptions | undefined, kind: string): StatedLag[] => (was ?? NONE).lags.filter((lag) => lag.kind !== kind);

export const assumption: Decider<'assumption', Assumptions, AssumptionCommand, AssumptionEvent, AssumptionRefusal, AssumptionBook> = {
  keyOf: () => 'assumption',
  decide: {
    'assumption/growth': (now, { discoveredLow, discoveredHigh, splitLow, splitHigh }) => {
      const stated: StatedGrowth = { discoveredLow, discoveredHigh, splitLow, splitHigh };
      const stands = growthStands(stated);
      if (!stands.ok) return stands;
      const was = now?.growth;
      const same =
        was?.discoveredLow === discoveredLow &&
        was.discoveredHigh === discoveredHigh &&
        was.splitLow === splitLow &&
        was.splitHigh === splitHigh;
      return ok(same ? [] : [{ type: 'assumption/growth-stated', ...stated }]);
    },
    'assumption/lag': (now, { kind, half, most }) => {
      const checked = all(text('kind', kind, 80), amount('half', half), amount('most', most));
      if (!checked.ok) return checked;
      if (!lagStands(half, most)) return refuse({ code: 'lag-out-of-range' });
      const was = known(now, kind.trim());
      return ok(was?.half === half && was.most === most ? [] : [{ type: 'assumption/lag-stated', kind: kind.trim(), half, most }]);
    },
    'assumption/forget-lag': (now, { kind }) =>
      known(now, kind) ? ok([{ type: 'assumption/lag-forgotten', kind }]) : refuse({ code: 'no-such-lag', kind }),
  },
  evolve: {
    'assumption/growth-stated': (was, { discoveredLow, discoveredHigh, splitLow, splitHigh }, { by, at }) => ({
      ...(was ?? NONE),
      growth: { discoveredLow, discoveredHigh, splitLow, splitHigh, by, at },
    }),
    'assumption/lag-stated': (was, { kind, half, most }, { by, at }) => ({
      ...(was ?? NONE),
      lags: [...without(was, kind), { kind, half, most, by, at }].toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    }),
    'assumption/lag-forgotten': (was, { kind }) => ({
      ...(was ?? NONE),
      lags: without(was, kind),
    }),
  },
};
