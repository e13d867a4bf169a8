import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { AIMS, FOUNDED, given, when, type Asked } from './given.ts';

const period = '2026-Q2';
const LOCKED: readonly Asked[] = [
  ...FOUNDED,
  ...AIMS,
  ['p_ben', { type: 'guidepoint/propose', period, statement: 'Utilities', outcomes: ['u_rev'], seats: ['sales'] }],
  ['p_caro', { type: 'guidepoint/sign', period, version: 1, seat: 'sales' }],
];
const move: Asked = ['p_ben', { type: 'outcome/move-target', id: 'u_rev', target: 1, due: '2026-06-30', why: 'n_less' }];
const april: Asked = ['p_ana', { type: 'company/choose-fiscal', fiscal: { startMonth: 4, pattern: 'calendar' } }];
const change: Asked = [
  'p_ben',
  {
    type: 'guidepoint/ask-change',
    period,
    change: 'x_1',
    reason: 'objective-changed',
    words: 'n_w',
    terms: [],
    approver: 'p_caro',
    statement: 'Utilities and cities',
    outcomes: ['u_rev'],
    seats: ['sales'],
  },
];

test('an outcome of a locked Guidepoint moves only through that Guidepoint', () => {
  const refused = { code: 'agreed-in-guidepoint', outcome: 'u_rev', period };
  deepEqual(when(given(...LOCKED), move), { refused });
  deepEqual(when(given(...LOCKED), ['p_ana', { type: 'outcome/retire', id: 'u_rev', why: 'n_gone' }]), { refused });
  deepEqual(when(given(...LOCKED), ['p_ben', { type: 'outcome/correct-baseline', id: 'u_rev', baseline: 1, why: 'n_b' }]), { refused });
  const reported = { kind: 'reported', unit: 'money' } as const;
  deepEqual(when(given(...LOCKED), ['p_ben', { type: 'outcome/remeasure', id: 'u_rev', metric: reported, why: 'n_m' }]), { refused });
});

test('an outcome in no locked Guidepoint moves freely', () => {
  equal('events' in when(given(...LOCKED.slice(0, -1)), move), true);
  equal(
    'events' in
      when(given(...LOCKED), ['p_ben', { type: 'outcome/move-target', id: 'u_stay', target: 90, due: '2026-12-31', why: 'n_less' }]),
    true,
  );
});

test('the fiscal calendar stays once a Guidepoint was signed by every seat, also while it is being changed', () => {
  deepEqual(when(given(...LOCKED), april), { refused: { code: 'calendar-agreed', period } });
  const reopened = given(...LOCKED, change, ['p_caro', { type: 'guidepoint/approve-change', period, change: 'x_1' }]);
  deepEqual(when(reopened, april), { refused: { code: 'calendar-agreed', period } });
});

test('before that the fiscal calendar may be chosen, and saying again what holds is never refused', () => {
  equal('events' in when(given(...LOCKED.slice(0, -1)), april), true);
  deepEqual(when(given(...LOCKED), ['p_ana', { type: 'company/choose-fiscal', fiscal: { startMonth: 1, pattern: 'calendar' } }]), {
    events: [],
  });
});
