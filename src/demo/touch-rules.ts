/** Touch rules of the demo: one version that sales and marketing agreed on, and a proposal of last week that nobody has adopted yet. */
import { FIRST_TOUCH_RULES, type TouchRules } from '../domain/measurement/touch-rules.ts';
import type { NoteId } from '../kernel/ids.ts';
import type { Moment } from './moments.ts';
import type { World } from './world.ts';

const AGREED: TouchRules = {
  ...FIRST_TOUCH_RULES,
  sales: { channels: FIRST_TOUCH_RULES.sales.channels, kinds: ['call', ...FIRST_TOUCH_RULES.sales.kinds] },
  sourced: 'before-sales',
};
const PROPOSED: TouchRules = {
  ...AGREED,
  leaveOut: { channels: [], kinds: ['sent', 'invitation'] },
  repeats: { keep: 'first', minutes: 30 },
};

const WHY: { readonly [id: NoteId]: string } = {
  'n_touch-rules-1':
    'A call is ours to make, not marketing’s to claim. A deal is sourced by marketing where somebody met our work before sales spoke to them.',
  'n_touch-rules-2':
    'An e-mail that we sent says that we wrote, not that anybody read it. Opens, replies and visits count; our own sending should not.',
};
const note = (id: NoteId) => ({ id, text: WHY[id]! });

export const touchRuleMoments = ({ calendar: { quarters, today } }: World): Moment[] => {
  const agreed = quarters[6]!.first + 12;
  return [
    {
      day: agreed,
      who: 'ines',
      commands: [{ type: 'touches/propose', rules: AGREED, why: 'n_touch-rules-1' }],
      notes: [note('n_touch-rules-1')],
    },
    { day: agreed + 6, who: 'diego', commands: [{ type: 'touches/adopt', proposal: 1 }] },
    {
      day: today - 6,
      who: 'wes',
      commands: [{ type: 'touches/propose', rules: PROPOSED, why: 'n_touch-rules-2' }],
      notes: [note('n_touch-rules-2')],
    },
  ];
};
