import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../../tests/support/plan.ts';
import type { Command } from '../../domain/book.ts';
import { addDays } from '../../kernel/day.ts';
import { NO_LAGS, type MeasuredLags } from '../delivery/measured-lags.ts';
import { campaignUseful } from './campaign-useful.ts';

const TODAY = '2026-05-01';
const stated: Command = { type: 'assumption/lag', kind: 'webinar', half: 34, most: 90 };
const useful = (more: readonly Command[], from: string, measured: MeasuredLags = NO_LAGS, change = {}) => {
  const book = plan(more);
  const campaign = [...book.campaign.values()].find(({ item }) => item === 'w_dock')!;
  return campaignUseful(book, { ...campaign, from, ...change }, measured, TODAY);
};

test('the last useful day is the due date less the days in which half of the effect shows; on it, half lands in time', () => {
  const latest = addDays('2026-06-30', -34);
  const found = useful([stated], latest);
  deepEqual([found.latest, found.latest !== null && found.late], [latest, false]);
  equal(found.latest !== null && Math.abs(found.share - 0.5) < 1e-6, true);
  match(
    found.text,
    /^27 May: half of what webinar brings shows within 34 days \(stated, not measured\).* 50 % of its effect lands in time\.$/,
  );
  const after = useful([stated], addDays(latest, 1));
  equal(after.latest !== null && after.late, true);
});
test('a measured lag goes before a stated one, and says so', () => {
  const kind = { kind: 'Webinar', half: 20, most: 60, low: 15, high: 26, n: 80, came: 40, stands: 'own' } as const;
  const found = useful([stated], '2026-05-10', { ...NO_LAGS, opened: { kinds: [kind], all: null }, won: { kinds: [kind], all: null } });
  equal(found.latest, addDays('2026-06-30', -20));
  match(found.text, /\(measured\)/);
});
test('where it cannot be known it says why', () => {
  match(useful([], '2026-05-10').text, /how long webinar takes to show is neither measured nor stated/);
  match(useful([stated], '2026-05-10', NO_LAGS, { item: null }).text, /serves no outcome/);
});
