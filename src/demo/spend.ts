/** Spend: what each campaign cost, by day for advertisements, by invoice for the rest. Whole cents; two names answer to no campaign. */
import { dayFromNumber } from '../kernel/day.ts';
import { splitMinor } from '../kernel/money.ts';
import type { Random } from '../kernel/random.ts';
import type { Campaign } from './campaigns.ts';
import type { Channel } from './channels.ts';
import { minorOf } from './priorities.ts';
import type { Row } from './row.ts';
import type { World } from './world.ts';

const ADS: readonly Channel[] = ['Paid search', 'Brand search', 'Social'];

/** Advertisements that somebody started in the ad platform and nobody planned. Days count from today, backwards. */
const STRAYS = [
  { name: 'Paid search | TEST competitors', channel: 'Paid search', from: 260, days: 38, euro: 3_900 },
  { name: 'boosted_post_0815', channel: 'Social', from: 120, days: 21, euro: 1_640 },
] as const;

/** Who bills which channel, and for which ad account; what is neither comes as an invoice. */
const BILLS: { readonly [C in Channel]?: { readonly platform: string; readonly account: string } } = {
  'Paid search': { platform: 'Google Ads', account: '481-516-2342' },
  'Brand search': { platform: 'Microsoft Ads', account: 'F118LDMR' },
};

/** Nobody has exported the cost of Microsoft Ads for so many days. */
const SILENT_DAYS = 23;

export function* spendRows(world: World): Generator<Row> {
  const { today } = world.calendar;
  for (const campaign of world.editions.flat()) {
    const r = world.root.fork(`spend ${campaign.key}`);
    const minor = minorOf(campaign.euro * (0.86 + 0.22 * r.next()), world.scale);
    const days = ADS.includes(campaign.channel) ? everyDay(campaign.from, campaign.to) : invoiceDays(campaign, r);
    for (const row of spread(campaign.key, days, minor, r)) {
      if (row.day <= lastDay(campaign.channel, today))
        yield spendRow(row, campaign.channel, campaign.shown, ADS.includes(campaign.channel) ? campaign.spelled.ads : campaign.name, r);
    }
  }
  for (const { name, channel, from, days, euro } of STRAYS) {
    const r = world.root.fork(`spend ${name}`);
    for (const row of spread(name, everyDay(today - from, today - from + days - 1), minorOf(euro, world.scale), r))
      yield spendRow(row, channel, channel, name, r);
  }
}

const lastDay = (channel: Channel, today: number): number => (BILLS[channel]?.platform === 'Microsoft Ads' ? today - SILENT_DAYS : today);

type Paid = { readonly id: string; readonly day: number; readonly minor: number };

const everyDay = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** Two to five invoices, from a little before the start to a little after the end. */
const invoiceDays = ({ from, to }: Campaign, r: Random): number[] =>
  Array.from({ length: r.whole(2, 5) }, () => r.whole(from - 10, Math.min(to, from + 80) + 12)).toSorted((a, b) => a - b);

/** The whole amount over the days, to the cent. */
const spread = (name: string, days: readonly number[], minor: number, r: Random): Paid[] => {
  const parts = splitMinor(
    minor,
    days.map(() => 0.4 + r.next()),
  );
  return days.map((day, n) => ({ id: `s-${name}-${n + 1}`, day, minor: parts[n]! }));
};

/** Cents for a click; a view in fifty is a click. */
const PER_CLICK = 210;

const spendRow = ({ id, day, minor }: Paid, channel: Channel, shown: string, campaign: string, r: Random): Row => {
  const bill = BILLS[channel];
  const clicks = ADS.includes(channel) ? Math.round((minor / PER_CLICK) * (0.7 + 0.6 * r.next())) : null;
  return {
    id,
    spent_on: dayFromNumber(day),
    channel: shown,
    campaign,
    amount: minor,
    currency: 'EUR',
    impressions: clicks === null ? null : Math.round(clicks * (30 + 40 * r.next())),
    clicks,
    ...(bill && { platform: bill.platform, ad_account: bill.account }),
  };
};
