/**
 * What a role may see of the journal. The server folds and sends only this, so what is hidden never reaches a browser.
 *
 * Owners and marketers see everything. So do stakeholders: they ask for work and sign for money, and cannot sign what
 * they may not see. Viewers look at what is agreed and what was done, but see no budgets, no requests and nothing that
 * people wrote beside it. Where an event must name a note for its meaning (this was dropped for a reason, that is
 * justified as foundational), a viewer gets HIDDEN in its place, so that the state says the same for everybody.
 */
import type { NoteId, PersonId } from '../kernel/ids.ts';
import type { Event } from './book.ts';
import type { Role } from './company/company.ts';

/** Stands where a note is named that the reader may not read. No note has this id. */
export const HIDDEN: NoteId = 'n_hidden';

type Of<T extends Event['type']> = Extract<Event, { readonly type: T }>;

/** The event as this role may see it, or null where it may not see it at all. Folding what comes through never fails. */
export const visible = (role: Role, event: Event): Event | null => {
  if (role !== 'viewer') return event;
  const rule: unknown = VIEWER[event.type];
  return rule === 'whole' ? event : (rule as (event: Event) => Event | null)(event);
};

/** True where a person of this role may read this note: a viewer only what he wrote himself. */
export const mayReadNote = (role: Role, person: PersonId, note: { readonly by: string }): boolean =>
  role !== 'viewer' || note.by === person;

const unexplained = <E extends { readonly why: NoteId }>(event: E): E => ({ ...event, why: HIDDEN });
const hidden = (note: NoteId | null): NoteId | null => (note === null ? null : HIDDEN);

/** One line for each event: a new one does not compile until somebody has decided what a viewer sees of it. */
const VIEWER: { readonly [T in Event['type']]: 'whole' | ((event: Of<T>) => Of<T> | null) } = {
  'company/founded': 'whole',
  'company/renamed': 'whole',
  'company/currency-chosen': 'whole',
  'company/zone-chosen': 'whole',
  'company/fiscal-chosen': 'whole',
  'company/look-back-chosen': 'whole',
  'company/titles-shown': 'whole',
  'company/seat-named': 'whole',
  'company/member-added': 'whole',
  'company/role-given': 'whole',
  'company/seats-given': 'whole',
  'company/member-removed': 'whole',
  'direction/worded': 'whole',
  'objective/set': 'whole',
  'objective/reworded': 'whole',
  'objective/due-moved': 'whole',
  'objective/handed-over': 'whole',
  'objective/retired': unexplained,
  'outcome/added': 'whole',
  'outcome/reworded': 'whole',
  'outcome/target-moved': (event) => ({ ...event, why: hidden(event.why) }),
  'outcome/remeasured': unexplained,
  'outcome/baseline-corrected': (event) => ({ ...event, why: hidden(event.why) }),
  'outcome/handed-over': 'whole',
  'outcome/linked': 'whole',
  'outcome/checked-in': (event) => ({ ...event, note: null }),
  'outcome/confidence-stated': (event) => ({ ...event, note: null }),
  'outcome/scored': (event) => ({ ...event, note: hidden(event.note) }),
  'outcome/retired': unexplained,
  'kpi/set': 'whole',
  'kpi/reworded': 'whole',
  'kpi/remeasured': unexplained,
  'kpi/corridor-moved': unexplained,
  'kpi/handed-over': 'whole',
  'kpi/checked-in': (event) => ({ ...event, note: null }),
  'kpi/retired': unexplained,
  'segment/defined': 'whole',
  'segment/redefined': 'whole',
  'segment/reworded': 'whole',
  'segment/retired': unexplained,
  'guidepoint/proposed': 'whole',
  'guidepoint/reworded': 'whole',
  'guidepoint/signed': 'whole',
  'guidepoint/declined': unexplained,
  'guidepoint/change-asked': (event) => ({ ...event, words: HIDDEN }),
  'guidepoint/change-approved': 'whole',
  'guidepoint/change-refused': unexplained,
  'guidepoint/change-withdrawn': 'whole',
  'calendar/drawn': 'whole',
  'calendar/renamed': 'whole',
  'calendar/weekdays-chosen': 'whole',
  'calendar/holidays-added': 'whole',
  'calendar/holiday-removed': 'whole',
  'calendar/retired': unexplained,
  'team/formed': 'whole',
  'team/renamed': 'whole',
  'team/calendar-followed': 'whole',
  'team/focus-set': 'whole',
  'team/retired': unexplained,
  'capacity/hours-set': 'whole',
  'capacity/focus-set': 'whole',
  'capacity/skills-named': 'whole',
  'capacity/team-joined': 'whole',
  'capacity/calendar-followed': 'whole',
  'capacity/time-off-taken': 'whole',
  'capacity/time-off-cancelled': 'whole',
  'budget/opened': () => null,
  'budget/renamed': () => null,
  'budget/handed-over': () => null,
  'budget/tied': () => null,
  'budget/planned': () => null,
  'budget/forecast-given': () => null,
  'budget/committed': () => null,
  'budget/released': () => null,
  'budget/recorded': () => null,
  'budget/struck': () => null,
  'budget/gave': () => null,
  'budget/received': () => null,
  'budget/closed': () => null,
  'month/locked': 'whole',
  'month/unlocked': unexplained,
  'rate/set': 'whole',
  'rate/removed': 'whole',
  'priority/planned': (event) => ({ ...event, budgetMinor: null }),
  'priority/reworded': 'whole',
  'priority/classed': 'whole',
  'priority/serves': 'whole',
  'priority/resized': (event) => ({ ...event, budgetMinor: null }),
  'priority/rescheduled': 'whole',
  'priority/handed-over': 'whole',
  'priority/dropped': unexplained,
  'form/made': () => null,
  'form/revoked': () => null,
  'request/received': () => null,
  'request/accepted': () => null,
  'request/merged': () => null,
  'request/deferred': () => null,
  'request/declined': () => null,
  'request/withdrawn': () => null,
  'request/returned': () => null,
  'request/question-asked': () => null,
  'request/question-answered': () => null,
  'request/place-asked': () => null,
  'request/place-answered': () => null,
  'item/added': (event) => ({ ...event, request: null, foundational: hidden(event.foundational) }),
  'item/retitled': 'whole',
  'item/sized': 'whole',
  'item/assigned': 'whole',
  'item/linked': 'whole',
  'item/justified': (event) => ({ ...event, foundational: HIDDEN }),
  'item/request-recorded': () => null,
  'item/started': 'whole',
  'item/finished': 'whole',
  'item/reopened': 'whole',
  'item/dropped': unexplained,
  'item/restored': 'whole',
  'backlog/placed': 'whole',
  'assumption/growth-stated': 'whole',
  'assumption/lag-stated': 'whole',
  'assumption/lag-forgotten': 'whole',
  'campaign/planned': (event) => ({ ...event, budgetMinor: null, foundational: hidden(event.foundational) }),
  'campaign/renamed': 'whole',
  'campaign/rescheduled': 'whole',
  'campaign/rebudgeted': () => null,
  'campaign/rechannelled': 'whole',
  'campaign/alias-added': 'whole',
  'campaign/alias-removed': 'whole',
  'campaign/linked': 'whole',
  'campaign/justified': (event) => ({ ...event, foundational: HIDDEN }),
  'campaign/dropped': unexplained,
  'duty/given': 'whole',
  'duty/taken-back': 'whole',
  'duty/scheme-chosen': 'whole',
  'expectation/proposed': 'whole',
  'expectation/revised': 'whole',
  'expectation/signed': 'whole',
  'expectation/declined': unexplained,
  'expectation/kept': (event) => ({ ...event, why: hidden(event.why) }),
  'expectation/broken': unexplained,
  'expectation/released': unexplained,
  'expectation/withdrawn': unexplained,
  // A number that no question answers was counted from the plan, and the plan has money in it.
  'logged/decided': (event) => ({ ...event, evidence: event.evidence.filter((e) => e.askedBy !== null) }),
  'logged/superseded': 'whole',
};
