/**
 * Who may ask what: the one place where roles are checked against commands.
 * Rules about seats and approvers are part of the areas; this table is about roles only.
 */
import type { PersonId } from '../kernel/ids.ts';
import type { Book, Command } from './book.ts';
import type { Role } from './company/company.ts';
import { BY_LINK, OPERATOR } from './decider.ts';

const PLANNERS: readonly Role[] = ['owner', 'marketer'];
const SIGNERS: readonly Role[] = ['owner', 'marketer', 'stakeholder'];

/** Roles by command; a command without a line of its own takes the line of its kind. */
const ROLES_BY: { readonly [command: string]: readonly Role[] } = {
  company: ['owner'],
  'company/open-feed': PLANNERS,
  'company/close-feed': PLANNERS,
  direction: PLANNERS,
  objective: PLANNERS,
  outcome: PLANNERS,
  'outcome/check-in': SIGNERS,
  'outcome/state-confidence': SIGNERS,
  kpi: PLANNERS,
  'kpi/check-in': SIGNERS,
  segment: PLANNERS,
  guidepoint: SIGNERS,
  'guidepoint/propose': PLANNERS,
  'guidepoint/reword': PLANNERS,
  calendar: PLANNERS,
  team: PLANNERS,
  capacity: PLANNERS,
  budget: PLANNERS,
  // An owner or the seat of finance: the area looks.
  month: SIGNERS,
  rate: PLANNERS,
  priority: PLANNERS,
  milestone: PLANNERS,
  blueprint: PLANNERS,
  'blueprint/sign': SIGNERS,
  'blueprint/decline': SIGNERS,
  'blueprint/ask-change': SIGNERS,
  'blueprint/sign-change': SIGNERS,
  'blueprint/decline-change': SIGNERS,
  'blueprint/withdraw-change': SIGNERS,
  scenario: PLANNERS,
  request: PLANNERS,
  'request/receive': SIGNERS,
  // His own, unless he plans: the area looks.
  'request/withdraw': SIGNERS,
  'request/answer': SIGNERS,
  'request/ask-place': SIGNERS,
  form: PLANNERS,
  practice: PLANNERS,
  item: PLANNERS,
  backlog: PLANNERS,
  assumption: PLANNERS,
  cycle: PLANNERS,
  campaign: PLANNERS,
  // Whoever was named as the second person: the area looks.
  'campaign/freeze': SIGNERS,
  'campaign/decline-criteria': SIGNERS,
  verdict: PLANNERS,
  'verdict/confirm-overrule': SIGNERS,
  'verdict/decline-overrule': SIGNERS,
  // An owner or the seat of finance publishes, a seat signs: the area looks.
  publication: SIGNERS,
  touches: PLANNERS,
  stages: PLANNERS,
  // Whoever holds the seat of marketing or sales: the area looks.
  'stages/sign': SIGNERS,
  'stages/decline': SIGNERS,
  // An owner or the seat of sales or finance: the area looks.
  'touches/adopt': SIGNERS,
  // An owner or the seat of finance: the area looks.
  costs: SIGNERS,
  duty: PLANNERS,
  expectation: SIGNERS,
  logged: SIGNERS,
  workshop: PLANNERS,
  // His own; in the room whoever leads it: the area looks.
  'workshop/send-prework': SIGNERS,
  'workshop/set-agenda': SIGNERS,
  'workshop/open': SIGNERS,
  'workshop/start-phase': SIGNERS,
  'workshop/pause': SIGNERS,
  'workshop/resume': SIGNERS,
  'workshop/extend': SIGNERS,
  'workshop/reveal-cards': SIGNERS,
  'workshop/name-groups': SIGNERS,
  'workshop/reveal-votes': SIGNERS,
  'workshop/hand-over': SIGNERS,
  'workshop/take-up': SIGNERS,
  'workshop/close': SIGNERS,
};

/** What somebody without an account may ask by the link he was given. */
const BY_LINK_MAY: readonly Command['type'][] = [
  'request/receive',
  'request/withdraw',
  'request/answer',
  'request/ask-place',
  'workshop/send-prework',
];

/** The role a person has now; null for somebody who does not belong to the company. */
export const roleOf = (book: Book, person: PersonId): Role | null => {
  if (person === OPERATOR) return 'owner';
  const member = book.company.get('company')?.members[person];
  return member && !member.left ? member.role : null;
};

/** The roles that may ask this; a door uses it to leave out what a person may not do. */
export const rolesFor = (type: Command['type']): readonly Role[] => ROLES_BY[type] ?? ROLES_BY[type.slice(0, type.indexOf('/'))] ?? [];

/** True where this person may ask this. A company that does not stand yet may be founded by anybody. */
export const may = (book: Book, person: PersonId, type: Command['type']): boolean => {
  if (type === 'company/found' && !book.company.has('company')) return true;
  if (person === BY_LINK) return BY_LINK_MAY.includes(type);
  const role = roleOf(book, person);
  return role !== null && rolesFor(type).includes(role);
};
