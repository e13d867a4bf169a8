import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { decideBatch } from '../decide.ts';
import { FOUNDED, given, minute, when } from '../given.ts';
import { ben, follow, READY, scale, start, take, type Scale } from '../given-campaign.ts';
import { gateFor } from './verdict-gate.ts';
import { AGREED as BLUEPRINT, planned as priorityOf } from '../given-blueprint.ts';

/** A quarter with 60 days recorded, less focus, of which 18 are agreed; the follow-up starts in it. */
const agreed = given(...BLUEPRINT, ...READY.slice(FOUNDED.length), ben(start), take('scale'));
const many = (sizeDays: number): Partial<Scale> => ({
  priority: 'r_offer',
  items: [{ id: 'w_two', title: 'Much', sizeDays, owner: null }],
});
test('a follow-up that fits under the agreed Blueprint is scaled, one that does not is refused until the cut is signed', () => {
  equal('events' in when(agreed, scale(many(2))), true);
  deepEqual(when(agreed, scale(many(60))), {
    refused: {
      code: 'scale-over-capacity',
      period: '2026-Q2',
      short: [
        { over: 'people', skill: null, needed: 78, have: 65 },
        { over: 'must', needed: 70, have: 39, percent: 60 },
      ],
    },
  });
});
test('on a draft the cut may be pulled in the same batch', () => {
  const draft = given(
    ...BLUEPRINT.slice(0, -3),
    priorityOf('big', { moscow: 'could', effortDays: 25 }),
    ...READY.slice(FOUNDED.length),
    ben(start),
    take('scale'),
  );
  const commands = [
    { type: 'blueprint/pull-lever', period: '2026-Q2', lever: { lever: 'cut', priority: 'r_big', why: 'n_cut' } },
    scale({ priority: 'r_fair', items: [{ id: 'w_two', title: 'Much', sizeDays: 30, owner: null }] })[1],
  ] as const;
  const at = { by: 'p_ben', at: minute(90) } as const;
  equal(decideBatch(draft, [commands[1]], at).ok, false);
  equal(decideBatch(draft, commands, at).ok, true);
});
test('work past the end of a quarter counts in the next one that has a plan, and in the first where no later one has', () => {
  const long = (sizeDays: number, to: string): Partial<Scale> => ({ ...many(sizeDays), follow: { ...follow, to } });
  const next = priorityOf('next', { period: '2026-Q3', from: '2026-07-01', to: '2026-08-01', moscow: 'could', effortDays: 5 });
  // 39 days of Must may be promised and 10 are: 29 fit, wherever the follow-up ends while no later quarter has a plan.
  equal('events' in when(agreed, scale(long(29, '2036-12-31'))), true);
  equal('refused' in when(agreed, scale(long(30, '2036-12-31'))), true);
  const both = given(...BLUEPRINT, next, ...READY.slice(FOUNDED.length), ben(start), take('scale'));
  // 1 April to 30 September: 91 days of 183 in the second quarter, 92 in the third, which nothing but five days of Could takes.
  equal('events' in when(both, scale(long(58, '2026-09-30'))), true);
  const refused = when(both, scale(long(60, '2026-09-30')));
  deepEqual('refused' in refused && refused.refused.code === 'scale-over-capacity' && [refused.refused.period, refused.refused.short], [
    '2026-Q2',
    [{ over: 'must', needed: 39.836, have: 39, percent: 60 }],
  ]);
});
test('a follow-up starts today or later, whatever has passed without a plan', () => {
  const past = { ...follow, from: '2021-12-26', to: '2026-04-04' };
  deepEqual(when(agreed, scale({ ...many(500), follow: past })), {
    refused: { code: 'follow-in-the-past', from: '2021-12-26', today: '2026-02-03' },
  });
});
test('moved to other days it has to fit again', () => {
  const far = { ...follow, from: '2027-04-01', to: '2027-06-15' };
  const later = given(...BLUEPRINT, ...READY.slice(FOUNDED.length), ben(start), take('scale'), scale({ ...many(60), follow: far }));
  const move = (to: string) => when(later, ben({ type: 'campaign/reschedule', id: 'c_wave2', from: '2026-04-01', to }));
  const refused = move('2026-06-15');
  equal('refused' in refused && refused.refused.code, 'scale-over-capacity');
  equal('events' in when(later, ben({ type: 'campaign/reschedule', id: 'c_wave2', from: '2027-05-01', to: '2027-06-15' })), true);
});
test('out of a quarter that is over for another reason it may move, and stay, but bring nothing more', () => {
  const next = priorityOf('next', { period: '2026-Q3', from: '2026-07-01', to: '2026-08-01', moscow: 'could', effortDays: 1 });
  const half = { ...follow, from: '2026-05-01', to: '2026-07-31' };
  const long = given(...BLUEPRINT, next, ...READY.slice(FOUNDED.length), ben(start), take('scale'), scale({ ...many(4), follow: half }));
  // Ben has four hours a week from April on: the second quarter is over by what was agreed, the third has room.
  const asked = decideBatch(long, [{ type: 'capacity/set-hours', person: 'p_ben', from: '2026-04-01', hours: 4 }], {
    by: 'p_ben',
    at: minute(90),
  });
  const over = asked.ok ? asked.value.book : long;
  const moved = (from: string, to: string) => {
    const answer = when(over, ben({ type: 'campaign/reschedule', id: 'c_wave2', from, to }));
    return 'refused' in answer ? answer.refused.code : answer.events.length;
  };
  equal(gateFor(over, { ...half, days: 4, priority: 'r_offer' }, 'c_wave2')[0]!.shortfalls.length > 0, true);
  deepEqual([moved('2026-05-01', '2026-07-31'), moved('2026-06-01', '2026-07-31'), moved('2026-05-01', '2026-08-31')], [0, 1, 1]);
  deepEqual([moved('2026-04-01', '2026-07-31'), moved('2026-05-01', '2026-06-30')], ['scale-over-capacity', 'scale-over-capacity']);
});
