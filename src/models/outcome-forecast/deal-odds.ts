/**
 * Deal odds: by which of the coming days a deal is won or lost, for one draw of the hazards.
 *
 * In    win, loss   daily hazards by age group (hazards.ts);  effect of the stage it stands in (stage-effect.ts)
 *       age         days since it was opened, survived; −1 for one that is opened on the first day
 *       days        how far to look, ≥ 1
 * Out   won, lost   share won or lost by the end of each day ahead (index 0: the first), never falling, sum at most 1
 *
 * The stage a deal stands in says less and less about it: its effect holds for SOON days, a weaker one for EFFECT_DAYS.
 * Source: cumulative incidence of two competing ends in discrete time, as Aalen–Johansen sums it.
 */
import { GROUPS, OLDEST } from './hazards.ts';
import { SOON, type StageEffect } from './stage-effect.ts';

const EFFECT_DAYS = 119;

export type Odds = { readonly won: Float64Array; readonly lost: Float64Array };

export const oddsOf = (win: Float64Array, loss: Float64Array, effect: StageEffect, age: number, days: number): Odds => {
  const won = new Float64Array(days);
  const lost = new Float64Array(days);
  let [open, w, l] = [1, 0, 0];
  for (let t = 1; t <= days; t++) {
    const g = GROUPS[Math.min(OLDEST, age + t)]!;
    let hw = win[g]!;
    let hl = loss[g]!;
    if (t <= SOON) {
      hw *= effect.winSoon;
      hl *= effect.lossSoon;
    } else if (t <= EFFECT_DAYS) {
      hw *= effect.winLater;
      hl *= effect.lossLater;
    }
    const over = hw + hl;
    const scale = over > 0.95 ? 0.95 / over : 1;
    w += open * hw * scale;
    l += open * hl * scale;
    open *= 1 - over * scale;
    won[t - 1] = w;
    lost[t - 1] = l;
  }
  return { won, lost };
};
