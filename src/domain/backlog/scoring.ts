/**
 * Scores of a work item: what was said for RICE, ICE and WSJF, and what share of an outcome's gap it should close.
 * Only what people said stands here; the formulas are models, and no rule hangs on them. null takes a score back.
 */
import type { ItemId, OutcomeId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, oneOf, stands, type Basic } from '../check.ts';
import type { ItemPart } from './item-part.ts';
import type { Ice, Rice, Wsjf } from './item.ts';
import { ICE_VARIANTS } from './practice.ts';

export const RICE_IMPACTS: readonly number[] = [3, 2, 1, 0.5, 0.25];
export const RICE_CONFIDENCES: readonly number[] = [100, 80, 50];

export type ScoringCommand =
  | { readonly type: 'item/score-rice'; readonly id: ItemId; readonly rice: Rice | null }
  | { readonly type: 'item/score-ice'; readonly id: ItemId; readonly ice: Ice | null }
  | { readonly type: 'item/score-wsjf'; readonly id: ItemId; readonly wsjf: Wsjf | null }
  /** Of the way from the outcome's baseline to its target, this item is estimated to go `percent`. */
  | { readonly type: 'item/estimate-value'; readonly id: ItemId; readonly outcome: OutcomeId; readonly percent: number | null };
export type ScoringEvent =
  | { readonly type: 'item/rice-scored'; readonly id: ItemId; readonly rice: Rice | null }
  | { readonly type: 'item/ice-scored'; readonly id: ItemId; readonly ice: Ice | null }
  | { readonly type: 'item/wsjf-scored'; readonly id: ItemId; readonly wsjf: Wsjf | null }
  | { readonly type: 'item/value-estimated'; readonly id: ItemId; readonly outcome: OutcomeId; readonly percent: number | null };

export type OutOfRange = { readonly code: 'out-of-range'; readonly field: string; readonly least: number; readonly most: number };
type Check = Result<null, Basic | OutOfRange>;

const within = (field: string, value: number, least: number, most: number): Check =>
  Number.isFinite(value) && value >= least && value <= most ? ok(null) : refuse({ code: 'out-of-range', field, least, most });
const first = (...checks: readonly Check[]): Check => checks.find((c) => !c.ok) ?? ok(null);
const choice = (field: string, value: number, choices: readonly number[]): Check => oneOf(field, String(value), choices.map(String));

const riceFits = ({ reach, impact, confidence, effortMonths }: Rice): Check =>
  first(
    amount('reach', reach),
    choice('impact', impact, RICE_IMPACTS),
    choice('confidence', confidence, RICE_CONFIDENCES),
    within('effortMonths', effortMonths, 0.01, 1000),
  );
const iceFits = ({ variant, impact, confidence, last }: Ice): Check =>
  first(
    oneOf('variant', variant, ICE_VARIANTS),
    ...Object.entries({ impact, confidence, [variant]: last }).map(([f, n]) => within(f, n, 1, 10)),
  );
const wsjfFits = (wsjf: Wsjf): Check =>
  first(...(['value', 'urgency', 'enablement', 'jobSize'] as const).map((field) => within(field, wsjf[field], 1, 20)));

const same = (a: object | null, b: object | null): boolean => JSON.stringify(a) === JSON.stringify(b);

export const scoring: ItemPart<ScoringCommand, ScoringEvent, Basic | OutOfRange> = {
  decide: {
    'item/score-rice': (i, { id, rice }) => {
      const checked = first(stands('item', id, i), rice ? riceFits(rice) : ok(null));
      if (!checked.ok) return checked;
      const said = rice && { reach: rice.reach, impact: rice.impact, confidence: rice.confidence, effortMonths: rice.effortMonths };
      return ok(same(i!.scores.rice, said) ? [] : [{ type: 'item/rice-scored', id, rice: said }]);
    },
    'item/score-ice': (i, { id, ice }) => {
      const checked = first(stands('item', id, i), ice ? iceFits(ice) : ok(null));
      if (!checked.ok) return checked;
      const said = ice && { variant: ice.variant, impact: ice.impact, confidence: ice.confidence, last: ice.last };
      return ok(same(i!.scores.ice, said) ? [] : [{ type: 'item/ice-scored', id, ice: said }]);
    },
    'item/score-wsjf': (i, { id, wsjf }) => {
      const checked = first(stands('item', id, i), wsjf ? wsjfFits(wsjf) : ok(null));
      if (!checked.ok) return checked;
      const said = wsjf && { value: wsjf.value, urgency: wsjf.urgency, enablement: wsjf.enablement, jobSize: wsjf.jobSize };
      return ok(same(i!.scores.wsjf, said) ? [] : [{ type: 'item/wsjf-scored', id, wsjf: said }]);
    },
    'item/estimate-value': (i, { id, outcome, percent }, _, book) => {
      const checked = first(
        all(stands('item', id, i), stands('outcome', outcome, book.outcome.get(outcome))),
        within('percent', percent ?? 0, 0, 100),
      );
      if (!checked.ok) return checked;
      const now = i!.values.find((v) => v.outcome === outcome)?.percent ?? null;
      return ok(now === percent ? [] : [{ type: 'item/value-estimated', id, outcome, percent }]);
    },
  },
  evolve: {
    'item/rice-scored': (i, { rice }) => ({ ...i!, scores: { ...i!.scores, rice } }),
    'item/ice-scored': (i, { ice }) => ({ ...i!, scores: { ...i!.scores, ice } }),
    'item/wsjf-scored': (i, { wsjf }) => ({ ...i!, scores: { ...i!.scores, wsjf } }),
    'item/value-estimated': (i, { outcome, percent }) => {
      const others = i!.values.filter((v) => v.outcome !== outcome);
      return { ...i!, values: percent === null ? others : [...others, { outcome, percent }] };
    },
  },
};
