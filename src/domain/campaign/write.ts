/**
 * How criteria come to be frozen: written, put forward to a second person by name, and frozen by him, on or before the
 * planned first day and before any start. From then on every command that would change them is refused.
 */
import type { Day } from '../../kernel/day.ts';
import type { CampaignId, NoteId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { microOf, withMicro, type BriefRefusal } from './brief.ts';
import type { Campaign, CampaignBook, CampaignPart } from './campaign.ts';
import { asWritten, criteriaHold } from './criteria-hold.ts';
import type { Criteria } from './criteria.ts';
import type { Micro, Written } from './micro.ts';
import { payingLine, todayOf } from './set-aside.ts';

type At = { readonly id: CampaignId; readonly revision: number };

export type WriteCommand =
  | { readonly type: 'campaign/write-criteria'; readonly id: CampaignId; readonly criteria: Criteria }
  /** `second`: who shall freeze them, somebody else. */
  | ({ readonly type: 'campaign/propose-criteria'; readonly second: PersonId } & At)
  | ({ readonly type: 'campaign/freeze' } & At)
  | ({ readonly type: 'campaign/decline-criteria'; readonly why: NoteId } & At);
export type WriteEvent =
  | ({ readonly type: 'campaign/criteria-written'; readonly criteria: Criteria } & At)
  | ({ readonly type: 'campaign/criteria-proposed'; readonly second: PersonId } & At)
  | ({ readonly type: 'campaign/frozen' } & At)
  | ({ readonly type: 'campaign/criteria-declined'; readonly why: NoteId } & At);

export type SecondRefusal =
  | { readonly code: 'second-is-first' }
  | { readonly code: 'second-not-here'; readonly person: PersonId }
  | { readonly code: 'not-the-second'; readonly second: PersonId };
export type WriteRefusal =
  | BriefRefusal
  | SecondRefusal
  | { readonly code: 'no-criteria'; readonly campaign: CampaignId }
  | { readonly code: 'criteria-moved-on'; readonly current: number }
  | { readonly code: 'criteria-not-proposed'; readonly campaign: CampaignId }
  | { readonly code: 'start-has-passed'; readonly from: Day };

/** Another person who is here and may sign. */
export const secondHolds = (book: Pick<CampaignBook, 'company'>, by: PersonId, second: PersonId): Result<null, SecondRefusal> => {
  if (second === by) return refuse({ code: 'second-is-first' });
  const member = book.company.get('company')?.members[second];
  return member && !member.left && member.role !== 'viewer' ? ok(null) : refuse({ code: 'second-not-here', person: second });
};

/** Criteria that may still change: written, of this revision, not frozen. */
const open = (
  c: Campaign | undefined,
  { id, revision }: At,
): Result<{ readonly micro: Micro; readonly written: Written }, WriteRefusal> => {
  const micro = microOf(c, id);
  if (!micro.ok) return micro;
  const { written } = micro.value;
  if (!written) return refuse({ code: 'no-criteria', campaign: id });
  if (written.frozen) return refuse({ code: 'criteria-frozen', campaign: id });
  return written.revision === revision
    ? ok({ micro: micro.value, written })
    : refuse({ code: 'criteria-moved-on', current: written.revision });
};
const forMe = (c: Campaign | undefined, at: At, by: PersonId): Result<Micro, WriteRefusal> => {
  const found = open(c, at);
  if (!found.ok) return found;
  const { proposed } = found.value.written;
  if (!proposed) return refuse({ code: 'criteria-not-proposed', campaign: at.id });
  return proposed.second === by ? ok(found.value.micro) : refuse({ code: 'not-the-second', second: proposed.second });
};

/** What the start will ask of the brief, asked while it can still be changed: its first day is to come, and its line has the money left. */
const couldStart = (book: CampaignBook, c: Campaign, { line, setAside }: Micro, today: Day): Result<null, WriteRefusal> => {
  if (today > c.from) return refuse({ code: 'start-has-passed', from: c.from });
  if (setAside) return ok(null);
  const paid = payingLine(book, { campaign: c, line });
  return paid.ok ? ok(null) : paid;
};

export const write: CampaignPart<WriteCommand, WriteEvent, WriteRefusal> = {
  decide: {
    'campaign/write-criteria': (c, { id, criteria }) => {
      const micro = microOf(c, id);
      if (!micro.ok) return micro;
      const { written, variants } = micro.value;
      if (written?.frozen) return refuse({ code: 'criteria-frozen', campaign: id });
      const holds = criteriaHold(criteria, c!.from, variants);
      if (!holds.ok) return holds;
      const said = asWritten(criteria);
      if (written && JSON.stringify(written.criteria) === JSON.stringify(said)) return ok([]);
      return ok([{ type: 'campaign/criteria-written', id, revision: (written?.revision ?? 0) + 1, criteria: said }]);
    },
    'campaign/propose-criteria': (c, { id, revision, second }, ctx, book) => {
      const { by } = ctx;
      const found = open(c, { id, revision });
      if (!found.ok) return found;
      const { written, micro } = found.value;
      for (const holds of [
        secondHolds(book, by, second),
        couldStart(book, c!, micro, todayOf(book, ctx)),
        criteriaHold(written.criteria, c!.from, micro.variants),
      ])
        if (!holds.ok) return holds;
      const same = written.proposed?.by === by && written.proposed.second === second;
      return ok(same ? [] : [{ type: 'campaign/criteria-proposed', id, revision, second }]);
    },
    'campaign/freeze': (c, { id, revision }, ctx, book) => {
      const micro = forMe(c, { id, revision }, ctx.by);
      if (!micro.ok) return micro;
      const could = couldStart(book, c!, micro.value, todayOf(book, ctx));
      if (!could.ok) return could;
      const holds = criteriaHold(micro.value.written!.criteria, c!.from, micro.value.variants);
      return holds.ok ? ok([{ type: 'campaign/frozen', id, revision }]) : holds;
    },
    'campaign/decline-criteria': (c, { id, revision, why }, { by }) => {
      const micro = forMe(c, { id, revision }, by);
      return micro.ok ? ok([{ type: 'campaign/criteria-declined', id, revision, why }]) : micro;
    },
  },
  evolve: {
    'campaign/criteria-written': (c, { revision, criteria }, written) =>
      withMicro(c!, (m) => ({
        ...m,
        written: { revision, criteria, written: act(written), proposed: null, overtaken: null, declined: null, frozen: null },
      })),
    'campaign/criteria-proposed': (c, { second }, stamp) =>
      withWritten(c!, (w) => ({ ...w, proposed: { ...act(stamp), second }, overtaken: null, declined: null })),
    // Older journals know freezings of what a change had overtaken: it counts as put forward by whoever did so.
    'campaign/frozen': (c, _, stamp) =>
      withWritten(c!, (w) => ({ ...w, proposed: w.proposed ?? w.overtaken, overtaken: null, frozen: act(stamp) })),
    'campaign/criteria-declined': (c, { why }, stamp) =>
      withWritten(c!, (w) => ({ ...w, proposed: null, declined: { ...act(stamp), why } })),
  },
};

const act = ({ by, at }: { readonly by: PersonId; readonly at: string }) => ({ by, at });
const withWritten = (c: Campaign, change: (w: Written) => Written): Campaign =>
  withMicro(c, (m) => ({ ...m, written: m.written && change(m.written) }));
