/**
 * Stage definitions of the demo: a first version in which a deal is qualified once somebody opened it, and a second, declined by
 * sales and reworded before both signed it, in which it is qualified once there is a need with a budget and a date.
 */
import { FIRST_STAGES, type FunnelStage, type StageRules } from '../domain/measurement/stages.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { NoteId } from '../kernel/ids.ts';
import type { Moment } from './moments.ts';
import type { World } from './world.ts';

const [AWARENESS, ENGAGEMENT, , WON] = FIRST_STAGES as readonly [FunnelStage, FunnelStage, FunnelStage, FunnelStage];
const TALK: FunnelStage = {
  id: 'talk',
  name: 'First talk',
  words: 'A seller has spoken to somebody of the account for at least a quarter of an hour. Marketing brought them to the table.',
  side: 'marketing',
  signs: [{ sign: 'stage', names: ['Discovery'] }],
};
const qualified = (words: string): FunnelStage => ({
  id: 'qualified',
  name: 'Qualified opportunity',
  words,
  side: 'sales',
  signs: [{ sign: 'stage', names: ['Qualified'] }],
});
const OFFER: FunnelStage = {
  id: 'offer',
  name: 'Offer',
  words: 'A price has been written down and sent, also while it is being negotiated.',
  side: 'sales',
  signs: [{ sign: 'stage', names: ['Proposal', 'Negotiation'] }],
};
const CLOSED: FunnelStage = { ...WON, words: 'The customer has signed; a spoken yes is none.' };

const WHY: { readonly [id: NoteId]: string } = {
  'n_stages-1': 'We count qualified deals differently in every meeting. This is what both sides can live with for now.',
  'n_stages-2': 'A deal is not qualified because somebody typed it into the CRM. Half of those never had a second talk.',
  'n_stages-2-no': 'A date alone says nothing. Without a budget it is a wish, and we will not be measured on wishes.',
  'n_stages-3': 'With the budget in it, as sales asked.',
};
const note = (id: NoteId) => ({ id, text: WHY[id]! });

export const stageMoments = ({ calendar: { quarters } }: World): Moment[] => {
  const [first, second] = [quarters[2]!.first, quarters[6]!.first + 40];
  const later = (words: string): StageRules => ({
    since: dayFromNumber(quarters[7]!.first),
    stages: [AWARENESS, ENGAGEMENT, TALK, qualified(words), OFFER, CLOSED],
    skipped: 'passed',
  });
  const propose = (day: number, rules: StageRules, why: NoteId): Moment => ({
    day,
    who: 'ines',
    commands: [{ type: 'stages/propose', rules, why }],
    notes: [note(why)],
  });
  const sign = (day: number, proposal: number): Moment[] => [
    { day, who: 'ines', commands: [{ type: 'stages/sign', proposal, seat: 'marketing' }] },
    { day: day + 2, who: 'diego', commands: [{ type: 'stages/sign', proposal, seat: 'sales' }] },
  ];
  return [
    propose(first + 9, { since: dayFromNumber(first), stages: FIRST_STAGES, skipped: 'passed' }, 'n_stages-1'),
    ...sign(first + 10, 1),
    propose(second, later('There is a need at the dock and a date by which it must be solved.'), 'n_stages-2'),
    {
      day: second + 4,
      who: 'diego',
      commands: [{ type: 'stages/decline', proposal: 2, seat: 'sales', why: 'n_stages-2-no' }],
      notes: [note('n_stages-2-no')],
    },
    propose(
      second + 8,
      later('There is a need at the dock, a date by which it must be solved, and somebody who has the budget.'),
      'n_stages-3',
    ),
    ...sign(second + 9, 3),
  ];
};
