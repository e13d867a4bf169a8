/** The facts are really drawn from the truth: estimates from rows alone come near it at ten times the size. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { daysBetween } from '../../src/kernel/day.ts';
import { namesOf } from '../../src/domain/campaign/campaign.ts';
import type { Channel } from '../../src/demo/channels.ts';
import { demo } from '../../src/demo/demo.ts';
import type { Lag } from '../../src/demo/draws.ts';
import { TRUE_CHANNELS } from '../../src/demo/truth.ts';
import { AS_OF, bookOf, rowsOf } from './told-book.ts';

type Account = { readonly id: string; readonly created_on: string; readonly attrs: { readonly market: string } };
type Lead = { readonly id: string; readonly account_id: string; readonly channel: Channel; readonly created_on: string };
type Deal = {
  readonly id: string;
  readonly account_id: string;
  readonly lead_id: string | null;
  readonly status: string;
  readonly opened_on: string;
  readonly closed_on: string | null;
};
type Touch = { readonly account_id: string; readonly channel: Channel; readonly campaign: string | null; readonly touched_on: string };

const large = demo({ seed: 'truth', asOf: AS_OF, scale: 10 });
const truth = large.truth();
const accounts = rowsOf<Account>(large, 'account');
const leads = rowsOf<Lead>(large, 'lead');
const deals = rowsOf<Deal>(large, 'opportunity').filter((d) => !truth.told.includes(d.account_id));
const touches = rowsOf<Touch>(large, 'touch');
const book = bookOf(large);
const marketOf = new Map(accounts.map((a) => [a.id, a.attrs.market]));
const dealOfLead = new Map(deals.filter((d) => d.lead_id).map((d) => [d.lead_id!, d]));

const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)]!;
/** Share of a lag that has come within `days`. */
const within = (lag: Lag, days: number): number => {
  if (days <= 0) return 0;
  if (lag.family === 'weibull') return 1 - Math.exp(-Math.LN2 * (days / lag.medianDays) ** lag.shape);
  return normal(Math.log(days / lag.medianDays) / lag.sigma);
};
/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
const normal = (x: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
};

describe('known truth', () => {
  for (const channel of Object.keys(TRUE_CHANNELS) as Channel[]) {
    const { lag, byMarket } = truth.channels[channel];
    const ours = leads.filter((l) => l.channel === channel && !truth.told.includes(l.account_id));
    if (ours.length < 300) continue;

    test(`${channel}: as many leads became opportunities as share and lag say, counting how long each was watched`, () => {
      let expected = 0;
      for (const l of ours)
        expected += byMarket[marketOf.get(l.account_id) as keyof typeof byMarket].converts * within(lag, daysBetween(l.created_on, AS_OF));
      const found = ours.filter((l) => dealOfLead.has(l.id)).length;
      const tolerance = 3.5 * Math.sqrt(expected) + 0.06 * expected;
      assert.ok(Math.abs(found - expected) <= tolerance, `${found} found, ${expected.toFixed(1)} expected`);
    });

    test(`${channel}: half of those that came, came within the true median`, () => {
      const seasoned = ours.filter((l) => within(lag, daysBetween(l.created_on, AS_OF)) > 0.99);
      const lags = seasoned.flatMap((l) => (dealOfLead.has(l.id) ? [daysBetween(l.created_on, dealOfLead.get(l.id)!.opened_on)] : []));
      assert.ok(lags.every((d) => d >= 1));
      if (lags.length < 80) return;
      const tolerance = lag.medianDays * (0.03 + 3 / Math.sqrt(lags.length));
      assert.ok(
        Math.abs(median(lags) - 0.5 - lag.medianDays) <= tolerance,
        `median ${median(lags)} of ${lags.length}, true ${lag.medianDays}`,
      );
    });
  }

  test('over all channels, lags fall evenly over their true distributions', () => {
    const places = leads.flatMap((l) => {
      const { lag } = truth.channels[l.channel];
      const deal = dealOfLead.get(l.id);
      const seasoned = within(lag, daysBetween(l.created_on, AS_OF)) > 0.99;
      return deal && seasoned ? [within(lag, daysBetween(l.created_on, deal.opened_on) - 0.5)] : [];
    });
    const mean = places.reduce((sum, p) => sum + p, 0) / places.length;
    assert.ok(places.length > 2_000, `${places.length}`);
    assert.ok(Math.abs(mean - 0.5) < 0.02, `mean place ${mean.toFixed(3)} of ${places.length}`);
  });

  test('markets differ as they truly do', () => {
    const share = (market: string): number => {
      const seasoned = leads.filter(
        (l) =>
          ['Webinar', 'Outreach', 'Dock day'].includes(l.channel) &&
          marketOf.get(l.account_id) === market &&
          daysBetween(l.created_on, AS_OF) > 250,
      );
      return seasoned.filter((l) => dealOfLead.has(l.id)).length / seasoned.length;
    };
    assert.ok(
      share('Netherlands') > share('Germany') * 1.02 && share('Germany') > share('France') * 1.1,
      `${share('Netherlands')} ${share('Germany')} ${share('France')}`,
    );
  });

  test('won and lost deals last as long as they truly do, and the channel decides how many are won', () => {
    const seasoned = deals.filter((d) => daysBetween(d.opened_on, AS_OF) > 420);
    for (const [status, { medianDays }] of [
      ['won', truth.closing.won],
      ['lost', truth.closing.lost],
    ] as const) {
      const days = seasoned.filter((d) => d.status === status).map((d) => daysBetween(d.opened_on, d.closed_on!));
      assert.ok(Math.abs(median(days) - 0.5 - medianDays) < medianDays * 0.12, `${status}: ${median(days)} of ${days.length}`);
    }
    const channelOf = new Map(leads.map((l) => [l.id, l.channel]));
    for (const channel of Object.keys(TRUE_CHANNELS) as Channel[]) {
      const closed = seasoned.filter((d) => d.closed_on !== null && channelOf.get(d.lead_id ?? '') === channel);
      if (closed.length < 60) continue;
      const p = truth.channels[channel].wins;
      const share = closed.filter((d) => d.status === 'won').length / closed.length;
      assert.ok(Math.abs(share - p) < 3.5 * Math.sqrt((p * (1 - p)) / closed.length), `${channel}: ${share.toFixed(3)} won, truly ${p}`);
    }
    const still = seasoned.filter((d) => d.closed_on === null).length / seasoned.length;
    assert.ok(still > 0.01 && still < 0.06, `${still} never close`);
  });

  test('touches come at their true rates', () => {
    for (const [key, issues] of [
      ['dock-eindhoven', 1],
      ['waiting-study', 1],
      ['webinar-yard', 1],
      ['food-outreach', 1],
    ] as const) {
      const campaign = truth.campaigns[`c_${key}`]!;
      const names = namesOf(book.campaign.get(`c_${key}`)!);
      const found = touches.filter((t) => t.campaign && names.includes(t.campaign.trim().toLowerCase())).length / 0.943;
      const expected = campaign.reached * truth.channels[campaign.channel].touchesPerReach * issues;
      // Content is also what people come back to while a deal is open.
      assert.ok(
        found / expected > 0.93 && found / expected < (campaign.channel === 'Content' ? 1.25 : 1.07),
        `${key}: ${found.toFixed(0)} found, ${expected.toFixed(0)} expected`,
      );
    }
  });

  /** Of accounts known before a campaign began: how many opened a deal in the 200 days after it, reached and not reached. */
  const lift = (key: string): { readonly z: number; readonly reached: number; readonly others: number } => {
    const { from, to } = book.campaign.get(`c_${key}`)!;
    const names = namesOf(book.campaign.get(`c_${key}`)!);
    const reachedIds = new Set(
      touches.filter((t) => t.campaign && names.includes(t.campaign.trim().toLowerCase())).map((t) => t.account_id),
    );
    const opened = new Set(deals.filter((d) => d.opened_on > to && daysBetween(to, d.opened_on) <= 200).map((d) => d.account_id));
    const known = accounts.filter((a) => a.created_on < from);
    const rate = (group: readonly Account[]): number => group.filter((a) => opened.has(a.id)).length / group.length;
    const ours = known.filter((a) => reachedIds.has(a.id));
    const others = known.filter((a) => !reachedIds.has(a.id));
    const pooled = rate(known);
    const z = (rate(ours) - rate(others)) / Math.sqrt(pooled * (1 - pooled) * (1 / ours.length + 1 / others.length));
    return { z, reached: rate(ours), others: rate(others) };
  };

  for (const key of ['paper-outreach', 'postcards', 'webinar-data']) {
    test(`${key} causes nothing: accounts it reached do not differ from the others`, () => {
      assert.equal(truth.campaigns[`c_${key}`]!.opportunities, 0);
      const { z, reached, others } = lift(key);
      assert.ok(Math.abs(z) < 3.3, `z ${z.toFixed(2)}: ${reached.toFixed(3)} against ${others.toFixed(3)}`);
    });
  }
  for (const key of ['food-outreach', 'outreach-pilot', 'webinar-carriers']) {
    test(`${key} causes something: accounts it reached open more deals`, () => {
      assert.ok(truth.campaigns[`c_${key}`]!.opportunities > 20);
      const { z, reached, others } = lift(key);
      assert.ok(z > 3.3, `z ${z.toFixed(2)}: ${reached.toFixed(3)} against ${others.toFixed(3)}`);
    });
  }

  test('the search for our own name harvests and causes nothing', () => {
    const { opportunities, wonMinor, harvested } = truth.campaigns['c_brand-search']!;
    assert.deepEqual([opportunities, wonMinor], [0, 0]);
    assert.ok(harvested > 300);
  });

  test('what campaigns caused and what would have come anyway is all there is', () => {
    const caused = Object.values(truth.campaigns).reduce((sum, c) => sum + c.opportunities, 0);
    const since = book.outcome.values().next().value!.from;
    const opened = deals.filter((d) => d.opened_on >= since).length;
    assert.equal(caused + truth.baseline.opportunities, opened);
    const campaignLeads = Object.values(truth.campaigns).reduce((sum, c) => sum + c.leads, 0);
    assert.equal(campaignLeads, leads.filter((l) => l.channel !== 'Direct' && !truth.told.includes(l.account_id)).length);
    assert.ok(caused / opened > 0.5 && caused / opened < 0.8, `${caused} of ${opened}`);
  });

  test('some campaigns have no effect, most have', () => {
    const all = Object.values(truth.campaigns);
    const idle = all.filter((c) => c.strength === 0 && c.lift === undefined);
    assert.ok(idle.length >= 6 && idle.length <= 14, `${idle.length} of ${all.length}`);
  });
});
