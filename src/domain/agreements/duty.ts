/**
 * Duty: what a person has to do with a priority, an outcome or an objective, by one of two schemes.
 *
 * RACI: who is responsible (does it), accountable (answers for it, exactly one), consulted, informed.
 * DACI: who drives it (one), approves it (one), contributes, is informed.
 *
 * More than one accountable is not refused: people write down what is, and `dutyGaps` says what is wrong with it.
 */
import type { ObjectiveId, OutcomeId, PersonId, PriorityId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { CampaignBook } from '../campaign/campaign.ts';
import { all, oneOf, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import { subjectIn } from './about.ts';

export type Scheme = 'raci' | 'daci';
export type Duty = 'responsible' | 'accountable' | 'consulted' | 'informed' | 'driver' | 'approver' | 'contributor';

/** The duties of each scheme, in the order of its letters. */
export const DUTIES: { readonly [S in Scheme]: readonly Duty[] } = {
  raci: ['responsible', 'accountable', 'consulted', 'informed'],
  daci: ['driver', 'approver', 'contributor', 'informed'],
};

/** Things that people have duties for. */
export type DutyOf = PriorityId | OutcomeId | ObjectiveId;
export type Held = { readonly person: PersonId; readonly duty: Duty };
export type Duties = { readonly of: DutyOf; readonly scheme: Scheme; readonly held: readonly Held[] };

export type DutyCommand =
  | { readonly type: 'duty/give'; readonly of: DutyOf; readonly person: PersonId; readonly duty: Duty }
  | { readonly type: 'duty/take-back'; readonly of: DutyOf; readonly person: PersonId; readonly duty: Duty }
  | { readonly type: 'duty/choose-scheme'; readonly of: DutyOf; readonly scheme: Scheme };

export type DutyEvent =
  | { readonly type: 'duty/given'; readonly of: DutyOf; readonly scheme: Scheme; readonly person: PersonId; readonly duty: Duty }
  | { readonly type: 'duty/taken-back'; readonly of: DutyOf; readonly person: PersonId; readonly duty: Duty }
  | { readonly type: 'duty/scheme-chosen'; readonly of: DutyOf; readonly scheme: Scheme; readonly held: readonly Held[] };

export type DutyRefusal =
  | Basic
  | { readonly code: 'no-duties-for'; readonly id: string }
  | { readonly code: 'has-left'; readonly person: PersonId }
  | { readonly code: 'duty-of-other-scheme'; readonly scheme: Scheme; readonly duty: Duty };

export type DutyBook = CampaignBook & { readonly duty: ReadonlyMap<DutyOf, Duties> };

const BEARS: readonly string[] = ['priority', 'outcome', 'objective'];
const NAMES: readonly Duty[] = [...new Set([...DUTIES.raci, ...DUTIES.daci])];

/** What each duty becomes under the other scheme; who does the work and who answers for it stay the same people. */
const TRANSLATED: { readonly [S in Scheme]: { readonly [duty: string]: Duty } } = {
  daci: { responsible: 'driver', accountable: 'approver', consulted: 'contributor', informed: 'informed' },
  raci: { driver: 'responsible', approver: 'accountable', contributor: 'consulted', informed: 'informed' },
};

const bears = (book: DutyBook, of: DutyOf): Result<null, DutyRefusal> => {
  const found = subjectIn(book, of);
  if (!found || !BEARS.includes(found.thing)) return refuse({ code: 'no-duties-for', id: of });
  return found.retired ? refuse({ code: 'retired', thing: found.thing, id: of }) : ok(null);
};
const holds = (now: Duties | undefined, person: PersonId, duty: Duty): boolean =>
  now?.held.some((h) => h.person === person && h.duty === duty) ?? false;
/** The scheme a thing has, else the one that this duty belongs to; RACI where it belongs to both. */
const schemeFor = (now: Duties | undefined, duty: Duty): Scheme => now?.scheme ?? (DUTIES.raci.includes(duty) ? 'raci' : 'daci');

export const duty: Decider<DutyOf, Duties, DutyCommand, DutyEvent, DutyRefusal, DutyBook> = {
  keyOf: (message) => message.of,
  decide: {
    'duty/give': (now, { of, person, duty: given }, _, book) => {
      const known = all(oneOf('duty', given, NAMES));
      if (!known.ok) return known;
      const borne = bears(book, of);
      if (!borne.ok) return borne;
      const scheme = schemeFor(now, given);
      if (!DUTIES[scheme].includes(given)) return refuse({ code: 'duty-of-other-scheme', scheme, duty: given });
      if (book.company.get('company')?.members[person]?.left) return refuse({ code: 'has-left', person });
      return ok(holds(now, person, given) ? [] : [{ type: 'duty/given', of, scheme, person, duty: given }]);
    },
    'duty/take-back': (now, { of, person, duty: taken }) =>
      ok(holds(now, person, taken) ? [{ type: 'duty/taken-back', of, person, duty: taken }] : []),
    'duty/choose-scheme': (now, { of, scheme }, _, book) => {
      const known = oneOf('scheme', scheme, Object.keys(DUTIES));
      if (!known.ok) return known;
      const borne = bears(book, of);
      if (!borne.ok) return borne;
      if (now?.scheme === scheme) return ok([]);
      const held = (now?.held ?? []).map((h) => ({ person: h.person, duty: TRANSLATED[scheme][h.duty]! }));
      return ok([{ type: 'duty/scheme-chosen', of, scheme, held }]);
    },
  },
  evolve: {
    'duty/given': (now, { of, scheme, person, duty: given }) => ({ of, scheme, held: [...(now?.held ?? []), { person, duty: given }] }),
    'duty/taken-back': (now, { person, duty: taken }) => ({
      ...now!,
      held: now!.held.filter((h) => h.person !== person || h.duty !== taken),
    }),
    'duty/scheme-chosen': (_, { of, scheme, held }) => ({ of, scheme, held }),
  },
};
