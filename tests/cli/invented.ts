/** A small company invented from a seed: its files, and what plain JavaScript counts in them. */
import { addDays } from '../../src/kernel/day.ts';
import { random } from '../../src/kernel/random.ts';

export type Lead = { readonly id: string; readonly created: string; readonly channel: string };
export type Deal = {
  readonly id: string;
  readonly lead: string;
  readonly owner: string;
  readonly stage: 'Won' | 'Lost' | 'Proposal';
  readonly opened: string;
  readonly closed: string;
  readonly cents: number | null;
};
export type Invented = {
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
  readonly files: { readonly [name: string]: string };
};

const CHANNELS = ['Search', 'Fair, offline', 'unknown', '', 'E-mail "weekly"'];
const OWNERS = ['Åsa Öberg', 'Li Wei', 'N. O’Dowd'];

/** Leads over a year and a half, some of which became deals. */
export const invented = (seed: string): Invented => {
  const r = random(seed);
  const leads = Array.from({ length: r.whole(150, 400) }, (_, i): Lead => ({
    id: `L-${i + 1}`,
    created: addDays('2024-01-01', r.whole(0, 540)),
    channel: r.pick(CHANNELS),
  }));
  const deals = leads
    .filter(() => r.chance(0.35))
    .map((lead, i): Deal => {
      const stage = r.pick(['Won', 'Won', 'Lost', 'Proposal'] as const);
      const opened = addDays(lead.created, r.whole(0, 40));
      return {
        id: `D-${i + 1}`,
        lead: lead.id,
        owner: r.pick(OWNERS),
        stage,
        opened,
        closed: stage === 'Proposal' ? '' : addDays(opened, r.whole(1, 90)),
        cents: stage === 'Won' || r.chance(0.5) ? r.whole(100, 9_000_000) : null,
      };
    });
  const files = {
    'leads.csv': csv(
      ['lead_id', 'created_date', 'channel'],
      leads.map((l) => [l.id, l.created, l.channel]),
    ),
    'deals.csv': csv(
      ['deal_id', 'lead_id', 'owner', 'stage', 'open_date', 'close_date', 'amount'],
      deals.map((d) => [d.id, d.lead, d.owner, d.stage, d.opened, d.closed, d.cents === null ? '' : (d.cents / 100).toFixed(2)]),
    ),
  };
  return { leads, deals, files };
};

const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n');

/** Quantile by linear interpolation (type 7) of numbers in order. */
export const quantile = (sorted: readonly number[], p: number): number => {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  return sorted[low]! + (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!) * (at - low);
};

/** Wilson interval at 95 %. */
export const wilsonOf = (k: number, n: number): readonly [low: number, high: number] => {
  const z = 1.959963984540054;
  const p = k / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};
