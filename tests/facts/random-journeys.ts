/** Random companies in which journeys go every way they can: people linked, only accounts, addresses, shared people, hours or days. */
import fc from 'fast-check';
import type { Rows } from './company.ts';

const among = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });
const day = fc.integer({ min: 0, max: 420 }).map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const hour = maybe(fc.integer({ min: 0, max: 23 }));
const at = (on: string | null, h: number | null): string | null =>
  on === null || h === null ? null : `${on} ${String(h).padStart(2, '0')}:00:00`;

const CONTACTS = ['c1', 'c2', 'c3', 'c4', 'c5'];
const ACCOUNTS = ['A', 'B', 'C'];

const touch = fc.record({
  contact_id: fc.option(among(...CONTACTS, 'nobody'), { nil: null, freq: 2 }),
  account_id: maybe(among(...ACCOUNTS)),
  visitor: maybe(among('v1', 'v2', 'v3')),
  email: maybe(among('c1@a.example', ' C2@A.example', 'stranger@x.example')),
  on: maybe(day),
  hour,
  channel: maybe(among('Web', 'Mail', 'direct')),
  campaign: maybe(among('A', ' a ', 'b', 'c', 'who?')),
  kind: maybe(among('visit', 'click')),
  offline: fc.boolean(),
});
const deal = fc.record({
  account_id: maybe(among(...ACCOUNTS)),
  people: fc.uniqueArray(among(...CONTACTS), { maxLength: 3 }),
  status: among('won', 'won', 'lost', 'open'),
  opened_on: day,
  lasts: fc.integer({ min: 0, max: 200 }),
  hour,
  lead: maybe(among('l1', 'l2')),
  amount_minor: maybe(fc.integer({ min: -5_000, max: 90_000 })),
  currency: among('EUR', 'EUR', 'EUR', 'USD'),
});

/** Tables of a company with up to nine deals, by way of companyWith. */
export const journeyRows: fc.Arbitrary<Rows> = fc
  .record({
    touches: fc.array(touch, { maxLength: 40 }),
    deals: fc.array(deal, { minLength: 1, maxLength: 9 }),
    lead: day,
    leadHour: hour,
    made: fc.array(fc.record({ on: maybe(day), hour }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ touches, deals, lead, leadHour, made }) => ({
    account: ACCOUNTS.map((id) => ({ id, domain: `${id.toLowerCase()}.example` })),
    // The fifth is of an account by its domain only; a domain is likely, not certain.
    contact: CONTACTS.map((id, i) => ({
      id,
      account_id: i === 4 ? null : ACCOUNTS[i % 2]!,
      email: i === 4 ? `${id}@c.example` : `${id}@a.example`,
      created_on: made[i]!.on,
      created_at: at(made[i]!.on, made[i]!.hour),
    })),
    visitor_link: [
      { id: 'k1', visitor: 'v1', contact_id: 'c1', since_on: '2025-06-01' },
      { id: 'k2', visitor: 'v2', contact_id: 'c2', since_on: null },
    ],
    lead: [
      { id: 'l1', created_on: lead, created_at: at(lead, leadHour), channel: 'Web' },
      { id: 'l2', created_on: null, created_at: null, channel: null },
    ],
    opportunity: deals.map(({ account_id, status, opened_on, lasts, hour: h, lead: lead_id, amount_minor, currency }, i) => {
      const closed = new Date(Date.parse(opened_on) + lasts * 86_400_000).toISOString().slice(0, 10);
      const closed_on = status === 'open' ? null : closed;
      return {
        id: `d${i}`,
        account_id,
        status,
        opened_on,
        opened_at: at(opened_on, h),
        closed_on,
        closed_at: at(closed_on, h),
        lead_id,
        amount_minor,
        currency,
      };
    }),
    opportunity_contact: deals.flatMap(({ people }, i) => people.map((contact_id) => ({ opportunity_id: `d${i}`, contact_id }))),
    touch: touches.map(({ on, hour: h, ...rest }, i) => ({ id: `t${i}`, ...rest, touched_on: on, touched_at: at(on, h) })),
    thread_campaign: [
      { campaign_id: 'c_a', name: 'Campaign A', item_id: 'w_1', priority_id: null, guidepoint: '2025-Q2', foundational: false },
      { campaign_id: 'c_b', name: 'Campaign B', item_id: null, priority_id: 'r_2', guidepoint: '2025-Q3', foundational: false },
      { campaign_id: 'c_c', name: 'Campaign C', item_id: null, priority_id: null, guidepoint: null, foundational: false },
    ],
    thread_item: [{ item_id: 'w_1', ref: 'W-1', title: 'One', priority_id: 'r_1', foundational: false }],
    thread_outcome: [
      { priority_id: 'r_1', outcome_id: 'u_1', objective_id: 'o_1' },
      { priority_id: 'r_1', outcome_id: 'u_2', objective_id: 'o_1' },
      { priority_id: 'r_2', outcome_id: 'u_3', objective_id: 'o_2' },
    ],
    campaign_name: [
      { found: 'a', campaign_id: 'c_a' },
      { found: 'b', campaign_id: 'c_b' },
      { found: 'c', campaign_id: 'c_c' },
    ],
  }));
