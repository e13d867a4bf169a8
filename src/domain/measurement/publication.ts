/**
 * Publication: the numbers of a period as somebody published them. A later recomputation never changes them.
 *
 * The numbers are a pack of answers, counted by the server and kept as a row; the event names it by its SHA-256, so
 * that nothing else can stand in its place, and carries the figures people quote. Publishing a period again makes a
 * further edition, with a reason; the earlier ones stay as they were. Seats sign an edition, one signature each.
 */
import { isDay, type Day } from '../../kernel/day.ts';
import { quarterNamed, type Period } from '../../kernel/fiscal.ts';
import { monthNamed } from '../../kernel/fiscal-month.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { CampaignBook } from '../campaign/campaign.ts';
import { all, text, type Basic } from '../check.ts';
import type { Seat } from '../company/company.ts';
import { OPERATOR, type Ctx, type Decider } from '../decider.ts';

/** A figure people quote: money in whole minor units of `currency`, a count, or a share in [0, 1]; null where it was not known. */
export type PublishedFigure = {
  readonly name: string;
  readonly unit: 'money' | 'count' | 'share' | 'days';
  readonly value: number | null;
  readonly currency: string | null;
};

export type SignedEdition = { readonly seat: Seat; readonly by: PersonId; readonly at: Instant };

export type Edition = {
  /** 1 is the first of its period. */
  readonly n: number;
  /** Of the pack of answers, in canonical JSON. */
  readonly sha256: string;
  /** Last day it knew about. */
  readonly asOf: Day;
  readonly figures: readonly PublishedFigure[];
  readonly by: PersonId;
  readonly at: Instant;
  /** Why it was published again; null for the first. */
  readonly why: NoteId | null;
  readonly signed: readonly SignedEdition[];
  /** Taken back: the numbers stay readable and count no more. */
  readonly withdrawn: { readonly by: PersonId; readonly at: Instant; readonly why: NoteId } | null;
};

export type Publication = { readonly period: string; readonly editions: readonly Edition[] };

type Numbers = Pick<Edition, 'sha256' | 'asOf' | 'figures' | 'why'>;
type At = { readonly period: string; readonly edition: number };

export type PublicationCommand =
  | ({ readonly type: 'publication/publish'; readonly period: string } & Numbers)
  | ({ readonly type: 'publication/sign'; readonly seat: Seat } & At)
  | ({ readonly type: 'publication/withdraw'; readonly why: NoteId } & At);

export type PublicationEvent =
  | ({ readonly type: 'publication/published' } & At & Numbers)
  | ({ readonly type: 'publication/signed'; readonly seat: Seat } & At)
  | ({ readonly type: 'publication/withdrawn'; readonly why: NoteId } & At);

export type PublicationRefusal =
  | Basic
  | { readonly code: 'not-your-seat'; readonly seat: string }
  | { readonly code: 'not-a-period'; readonly found: string }
  | { readonly code: 'period-not-over'; readonly period: string; readonly until: Day }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'edition-withdrawn'; readonly period: string; readonly edition: number };

export type PublicationBook = CampaignBook & { readonly publication: ReadonlyMap<string, Publication> };

/** The fiscal quarter or month of this id; null where it names neither. */
export const periodPublished = (book: Pick<PublicationBook, 'company'>, id: string): Period | null => {
  const fiscal = book.company.get('company')?.fiscal;
  return fiscal ? (quarterNamed(fiscal, id) ?? monthNamed(fiscal, id)) : null;
};

/** The edition that counts: the latest that was not withdrawn; null where there is none. */
export const standing = (publication: Publication | undefined): Edition | null =>
  publication?.editions.findLast(({ withdrawn }) => !withdrawn) ?? null;

/** An owner, or whoever holds the seat of finance, publishes. */
const mayPublish = (book: PublicationBook, { by }: Ctx): Result<null, PublicationRefusal> => {
  const member = book.company.get('company')?.members[by];
  return by === OPERATOR || member?.role === 'owner' || member?.seats.includes('finance')
    ? ok(null)
    : refuse({ code: 'not-your-seat', seat: 'finance' });
};

const editionThere = (now: Publication | undefined, { period, edition }: At): Result<Edition, PublicationRefusal> => {
  const found = now?.editions.find(({ n }) => n === edition);
  if (!found) return refuse({ code: 'not-there', thing: 'publication', id: `${period} edition ${edition}` });
  return found.withdrawn ? refuse({ code: 'edition-withdrawn', period, edition }) : ok(found);
};

const withEdition = (now: Publication | undefined, n: number, change: (edition: Edition) => Edition): Publication => ({
  ...now!,
  editions: now!.editions.map((edition) => (edition.n === n ? change(edition) : edition)),
});

export const publication: Decider<string, Publication, PublicationCommand, PublicationEvent, PublicationRefusal, PublicationBook> = {
  keyOf: ({ period }) => period,
  decide: {
    'publication/publish': (now, { period: id, sha256, asOf, figures, why }, ctx, book) => {
      const allowed = mayPublish(book, ctx);
      if (!allowed.ok) return allowed;
      const period = periodPublished(book, id);
      if (!period) return refuse({ code: 'not-a-period', found: id });
      if (!isDay(asOf)) return refuse({ code: 'not-a-day', field: 'asOf', found: asOf });
      // Numbers of a period that still runs would be called wrong the next day.
      if (asOf < period.to) return refuse({ code: 'period-not-over', period: id, until: period.to });
      if (!/^[0-9a-f]{64}$/.test(sha256)) return refuse({ code: 'not-one-of', field: 'sha256', found: sha256, choices: [] });
      const named = all(...figures.map(({ name }) => text('figure', name, 120)));
      if (!named.ok) return named;
      const bad = figures.find(({ value }) => value !== null && !Number.isFinite(value));
      if (bad) return refuse({ code: 'not-a-number', field: bad.name });
      const before = now?.editions ?? [];
      if (before.length > 0 && why === null) return refuse({ code: 'reason-needed' });
      if (standing(now)?.sha256 === sha256) return ok([]);
      const kept = figures.map(({ name, unit, value, currency }) => ({ name: name.trim(), unit, value, currency }));
      return ok([{ type: 'publication/published', period: id, edition: before.length + 1, sha256, asOf, figures: kept, why }]);
    },
    'publication/sign': (now, { period, edition, seat }, { by }, book) => {
      const found = editionThere(now, { period, edition });
      if (!found.ok) return found;
      if (!book.company.get('company')?.members[by]?.seats.includes(seat)) return refuse({ code: 'not-your-seat', seat });
      return ok(found.value.signed.some((s) => s.seat === seat) ? [] : [{ type: 'publication/signed', period, edition, seat }]);
    },
    'publication/withdraw': (now, { period, edition, why }, ctx, book) => {
      const allowed = mayPublish(book, ctx);
      if (!allowed.ok) return allowed;
      const found = editionThere(now, { period, edition });
      return found.ok ? ok([{ type: 'publication/withdrawn', period, edition, why }]) : found;
    },
  },
  evolve: {
    'publication/published': (now, { period, edition: n, sha256, asOf, figures, why }, { by, at }) => ({
      period,
      editions: [...(now?.editions ?? []), { n, sha256, asOf, figures, by, at, why, signed: [], withdrawn: null }],
    }),
    'publication/signed': (now, { edition, seat }, { by, at }) =>
      withEdition(now, edition, (e) => ({ ...e, signed: [...e.signed, { seat, by, at }] })),
    'publication/withdrawn': (now, { edition, why }, { by, at }) =>
      withEdition(now, edition, (e) => ({ ...e, withdrawn: { by, at, why } })),
  },
};
