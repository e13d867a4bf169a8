/** A deal for tests of views and charts: three touches that count and one after the close. */
import type { DealFacts, DealTouch } from '../../src/views/deal/deal.ts';

/** One touch; shares are those of three touches unless said otherwise. */
export const sampleTouch = (id: string, on: string, over: Partial<DealTouch> = {}): DealTouch => ({
  id,
  on,
  contactId: 'k1',
  contact: 'Femke de Wit',
  title: 'warehouse',
  what: 'Clicked a search ad',
  channel: 'paid search',
  campaign: 'c_loose',
  campaignFound: 'sponsored',
  offline: false,
  notCounted: null,
  arrivedLate: null,
  keys: [],
  weights: { first: 0, last: 0, linear: 1 / 3 },
  minor: { first: 0, last: 0, linear: 2_880_000 },
  ...over,
});

/** Van Dalen Cold Chain, won for €86,400 on 17 April 2026. */
export const sampleDeal = (over: Partial<DealFacts> = {}): DealFacts => ({
  id: 'd1',
  name: 'Van Dalen Cold Chain',
  account: 'Van Dalen',
  status: 'won',
  stage: 'Won',
  owner: null,
  amountMinor: 8_640_000,
  currency: 'EUR',
  leadOn: '2025-10-22',
  openedOn: '2026-01-20',
  closedOn: '2026-04-17',
  selfReported: null,
  stages: [],
  rule: 'contacts',
  lookBackDays: 365,
  models: [
    { name: 'first', label: 'First', convention: null, words: 'all to the first touch' },
    { name: 'last', label: 'Last', convention: null, words: 'all to the last touch' },
    { name: 'linear', label: 'Linear', convention: null, words: 'the same to each touch' },
  ],
  rules: 'Touch rules version 2.',
  halfLife: 'half-life 30 days',
  touches: [
    sampleTouch('1', '2025-10-14', { keys: ['first'], weights: { first: 1, last: 0, linear: 1 / 3 } }),
    sampleTouch('2', '2026-01-15', {
      keys: ['opened'],
      contactId: 'k2',
      contact: 'Karel Smits',
      title: 'IT',
      what: 'Came to the dock day',
      campaign: 'c_dock',
      offline: true,
    }),
    sampleTouch('3', '2026-03-30', {
      keys: ['last'],
      what: 'Opened the pricing page',
      campaign: null,
      campaignFound: null,
      weights: { first: 0, last: 1, linear: 1 / 3 },
    }),
    sampleTouch('4', '2026-04-22', { what: 'Attended the onboarding webinar', notCounted: 'after-close', weights: null, minor: null }),
  ],
  ...over,
});
