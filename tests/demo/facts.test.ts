/** The rows of the demo: what was promised is there, it fits together, and nothing of it lies in the future. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayNumber } from '../../src/kernel/day.ts';
import { namesOf } from '../../src/domain/campaign/campaign.ts';
import { demo } from '../../src/demo/demo.ts';
import { AS_OF, bookOf, rowsOf } from './told-book.ts';

type Id = { readonly id: string };
type Account = Id & { readonly name: string; readonly domain: string };
type Contact = Id & { readonly account_id: string; readonly email: string };
type Lead = Id & { readonly account_id: string; readonly channel: string; readonly created_on: string };
type Deal = Id & {
  readonly account_id: string;
  readonly lead_id: string | null;
  readonly status: string;
  readonly amount: number | null;
  readonly stage: string;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly expected_on: string;
  readonly name: string;
};
type Touch = Id & {
  readonly contact_id: string | null;
  readonly account_id: string;
  readonly touched_on: string;
  readonly campaign: string | null;
  readonly channel: string;
  readonly offline: boolean;
};
type Spend = Id & { readonly amount: number; readonly campaign: string };
type Link = { readonly opportunity_id: string; readonly contact_id: string };
type Entry = { readonly opportunity_id: string; readonly stage: string; readonly entered_on: string };

const lademar = demo({ seed: 'lademar', asOf: AS_OF, scale: 1 });
const accounts = rowsOf<Account>(lademar, 'account');
const contacts = rowsOf<Contact>(lademar, 'contact');
const leads = rowsOf<Lead>(lademar, 'lead');
const deals = rowsOf<Deal>(lademar, 'opportunity');
const links = rowsOf<Link>(lademar, 'opportunity_contact');
const entries = rowsOf<Entry>(lademar, 'stage_entry');
const touches = rowsOf<Touch>(lademar, 'touch');
const spend = rowsOf<Spend>(lademar, 'spend');
const between = (n: number, low: number, high: number, what: string): void =>
  assert.ok(n >= low && n <= high, `${what}: ${n} is not between ${low} and ${high}`);
const won = deals.filter((d) => d.status === 'won' && (d.amount ?? 0) >= 0);
const lost = deals.filter((d) => d.status === 'lost');

const touchesBy = Map.groupBy(touches, (t) => t.account_id);
const peopleBy = Map.groupBy(links, (l) => l.opportunity_id);

/** Touches of a deal up to its close, by the rule of the product: linked people, else the account. */
const touchesOf = (deal: Deal): Touch[] => {
  const people = new Set((peopleBy.get(deal.id) ?? []).map((l) => l.contact_id));
  return (touchesBy.get(deal.account_id) ?? [])
    .filter((t) => people.size === 0 || (t.contact_id !== null && people.has(t.contact_id)))
    .filter((t) => deal.closed_on === null || t.touched_on.slice(0, 10) <= deal.closed_on)
    .toSorted((x, y) => (x.touched_on < y.touched_on ? -1 : 1));
};

describe('the facts of the demo', () => {
  test('are as many as was promised', () => {
    between(accounts.length, 2_000, 3_500, 'accounts');
    between(contacts.length / accounts.length, 3.5, 4.5, 'contacts an account');
    assert.ok(touches.length >= 20_000, `${touches.length} touches`);
    assert.ok(deals.length >= 400, `${deals.length} opportunities`);
    between(leads.length, 1_500, 4_000, 'leads');
    between(deals.filter((d) => (d.amount ?? 0) < 0).length, 1, 2, 'credit notes');
    between(deals.filter((d) => d.amount === null).length / deals.length, 0.04, 0.2, 'share without amount');
  });

  test('are as many on the first day of a quarter as on its last', () => {
    for (const asOf of ['2026-01-01', '2026-03-31', '2027-10-01']) {
      const other = demo({ seed: 'b', asOf, scale: 1 });
      assert.ok(rowsOf(other, 'touch').length >= 20_000, asOf);
      assert.ok(rowsOf(other, 'opportunity').length >= 400, asOf);
    }
  });

  test('are told apart by their ids, and names by their letters', () => {
    for (const rows of [accounts, contacts, leads, deals, touches, spend, rowsOf<Id>(lademar, 'work_done')])
      assert.equal(new Set(rows.map((r) => r.id)).size, rows.length);
    assert.equal(new Set(accounts.map((a) => a.name)).size, accounts.length);
    assert.equal(new Set(accounts.map((a) => a.domain)).size, accounts.length);
    assert.equal(new Set(contacts.map((c) => c.email)).size, contacts.length);
    for (const { email } of contacts) assert.match(email, /^[a-z0-9.-]+@[a-z0-9-]+\.example$/);
  });

  test('refer to what is there', () => {
    const ids = {
      account: new Set(accounts.map((a) => a.id)),
      contact: new Set(contacts.map((c) => c.id)),
      lead: new Set(leads.map((l) => l.id)),
      deal: new Set(deals.map((d) => d.id)),
    };
    for (const r of [...contacts, ...leads, ...deals, ...touches]) assert.ok(ids.account.has(r.account_id), r.id);
    for (const t of touches) assert.ok(t.contact_id === null || ids.contact.has(t.contact_id), t.id);
    for (const d of deals) assert.ok(d.lead_id === null || ids.lead.has(d.lead_id), d.id);
    for (const l of links) assert.ok(ids.deal.has(l.opportunity_id) && ids.contact.has(l.contact_id));
    for (const e of entries) assert.ok(ids.deal.has(e.opportunity_id));
    const refs = new Set([...bookOf(lademar).item.values()].map((i) => i.ref));
    for (const w of rowsOf<Id & { item: string }>(lademar, 'work_done')) assert.ok(refs.has(w.item), w.item);
  });

  test('lie in the past, but for the day by which sales hopes to close', () => {
    for (const { entity, rows } of lademar.loads) {
      for (const row of rows) {
        for (const [field, value] of Object.entries(row)) {
          if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) continue;
          dayNumber(value.slice(0, 10));
          if (field !== 'expected_on') assert.ok(value.slice(0, 10) <= AS_OF, `${entity} ${field} ${value}`);
        }
      }
    }
  });

  test('count money in whole cents, negative only in credit notes', () => {
    for (const r of [...deals, ...spend]) assert.ok(r.amount === null || Number.isSafeInteger(r.amount), r.id);
    for (const s of spend) assert.ok(s.amount >= 0, s.id);
    for (const d of deals) assert.ok((d.amount ?? 0) >= 0 || d.id.endsWith('-credit'));
  });

  test('go forward in time: leads before deals, stages in their order, closes after openings', () => {
    const entriesBy = Map.groupBy(entries, (e) => e.opportunity_id);
    const leadOn = new Map(leads.map((l) => [l.id, l.created_on]));
    for (const d of deals.filter((x) => !x.id.endsWith('-credit'))) {
      if (d.lead_id) assert.ok(leadOn.get(d.lead_id)! < d.opened_on, d.id);
      assert.ok(d.closed_on === null || d.closed_on > d.opened_on, d.id);
      const path = entriesBy.get(d.id)!;
      assert.deepEqual(
        path.map((e) => e.entered_on),
        path.map((e) => e.entered_on).toSorted(),
        d.id,
      );
      assert.equal(path[0]!.stage, 'Discovery');
      assert.equal(path[0]!.entered_on, d.opened_on);
      assert.equal(path.at(-1)!.stage, d.stage, d.id);
    }
  });

  test('win a believable share, whatever the seed', () => {
    between(won.length / (won.length + lost.length), 0.2, 0.35, 'won share of closed');
    for (const seed of ['1', '2', '3']) {
      const all = rowsOf<Deal>(demo({ seed, asOf: AS_OF, scale: 1 }), 'opportunity');
      const closed = all.filter((d) => d.closed_on);
      between(closed.filter((d) => d.status === 'won').length / closed.length, 0.2, 0.35, `won share, seed ${seed}`);
    }
  });

  test('have gaps to find: touches without campaign, names nobody knows, deals without touch', () => {
    const known = new Set([...bookOf(lademar).campaign.values()].flatMap(namesOf));
    const named = touches.filter((t) => t.channel !== 'Direct');
    between(named.filter((t) => t.campaign === null).length / named.length, 0.02, 0.08, 'untracked touches');
    between(
      named.filter((t) => t.campaign && !known.has(t.campaign.trim().toLowerCase())).length / named.length,
      0.004,
      0.04,
      'unknown names',
    );
    assert.ok(new Set(named.map((t) => t.campaign)).size > 3 * known.size * 0.25, 'campaigns are spelled in several ways');
    between(touches.filter((t) => t.contact_id === null).length / touches.length, 0.03, 0.2, 'touches of an account alone');
    between(touches.filter((t) => t.channel === 'Direct').length / touches.length, 0.02, 0.2, 'direct visits');
    between(deals.filter((d) => touchesOf(d).length === 0).length, 2, 20, 'dark deals');
    const strays = spend.filter((s) => !known.has(s.campaign.toLowerCase()));
    between(new Set(strays.map((s) => s.campaign)).size, 1, 3, 'spend names that match nothing');
  });

  test('load badges late: after the deals, and after Van Dalen was won', () => {
    const late = lademar.loads.filter((l) => l.late);
    const order = lademar.loads.map((l) => l.at);
    assert.deepEqual(order, order.toSorted());
    assert.equal(lademar.loads.at(-1), late[0]);
    const closedOn = new Map(deals.map((d) => [d.account_id, d.closed_on]));
    const badges = [...late[0]!.rows] as unknown as Touch[];
    assert.ok(badges.length > 50);
    assert.ok(badges.filter((t) => (closedOn.get(t.account_id) ?? '') > t.touched_on).length >= 3, 'several badges belong to closed deals');
  });

  test('tell the story of Van Dalen: nine touches, three people, a late badge', () => {
    const account = accounts.find((a) => a.name === 'Van Dalen Cold Chain')!;
    const deal = deals.find((d) => d.account_id === account.id)!;
    assert.deepEqual([deal.status, deal.amount], ['won', 8_640_000]);
    const path = touchesOf(deal);
    assert.equal(path.length, 9);
    assert.equal(new Set(path.map((t) => t.contact_id)).size, 3);
    assert.deepEqual(
      path.map((t) => t.channel),
      ['Paid search', 'Content', 'Fair', 'Webinar', 'Outreach', 'Dock day', 'Content', 'Reference', 'Direct'],
    );
    assert.deepEqual(
      path.filter((t) => t.offline).map((t) => t.channel),
      ['Fair', 'Dock day', 'Reference'],
    );
    const after = touches.filter((t) => t.account_id === account.id && t.touched_on.slice(0, 10) > deal.closed_on!);
    assert.equal(after.length, 1);
    const book = bookOf(lademar);
    const item = book.item.get(book.campaign.get('c_dock-antwerp')!.item!)!;
    assert.equal(item.request?.by, 'p_diego-ferrante');
    assert.ok(item.priority);
  });

  test('find Fjordgros in the dark', () => {
    const deal = deals.find((d) => d.name.startsWith('Fjordgros'))!;
    assert.deepEqual([deal.status, deal.amount, touchesOf(deal).length], ['won', 3_800_000, 0]);
  });
});
