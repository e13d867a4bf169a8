/**
 * Pulse: what one lead more brings, on average, by each day after it came.
 *
 * In    fit      its way from lead to deal must be known (leads not null)
 *       figure   what is counted;  channel as the leads name it; one never seen has the mean effect of late leads
 *       days     how far
 * Out   index u: expected value by the end of day u after the lead came (0: the day itself); in the figure's unit. Adds up
 *       over time, but for the pipeline, which is what stands open then
 *       null     nobody knows how leads become deals here
 *
 * A mean over all leads of a channel in the past. Whether more of the same brings as much is not known from it.
 * Checked against: the simulation's own means (simulate.test.ts).
 */
import { oddsOf } from './deal-odds.ts';
import type { Fit } from './fit.ts';
import { becoming } from './lead-way.ts';
import type { FigureName } from './figures.ts';
import { NO_EFFECT } from './stage-effect.ts';

export const pulseOf = (fit: Fit, figure: FigureName, channel: string, days: number): Float64Array | null => {
  if (!fit.leads) return null;
  const effect = fit.leads.channels.get(channel) ?? fit.leads.mix;
  const opens = becoming(fit.leads, -1, effect, days + 1);
  const { won, lost } = oddsOf(fit.win, fit.loss, NO_EFFECT, -1, days + 1);
  const mean = fit.amounts.all.length === 0 ? 0 : fit.amounts.all.reduce((a, b) => a + b, 0) / fit.amounts.all.length;
  const after = (u: number): number => {
    if (figure === 'opened') return 1;
    if (figure === 'won') return won[u]!;
    if (figure === 'lost') return lost[u]!;
    return figure === 'wonMinor' ? mean * won[u]! : mean * (1 - won[u]! - lost[u]!);
  };
  const found = new Float64Array(days + 1);
  for (let opened = 0; opened <= days; opened++)
    for (let u = opened; u <= days; u++) found[u] = found[u]! + opens[opened]! * after(u - opened);
  return found;
};

/** Leads expected of one campaign of a channel: the mean of those before it; `from` says of how many, `own` whether of its own channel. */
export const leadsPerCampaign = (
  { perCampaign }: { readonly perCampaign: ReadonlyMap<string, readonly number[]> },
  channel: string,
): { readonly leads: number; readonly from: number; readonly own: boolean } | null => {
  const own = perCampaign.get(channel) ?? [];
  const all = own.length >= LEAST ? own : [...perCampaign.values()].flat();
  return all.length < LEAST ? null : { leads: all.reduce((a, b) => a + b, 0) / all.length, from: all.length, own: own.length >= LEAST };
};
const LEAST = 3;
