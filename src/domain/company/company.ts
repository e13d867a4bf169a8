/**
 * Company: the tenant. Its money, its clock, its fiscal calendar, and who may do what.
 *
 * A person belongs to it with one role (what he may do) and any number of seats (what he may sign
 * for). Roles and seats are decisions and stand here; names and addresses are rows, so that a
 * person can be erased without rewriting what was agreed.
 */
import type { Fiscal } from '../../kernel/fiscal.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { isCurrency, type Currency } from '../../kernel/money.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, oneOf, text, type Basic } from '../check.ts';
import { OPERATOR, type Decider } from '../decider.ts';

/** What a person may do: owner everything, marketer plan and work, stakeholder ask and sign, viewer look. */
export type Role = 'owner' | 'marketer' | 'stakeholder' | 'viewer';
export const ROLES: readonly Role[] = ['owner', 'marketer', 'stakeholder', 'viewer'];

/** What a person may sign for: CEO, sales, finance … The id is short and stays; the title may be reworded. */
export type Seat = string;
export type SeatTitle = { readonly id: Seat; readonly title: string };
export const FIRST_SEATS: readonly SeatTitle[] = [
  { id: 'ceo', title: 'CEO' },
  { id: 'sales', title: 'Sales' },
  { id: 'finance', title: 'Finance' },
  { id: 'marketing', title: 'Marketing' },
  { id: 'product', title: 'Product' },
  { id: 'service', title: 'Service' },
];

export type Member = { readonly role: Role; readonly seats: readonly Seat[]; readonly since: Instant; readonly left: Instant | null };

/** Whole percent of the recorded person-days. Must is a limit, Could is a rule of thumb (Agile Marketing Navigator: 60 and 20). */
export type Shares = { readonly mustPercent: number; readonly couldPercent: number };
export const FIRST_SHARES: Shares = { mustPercent: 60, couldPercent: 20 };

export type Company = {
  readonly name: string;
  /** null until somebody said so: amounts then have no currency. */
  readonly currency: Currency | null;
  readonly zone: string;
  readonly fiscal: Fiscal;
  /** Touches older than this before a close do not count. */
  readonly lookBackDays: number;
  /** True where a requester's page may name other people's requests and work; otherwise they are only counted. */
  readonly titlesShown: boolean;
  /** How much of the recorded capacity a Blueprint may promise as Must, and about how much it keeps as Could, in percent of effort. */
  readonly shares: Shares;
  /** The calendar feed of milestones: which address counts (each opening makes another), and whether it answers. */
  readonly feed: { readonly n: number; readonly open: boolean };
  readonly seats: readonly SeatTitle[];
  readonly members: { readonly [id: PersonId]: Member };
  readonly foundedAt: Instant;
  /** True for the invented company that comes with the product. */
  readonly demo: boolean;
};

export type CompanyCommand =
  | {
      readonly type: 'company/found';
      readonly name: string;
      readonly currency: Currency | null;
      readonly zone: string;
      readonly fiscal: Fiscal;
      /** Seats the founder holds. */
      readonly seats?: readonly Seat[];
      readonly demo?: boolean;
    }
  | { readonly type: 'company/rename'; readonly name: string }
  | { readonly type: 'company/choose-currency'; readonly currency: Currency }
  | { readonly type: 'company/choose-zone'; readonly zone: string }
  | { readonly type: 'company/choose-fiscal'; readonly fiscal: Fiscal }
  | { readonly type: 'company/choose-look-back'; readonly days: number }
  | { readonly type: 'company/show-titles'; readonly shown: boolean }
  | ({ readonly type: 'company/choose-shares' } & Shares)
  | { readonly type: 'company/open-feed' }
  | { readonly type: 'company/close-feed' }
  | { readonly type: 'company/name-seat'; readonly seat: Seat; readonly title: string }
  | { readonly type: 'company/add-member'; readonly person: PersonId; readonly role: Role; readonly seats: readonly Seat[] }
  | { readonly type: 'company/give-role'; readonly person: PersonId; readonly role: Role }
  | { readonly type: 'company/give-seats'; readonly person: PersonId; readonly seats: readonly Seat[] }
  | { readonly type: 'company/remove-member'; readonly person: PersonId };

export type CompanyEvent =
  | {
      readonly type: 'company/founded';
      readonly name: string;
      readonly currency: Currency | null;
      readonly zone: string;
      readonly fiscal: Fiscal;
      readonly demo: boolean;
    }
  | { readonly type: 'company/renamed'; readonly name: string }
  | { readonly type: 'company/currency-chosen'; readonly currency: Currency }
  | { readonly type: 'company/zone-chosen'; readonly zone: string }
  | { readonly type: 'company/fiscal-chosen'; readonly fiscal: Fiscal }
  | { readonly type: 'company/look-back-chosen'; readonly days: number }
  | { readonly type: 'company/titles-shown'; readonly shown: boolean }
  | ({ readonly type: 'company/shares-chosen' } & Shares)
  | { readonly type: 'company/feed-opened' }
  | { readonly type: 'company/feed-closed' }
  | { readonly type: 'company/seat-named'; readonly seat: Seat; readonly title: string }
  | { readonly type: 'company/member-added'; readonly person: PersonId; readonly role: Role; readonly seats: readonly Seat[] }
  | { readonly type: 'company/role-given'; readonly person: PersonId; readonly role: Role }
  | { readonly type: 'company/seats-given'; readonly person: PersonId; readonly seats: readonly Seat[] }
  | { readonly type: 'company/member-removed'; readonly person: PersonId };

export type CompanyRefusal =
  | Basic
  | {
      readonly code:
        | 'not-founded'
        | 'founded-already'
        | 'last-owner'
        | 'look-back-out-of-range'
        | 'shares-out-of-range'
        | 'not-a-fiscal-calendar';
    }
  | { readonly code: 'not-a-currency'; readonly found: string }
  | { readonly code: 'currency-in-use'; readonly currency: Currency };

export type CompanyBook = { readonly company: ReadonlyMap<'company', Company> };

const members = (c: Company): [PersonId, Member][] => Object.entries(c.members) as [PersonId, Member][];
/** A company that the local operator founded has no owner among its members until he makes one. */
const isLastOwner = (c: Company, person: PersonId): boolean =>
  c.members[person]!.role === 'owner' && !members(c).some(([id, m]) => id !== person && m.role === 'owner' && !m.left);
const isFiscal = (f: Fiscal): boolean =>
  Number.isInteger(f.startMonth) && f.startMonth >= 1 && f.startMonth <= 12 && (f.pattern === 'calendar' || f.pattern === '4-4-5');
/** Letters, digits, dashes and underscores, and never a name that every object answers to: signatures are kept by seat. */
const isSeat = (seat: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(seat) && !Object.hasOwn(Object.prototype, seat);
const isShare = (percent: number): boolean => Number.isInteger(percent) && percent >= 0 && percent <= 100;
const once = (seats: readonly Seat[]): Seat[] => [...new Set(seats)];
const sameSeats = (a: readonly Seat[], b: readonly Seat[]): boolean => a.length === b.length && a.every((seat) => b.includes(seat));
const notFounded = refuse({ code: 'not-founded' as const });
const seatsThere = (c: Company, seats: readonly Seat[]) => {
  const unknown = seats.find((s) => !c.seats.some((t) => t.id === s));
  return unknown === undefined ? ok(null) : refuse({ code: 'not-there' as const, thing: 'seat' as const, id: unknown });
};
const memberThere = (c: Company, person: PersonId) =>
  c.members[person] && !c.members[person].left ? ok(null) : refuse({ code: 'not-there' as const, thing: 'member' as const, id: person });
const withMember = (c: Company, person: PersonId, change: Partial<Member>): Company => ({
  ...c,
  members: { ...c.members, [person]: { ...c.members[person]!, ...change } },
});

export const company: Decider<'company', Company, CompanyCommand, CompanyEvent, CompanyRefusal, CompanyBook> = {
  keyOf: () => 'company',
  decide: {
    'company/found': (c, { name, currency, zone, fiscal, demo, seats }, { by }) => {
      if (c) return refuse({ code: 'founded-already' });
      if (currency !== null && !isCurrency(currency)) return refuse({ code: 'not-a-currency', found: currency });
      if (!isFiscal(fiscal)) return refuse({ code: 'not-a-fiscal-calendar' });
      const unknown = (seats ?? []).find((s) => !FIRST_SEATS.some((t) => t.id === s));
      if (unknown !== undefined) return refuse({ code: 'not-there', thing: 'seat', id: unknown });
      const checked = all(text('name', name, 80), text('zone', zone, 60));
      if (!checked.ok) return checked;
      const { startMonth, pattern } = fiscal;
      const founded: CompanyEvent = {
        type: 'company/founded',
        name: name.trim(),
        currency,
        zone,
        fiscal: { startMonth, pattern },
        demo: demo ?? false,
      };
      return ok(
        by === OPERATOR ? [founded] : [founded, { type: 'company/member-added', person: by, role: 'owner', seats: once(seats ?? []) }],
      );
    },
    'company/rename': (c, { name }) => {
      if (!c) return notFounded;
      const checked = text('name', name, 80);
      if (!checked.ok) return checked;
      return ok(name.trim() === c.name ? [] : [{ type: 'company/renamed', name: name.trim() }]);
    },
    'company/choose-currency': (c, { currency }) => {
      if (!c) return notFounded;
      if (!isCurrency(currency)) return refuse({ code: 'not-a-currency', found: currency });
      // Targets and budgets are written in it: a changed currency would silently change what was agreed.
      if (c.currency !== null && c.currency !== currency) return refuse({ code: 'currency-in-use', currency: c.currency });
      return ok(c.currency === currency ? [] : [{ type: 'company/currency-chosen', currency }]);
    },
    'company/choose-zone': (c, { zone }) => {
      if (!c) return notFounded;
      const checked = text('zone', zone, 60);
      if (!checked.ok) return checked;
      return ok(zone === c.zone ? [] : [{ type: 'company/zone-chosen', zone }]);
    },
    'company/choose-fiscal': (c, { fiscal }) => {
      if (!c) return notFounded;
      if (!isFiscal(fiscal)) return refuse({ code: 'not-a-fiscal-calendar' });
      const { startMonth, pattern } = fiscal;
      if (c.fiscal.startMonth === startMonth && c.fiscal.pattern === pattern) return ok([]);
      return ok([{ type: 'company/fiscal-chosen', fiscal: { startMonth, pattern } }]);
    },
    'company/choose-look-back': (c, { days }) => {
      if (!c) return notFounded;
      if (!Number.isInteger(days) || days < 1 || days > 3650) return refuse({ code: 'look-back-out-of-range' });
      return ok(days === c.lookBackDays ? [] : [{ type: 'company/look-back-chosen', days }]);
    },
    'company/show-titles': (c, { shown }) => {
      if (!c) return notFounded;
      return ok(c.titlesShown === shown ? [] : [{ type: 'company/titles-shown', shown }]);
    },
    'company/choose-shares': (c, { mustPercent, couldPercent }) => {
      if (!c) return notFounded;
      if (!isShare(mustPercent) || !isShare(couldPercent) || mustPercent + couldPercent > 100)
        return refuse({ code: 'shares-out-of-range' });
      const stands = c.shares.mustPercent === mustPercent && c.shares.couldPercent === couldPercent;
      return ok(stands ? [] : [{ type: 'company/shares-chosen', mustPercent, couldPercent }]);
    },
    'company/open-feed': (c) => (c ? ok([{ type: 'company/feed-opened' }]) : notFounded),
    'company/close-feed': (c) => (c ? ok(c.feed.open ? [{ type: 'company/feed-closed' }] : []) : notFounded),
    'company/name-seat': (c, { seat, title }) => {
      if (!c) return notFounded;
      const checked = text('title', title, 60);
      if (!checked.ok) return checked;
      if (!isSeat(seat)) return refuse({ code: 'not-an-id', thing: 'seat', id: seat });
      const stands = c.seats.some((t) => t.id === seat && t.title === title.trim());
      return ok(stands ? [] : [{ type: 'company/seat-named', seat, title: title.trim() }]);
    },
    'company/add-member': (c, { person, role, seats }) => {
      if (!c) return notFounded;
      const checked = all(oneOf('role', role, ROLES), seatsThere(c, seats));
      if (!checked.ok) return checked;
      if (c.members[person] && !c.members[person].left) return refuse({ code: 'there-already', thing: 'member', id: person });
      return ok([{ type: 'company/member-added', person, role, seats: once(seats) }]);
    },
    'company/give-role': (c, { person, role }) => {
      if (!c) return notFounded;
      const checked = all(memberThere(c, person), oneOf('role', role, ROLES));
      if (!checked.ok) return checked;
      if (role !== 'owner' && isLastOwner(c, person)) return refuse({ code: 'last-owner' });
      return ok(c.members[person]!.role === role ? [] : [{ type: 'company/role-given', person, role }]);
    },
    'company/give-seats': (c, { person, seats }) => {
      if (!c) return notFounded;
      const checked = all(memberThere(c, person), seatsThere(c, seats));
      if (!checked.ok) return checked;
      return ok(sameSeats(c.members[person]!.seats, once(seats)) ? [] : [{ type: 'company/seats-given', person, seats: once(seats) }]);
    },
    'company/remove-member': (c, { person }) => {
      if (!c) return notFounded;
      const checked = memberThere(c, person);
      if (!checked.ok) return checked;
      if (isLastOwner(c, person)) return refuse({ code: 'last-owner' });
      return ok([{ type: 'company/member-removed', person }]);
    },
  },
  evolve: {
    'company/founded': (_, { name, currency, zone, fiscal, demo }, { at }) => ({
      name,
      currency,
      zone,
      fiscal,
      lookBackDays: 365,
      titlesShown: false,
      shares: FIRST_SHARES,
      feed: { n: 0, open: false },
      seats: FIRST_SEATS,
      members: {},
      foundedAt: at,
      demo,
    }),
    'company/renamed': (c, { name }) => ({ ...c!, name }),
    'company/currency-chosen': (c, { currency }) => ({ ...c!, currency }),
    'company/zone-chosen': (c, { zone }) => ({ ...c!, zone }),
    'company/fiscal-chosen': (c, { fiscal }) => ({ ...c!, fiscal }),
    'company/look-back-chosen': (c, { days }) => ({ ...c!, lookBackDays: days }),
    'company/titles-shown': (c, { shown }) => ({ ...c!, titlesShown: shown }),
    'company/shares-chosen': (c, { mustPercent, couldPercent }) => ({ ...c!, shares: { mustPercent, couldPercent } }),
    'company/feed-opened': (c) => ({ ...c!, feed: { n: c!.feed.n + 1, open: true } }),
    'company/feed-closed': (c) => ({ ...c!, feed: { ...c!.feed, open: false } }),
    'company/seat-named': (c, { seat, title }) => ({
      ...c!,
      seats: c!.seats.some((s) => s.id === seat)
        ? c!.seats.map((s) => (s.id === seat ? { id: seat, title } : s))
        : [...c!.seats, { id: seat, title }],
    }),
    'company/member-added': (c, { person, role, seats }, { at }) => withMember(c!, person, { role, seats, since: at, left: null }),
    'company/role-given': (c, { person, role }) => withMember(c!, person, { role }),
    'company/seats-given': (c, { person, seats }) => withMember(c!, person, { seats }),
    'company/member-removed': (c, { person }, { at }) => withMember(c!, person, { left: at }),
  },
};
