/** The facts of one deal as its view takes them, out of the question `touches`. */
import type { StageEntered } from '../../../facts/questions/deal-rows.ts';
import type { Raw } from '../../../facts/questions/question.ts';
import type { Day } from '../../../kernel/day.ts';
import type { CampaignId } from '../../../kernel/ids.ts';
import { MODEL_WORDS, MODELS } from '../../../models/attribution/models.ts';
import type { DealFacts, DealTouch, NotCounted } from '../../../views/deal/deal.ts';
import { milestonesOf, sharesOf, type TouchShares } from '../../../views/deal/shares-of.ts';
import { halfLifeIn, type Cycle } from '../../../views/answers/half-life.ts';
import { versionWords } from '../../../views/answers/touch-rule.ts';
import { rowsIn } from './tables.ts';

export type FoundDeal = {
  readonly src: string;
  readonly id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly owner: string | null;
  readonly stage: string | null;
  readonly status: 'open' | 'won' | 'lost' | null;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly self_reported: string | null;
  readonly lead_self_reported: string | null;
  readonly opened_on: Day | null;
  readonly opened_at: string | null;
  readonly closed_on: Day | null;
  readonly lead_on: Day | null;
  readonly lead_at: string | null;
  readonly made_on: Day | null;
  readonly made_at: string | null;
  readonly rule: 'contact' | 'account' | 'none';
};
type FoundTouch = {
  readonly id: string;
  readonly touched_on: Day | null;
  readonly touched_at: string | null;
  readonly person: string | null;
  readonly title: string | null;
  readonly contact_id: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly what: string | null;
  readonly offline: boolean | null;
  readonly campaign_id: string | null;
  readonly why_not: string | null;
  readonly place: number | null;
  readonly arrived_on: Day | null;
  readonly late: boolean;
};

const WHY: { readonly [why: string]: NotCounted } = {
  'after the close': 'after-close',
  'look-back': 'outside-look-back',
  'left out': 'left-out',
  repeat: 'repeat',
};
const RULES = { contact: 'contacts', account: 'account', none: 'none' } as const;

/** Touches without a date cannot be placed; the question names them, the view leaves them out. */
export const dealFacts = (raw: Raw, stages: readonly StageEntered[]): DealFacts => {
  const deal = rowsIn<FoundDeal>(raw, 'deal')[0]!;
  const found = rowsIn<FoundTouch>(raw, 'rows').filter((touch) => touch.touched_on !== null);
  const halfLife = halfLifeIn(raw.rules, rowsIn<Cycle>(raw, 'cycle')[0]!);
  const counted = found.filter((touch) => touch.why_not === null).toSorted((a, b) => a.place! - b.place!);
  const shares = sharesOf(
    counted.map((touch) => ({ on: touch.touched_on!, at: touch.touched_at, channel: touch.channel })),
    milestonesOf(deal, raw.asOf),
    deal.status === 'won' ? deal.amount_minor : null,
    { halfLife: halfLife.days, direct: raw.rules.direct },
  );
  return {
    id: deal.id,
    name: deal.name ?? deal.account ?? deal.id,
    account: deal.account,
    status: deal.status,
    stage: deal.stage,
    owner: deal.owner,
    amountMinor: deal.amount_minor,
    currency: deal.currency,
    leadOn: deal.lead_on,
    openedOn: deal.opened_on,
    closedOn: deal.closed_on,
    selfReported: deal.self_reported ?? deal.lead_self_reported,
    stages: stages.map(({ stage, day }) => ({ stage, on: day })),
    rule: RULES[deal.rule],
    lookBackDays: raw.lookBackDays,
    models: MODELS.map((name) => ({
      name,
      label: MODEL_WORDS[name].label,
      convention: name === 'time-decay' ? `half-life ${halfLife.days} d` : MODEL_WORDS[name].convention,
      words: MODEL_WORDS[name].words,
    })),
    rules: versionWords(raw.rules),
    halfLife: halfLife.words,
    touches: found.map((touch) => touchOf(touch, touch.place === null ? undefined : shares[touch.place - 1])),
  };
};

const touchOf = (touch: FoundTouch, shares: TouchShares | undefined): DealTouch => ({
  id: touch.id,
  on: touch.touched_on!,
  contactId: touch.contact_id,
  contact: touch.person,
  title: touch.title,
  what: touch.what,
  channel: touch.channel,
  campaign: touch.campaign_id as CampaignId | null,
  campaignFound: touch.campaign,
  offline: touch.offline ?? false,
  notCounted: touch.why_not === null ? null : (WHY[touch.why_not] ?? 'not-closed'),
  arrivedLate: touch.late ? touch.arrived_on : null,
  keys: shares?.keys ?? [],
  weights: shares?.weights ?? null,
  minor: shares?.minor ?? null,
});
