/** Evidence of a campaign counted by brute force, person by person and day by day, as docs/verdicts.md says it; days are whole numbers. */
import type { Sums } from '../../src/views/verdict/evidence-days.ts';

/** Who a row names: a contact by its number or address, an address nobody else has, a visitor, an account, or nobody. */
export type Named = { readonly by: 'contact' | 'email' | 'stranger' | 'visitor' | 'account' | 'nobody'; readonly i: number };
export type Touch = {
  readonly who: Named;
  readonly day: number;
  readonly ours: boolean;
  readonly kind: string | null;
  readonly variant: number | null;
};
/** campaign null: it names none; false: another one. */
export type Lead = { readonly who: Named; readonly day: number; readonly ours: boolean | null; readonly variant: number | null };
export type Deal = {
  readonly opened: number;
  readonly people: readonly number[];
  readonly lead: number | null;
  readonly won: number | null | 'open' | 'lost';
  /** null: no amount, or one without a known rate. */
  readonly minor: number | null;
  /** Days on which it entered the stage; null: an entry without a day. */
  readonly entered: readonly (number | null)[];
};
export type Spent = { readonly day: number; readonly ours: boolean; readonly minor: number | null };
export type World = {
  readonly touches: readonly Touch[];
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
  readonly spend: readonly Spent[];
  /** The day from which visitor 0 is known to be contact 0. */
  readonly linked: number;
};
export type Counted = 'touch' | 'touch:sent' | 'touch:reply' | 'lead' | 'opportunity' | 'stage:Demo' | 'won' | 'revenue' | 'spend';
export type Look = { readonly since: number; readonly asOf: number; readonly wait: number; readonly several: boolean };

type Met = { readonly who: string; readonly day: number; readonly variant: number | null };
type Came = { readonly c: string; readonly day: number; readonly minor: number };

export const counted = (world: World, of: Counted, outOf: Counted, look: Look, day: number): Sums[] => {
  const { since, asOf, wait, several } = look;
  const seen = seenIn(world, look);
  const began = casesOf(seen.met(outOf === 'spend' ? of : outOf), several && outOf !== 'spend');
  const sums = (variant: number): Sums => {
    const own = [...began].filter(([, one]) => outOf === 'spend' || one.variant === variant);
    if (outOf === 'spend') {
      const paid = (until: number): number =>
        total(
          world.spend.filter((s) => s.ours && s.minor !== null && s.day >= since && s.day <= asOf && s.day <= until).map((s) => s.minor!),
        );
      const n = own.filter(([, one]) => one.day <= day).length;
      return { ...NONE, n: paid(day), happened: n, ripe_n: paid(day - wait), ripe_happened: n };
    }
    const came = seen.came(of, outOf, began);
    const inTime = own.filter(([, one]) => one.day <= day);
    const ripe = own.filter(([, one]) => one.day + wait <= day && one.day + wait <= asOf);
    const eventsOf = (c: string, until: number): Came[] => came.filter((e) => e.c === c && e.day <= until);
    const now = inTime.map(([c]) => eventsOf(c, day));
    const then = ripe.map(([c, one]) => eventsOf(c, one.day + wait));
    const money = (events: readonly Came[]): number => total(events.map((e) => e.minor));
    return {
      n: inTime.length,
      hits: now.filter((e) => e.length > 0).length,
      happened: now.flat().length,
      minor: money(now.flat()),
      squares: total(now.map((e) => money(e) ** 2)),
      ripe_n: ripe.length,
      ripe_hits: then.filter((e) => e.length > 0).length,
      ripe_happened: then.flat().length,
      ripe_minor: money(then.flat()),
      ripe_squares: total(then.map((e) => money(e) ** 2)),
    };
  };
  return (several && outOf !== 'spend' ? [0, 1] : [0]).map(sums);
};

const NONE: Sums = {
  n: 0,
  hits: 0,
  happened: 0,
  minor: 0,
  squares: 0,
  ripe_n: 0,
  ripe_hits: 0,
  ripe_happened: 0,
  ripe_minor: 0,
  ripe_squares: 0,
};
const total = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0);

const seenIn = (world: World, { since, asOf, several }: Look) => {
  const inside = <T extends { readonly day: number }>(rows: readonly T[]): T[] => rows.filter(({ day }) => day >= since && day <= asOf);
  const person = ({ by, i }: Named, row: string): string => {
    if (by === 'contact' || by === 'email') return `contact ${i}`;
    if (by === 'visitor') return i === 0 && world.linked <= asOf ? 'contact 0' : `visitor ${i}`;
    return by === 'nobody' ? row : `${by} ${i}`;
  };
  const variantOf = (variant: number | null): number | null => (several ? variant : 0);
  const touched = inside(world.touches.map((t, i) => ({ ...t, who: person(t.who, `touch ${i}`), variant: variantOf(t.variant) }))).filter(
    ({ ours }) => ours,
  );
  const leads = world.leads.map((l, i) => ({ ...l, who: person(l.who, `lead ${i}`), variant: variantOf(l.variant) }));
  const first = (rows: readonly Met[]): number | null =>
    rows.filter(({ variant }) => variant !== null).toSorted((a, b) => a.day - b.day || a.variant! - b.variant!)[0]?.variant ?? null;
  const asked = inside(leads).flatMap((lead): Met[] => {
    const own = touched.filter(({ who }) => who === lead.who);
    if (!(lead.ours === true || (lead.ours === null && own.some(({ day }) => day <= lead.day)))) return [];
    return [{ who: lead.who, day: lead.day, variant: lead.variant ?? first(own) }];
  });
  const reached = (who: string): Met | null => {
    const own = [...touched, ...asked].filter((one) => one.who === who);
    return own.length === 0 ? null : { who, day: Math.min(...own.map(({ day }) => day)), variant: first(own) };
  };
  const dealt = world.deals.flatMap((deal, i) => {
    if (deal.opened < since || deal.opened > asOf) return [];
    const lead = deal.lead === null ? undefined : inside(leads.slice(deal.lead, deal.lead + 1))[0];
    const people = [...new Set([...deal.people.map((p) => `contact ${p}`), ...(lead ? [lead.who] : [])])];
    const met = people.flatMap((who) => reached(who) ?? []).filter(({ day }) => day <= deal.opened);
    if (met.length === 0) return [];
    return [{ ...deal, key: `deal ${i}`, whose: people, variant: first(met) }];
  });
  type Dealt = (typeof dealt)[number];
  /** The day a deal reached it, no earlier than it was opened; null: not yet, or on no known day. */
  const reachedOn = (deal: Dealt, of: Counted): number | null => {
    if (of === 'opportunity') return deal.opened;
    const days = of === 'stage:Demo' ? deal.entered : typeof deal.won === 'number' ? [deal.won] : [];
    const known = days.filter((day) => day !== null && day <= asOf) as number[];
    return known.length === 0 ? null : Math.max(deal.opened, Math.min(...known));
  };
  const isDeal = (of: Counted): boolean => of === 'opportunity' || of === 'stage:Demo' || of === 'won' || of === 'revenue';
  const met = (of: Counted): Met[] => {
    if (of === 'lead') return asked;
    if (!isDeal(of)) return touched.filter(({ kind }) => of === 'touch' || kind?.trim().toLowerCase() === of.slice(6));
    return dealt.flatMap((deal) => {
      const day = reachedOn(deal, of);
      return day === null ? [] : [{ who: deal.key, day, variant: deal.variant }];
    });
  };
  const came = (of: Counted, outOf: Counted, cases: ReadonlyMap<string, Met>): Came[] => {
    if (!isDeal(of))
      return isDeal(outOf)
        ? []
        : met(of).flatMap(({ who, day }) => (cases.has(who) && cases.get(who)!.day <= day ? [{ c: who, day, minor: 0 }] : []));
    return dealt.flatMap((deal): Came[] => {
      const day = reachedOn(deal, of);
      if (day === null) return [];
      if (isDeal(outOf)) {
        const own = cases.get(deal.key);
        return own === undefined ? [] : [{ c: deal.key, day: Math.max(own.day, day), minor: deal.minor ?? 0 }];
      }
      const [one] = deal.whose
        .flatMap((who) => cases.get(who) ?? [])
        .filter((c) => c.day <= deal.opened)
        .toSorted((a, b) => a.day - b.day);
      return one === undefined ? [] : [{ c: one.who, day, minor: deal.minor ?? 0 }];
    });
  };
  return { met, came };
};

/** One case for each person or deal, from its first day on; of several variants only those that met exactly one. */
const casesOf = (met: readonly Met[], several: boolean): Map<string, Met> => {
  const cases = new Map<string, Met>();
  for (const who of new Set(met.map((one) => one.who))) {
    const own = met.filter((one) => one.who === who);
    const variants = new Set(own.flatMap(({ variant }) => variant ?? []));
    if (!several || variants.size === 1)
      cases.set(who, { who, day: Math.min(...own.map(({ day }) => day)), variant: several ? [...variants][0]! : 0 });
  }
  return cases;
};
