/**
 * Invented companies whose end is known, for asking whether forecasts hold: those of the demo generator, and small ones that
 * share a market (each quarter all deals are won more or less easily) or do not.
 */
import { diceOf } from '../../src/models/outcome-forecast/dice.ts';
import { fitOf } from '../../src/models/outcome-forecast/fit.ts';
import { firstClose, knownBy, type Past, type PastDeal } from '../../src/models/outcome-forecast/past.ts';
import { futuresOf } from '../../src/models/outcome-forecast/futures.ts';
import type { FigureName } from '../../src/models/outcome-forecast/figures.ts';
import { valueOn } from '../../src/models/outcome-forecast/value-on.ts';
import { evenQuantiles } from '../../src/models/outcome-forecast/what-if.ts';
import { normalQuantile } from '../../src/models/normal.ts';
import { demoPast } from './demo-past.ts';

export type Held = { readonly most: boolean; readonly half: boolean; readonly above: boolean };

/** Did the intervals of a forecast made on `day` hold what happened within `days`? */
export const heldOn = (past: Past, figure: FigureName, day: number, days: number, seed: string, draws = 1_000): Held => {
  const known = knownBy(past, day);
  const { values } = futuresOf({ known, fit: fitOf(known, day, days), checkpoints: [days], draws, seed });
  const q = evenQuantiles(values[figure], 200);
  const happened = figure === 'pipelineMinor' ? valueOn(past, figure, 0, day + days) : valueOn(past, figure, day + 1, day + days);
  const inside = (low: number, high: number): boolean => happened >= q[low]! && happened <= q[high]!;
  return { most: inside(20, 179), half: inside(50, 149), above: happened > q[179]! };
};

export const HORIZON = 90;

/**
 * The demo company, looked at on a day from seven to thirteen months before its end: what follows is known. Its last months are
 * left out: there the story begins a programme of reference calls that no record of the months before can foretell.
 */
export const demoHeld = (seed: number, figure: FigureName = 'wonMinor', late = false): Held => {
  const { past, today } = demoPast({ seed: `truth ${seed}`, asOf: '2026-05-12', scale: 1 });
  const day = today - HORIZON - (late ? 0 : 130 + ((seed * 37) % 180));
  return heldOn(past, figure, day, HORIZON, `held ${seed}`);
};

/** Two years and a quarter: about two deals a week, a third never close, lognormal lags, and a market with correlation `rho`. */
export const smallCompany = (seed: number, rho: number): { readonly past: Past; readonly day: number } => {
  const dice = diceOf(`company ${seed} ${rho}`);
  const end = 2 * 365 + HORIZON;
  const quarters = Array.from({ length: Math.ceil(end / HORIZON) + 1 }, () => dice.normal());
  const deals: PastDeal[] = [];
  for (let week = 0; week < end / 7; week++) {
    for (let n = dice.poisson(2.4); n > 0; n--) {
      const opened = week * 7 + Math.floor(dice.uniform() * 7);
      const ends = dice.uniform() < 0.93;
      const lasts = Math.max(1, Math.round(55 * Math.exp(0.55 * dice.normal())));
      // How easily deals are won in the quarter in which this one is decided.
      const market = quarters[Math.floor((opened + lasts) / HORIZON)] ?? 0;
      const won = ends && Math.sqrt(rho) * market + Math.sqrt(1 - rho) * dice.normal() < normalQuantile(0.3);
      const closed = ends ? opened + lasts : null;
      const minor = Math.round(20_000 * Math.exp(0.6 * dice.normal())) * 100;
      if (opened > end) continue;
      deals.push({
        opened,
        closed: closed !== null && closed <= end ? closed : null,
        won: won && closed !== null && closed <= end,
        minor,
        segment: '',
        stages: [],
        amounts: [],
        lead: null,
      });
    }
  }
  return { past: { since: firstClose(deals)!, deals, leads: [], amountsAtClose: false }, day: end - HORIZON };
};

export const smallHeld = (seed: number, rho: number): Held => {
  const { past, day } = smallCompany(seed, rho);
  return heldOn(past, 'wonMinor', day, HORIZON, `small ${seed}`);
};
