/** Touches of a deal: each with whether it counts, why, and its weight and money under every model. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { money } from '../../kernel/money.ts';
import { MODELS } from '../../models/attribution/models.ts';
import { milestonesOf, sharesOf, type TouchShares } from '../deal/shares-of.ts';
import { touchRule } from './touch-rule.ts';
import { finding } from './findings.ts';
import { coverageOf, frame } from './frame.ts';
import { halfLifeIn, type Cycle } from './half-life.ts';
import { table, type Raw } from './raw.ts';
import { listed, many } from './words.ts';

type Deal = {
  readonly src: string;
  readonly id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly owner: string | null;
  readonly product: string | null;
  readonly stage: string | null;
  readonly status: 'open' | 'won' | 'lost' | null;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly self_reported: string | null;
  readonly opened_on: Day | null;
  readonly opened_at: string | null;
  readonly closed_on: Day | null;
  readonly expected_on: Day | null;
  readonly lead_id: string | null;
  readonly lead_on: Day | null;
  readonly lead_at: string | null;
  readonly made_on: Day | null;
  readonly made_at: string | null;
  readonly lead_channel: string | null;
  readonly lead_campaign: string | null;
  readonly lead_self_reported: string | null;
  readonly rule: 'contact' | 'account' | 'none';
  readonly people: number;
};
type Touch = {
  readonly src: string;
  readonly id: string;
  readonly touched_on: Day | null;
  readonly touched_at: string | null;
  readonly person: string | null;
  readonly title: string | null;
  readonly contact_id: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly kind: string | null;
  readonly what: string | null;
  readonly offline: boolean | null;
  readonly campaign_id: string | null;
  readonly campaign_name: string | null;
  readonly guidepoint: string | null;
  readonly item_id: string | null;
  readonly item_ref: string | null;
  readonly item_title: string | null;
  readonly priority_id: string | null;
  readonly outcomes: readonly string[] | null;
  readonly objectives: readonly string[] | null;
  readonly rule: 'contact' | 'account';
  readonly why_not: string | null;
  readonly place: number | null;
  readonly arrived_on: Day | null;
  readonly late: boolean;
};

export const dressTouches = (raw: Raw): Answer => {
  const deal = table<Deal>(raw, 'deal')[0]!;
  const touches = table<Touch>(raw, 'rows');
  const counted = touches.filter((t) => t.why_not === null).toSorted((a, b) => a.place! - b.place!);
  const untracked = counted.filter((t) => t.campaign_id === null);
  const late = counted.filter((t) => t.late);
  const after = touches.filter((t) => t.why_not === 'after the close');
  const said = deal.self_reported ?? deal.lead_self_reported;
  const first = counted[0];
  const halfLife = halfLifeIn(raw.rules, table<Cycle>(raw, 'cycle')[0]!);
  const shares = sharesOf(
    counted.map((t) => ({ on: t.touched_on!, at: t.touched_at, channel: t.channel })),
    milestonesOf(deal, raw.asOf),
    deal.status === 'won' ? deal.amount_minor : null,
    { halfLife: halfLife.days, direct: raw.rules.direct },
  );
  return frame(raw, {
    means: [
      `Every touch of ${deal.name ?? `deal ${deal.id}`}, in order of time.`,
      touchRule(raw),
      `Time decay has a ${halfLife.words}.`,
      'Weights sum to 1 and money to the deal to the cent under each model; they describe what preceded the deal, not what caused it.',
    ],
    rows: touches.map((t) => rowOf(t, deal, shares)),
    total: {
      key: 'total',
      n: counted.length,
      ...dealFigures(deal),
      people: new Set(counted.map((t) => t.contact_id).filter((id) => id !== null)).size,
      notCounted: touches.length - counted.length,
    },
    coverage: coverageOf(
      touches.length,
      WHY.map(({ why_not, why }) => ({ why: why(raw), n: touches.filter((t) => t.why_not === why_not).length })),
    ),
    findings: [
      deal.rule === 'account' && counted.length > 0
        ? finding('account-rule', counted.length, 'The deal names no people, so the touches of its account are taken.')
        : null,
      counted.length === 0
        ? finding('dark-deals', 1, 'The deal has no counted touch.', { ids: [deal.id], minor: deal.amount_minor })
        : null,
      untracked.length > 0
        ? finding('untracked-touches', untracked.length, untrackedText(untracked), { ids: untracked.map((t) => t.id) })
        : null,
      late.length > 0
        ? finding(
            'late-touches',
            late.length,
            `${many(late.length, 'counted touch', 'counted touches')} arrived after the close (${listed([...new Set(late.map((t) => t.arrived_on!))])}) and ${late.length === 1 ? 'counts' : 'count'} all the same.`,
            { ids: late.map((t) => t.id) },
          )
        : null,
      after.length > 0
        ? finding('after-close', after.length, `${many(after.length, 'touch is', 'touches are')} dated after the close and not counted.`, {
            ids: after.map((t) => t.id),
          })
        : null,
      selfReported(said, first),
    ],
    money: true,
  });
};

const WHY: readonly { readonly why_not: string; readonly why: (raw: Raw) => string }[] = [
  { why_not: 'after the close', why: () => 'dated after the close' },
  { why_not: 'look-back', why: (raw) => `more than ${raw.lookBackDays} days before the close` },
  { why_not: 'no date', why: () => 'without a date' },
  { why_not: 'left out', why: () => 'left out by the touch rules' },
  { why_not: 'repeat', why: () => 'a repeat of one that counts' },
];

const rowOf = (t: Touch, deal: Deal, shares: readonly TouchShares[]): Row => ({
  key: t.id,
  n: 1,
  on: t.touched_on,
  ...(t.touched_at !== null && { time: t.touched_at }),
  person: t.person,
  ...(t.title && { title: t.title }),
  ...(t.contact_id && { contact: t.contact_id }),
  channel: t.channel,
  ...(t.kind && { kind: t.kind }),
  ...(t.what && { what: t.what }),
  offline: t.offline,
  campaign: t.campaign_name ?? t.campaign,
  ...(t.campaign_id ? { campaignId: t.campaign_id } : { campaignKnown: false }),
  ...(t.guidepoint && { guidepoint: t.guidepoint }),
  ...(t.item_id && { item: t.item_title ?? t.item_id, itemId: t.item_id, ...(t.item_ref && { itemRef: t.item_ref }) }),
  ...(t.priority_id && { priorityId: t.priority_id }),
  ...(t.outcomes && { outcomes: t.outcomes }),
  ...(t.objectives && { objectives: t.objectives }),
  rule: t.rule,
  counted: t.why_not === null,
  ...(t.why_not !== null && { whyNot: t.why_not }),
  ...(t.place !== null && { place: t.place, role: shares[t.place - 1]!.keys, ...figuresOf(shares[t.place - 1]!, deal) }),
  ...(t.late && { arrivedOn: t.arrived_on }),
});

/** Weights and, where the deal is won for an amount, money under each model. */
const figuresOf = ({ weights, minor }: TouchShares, deal: Deal): { readonly [figure: string]: Figure } =>
  Object.fromEntries(
    MODELS.flatMap((model): [string, Figure][] => [
      [model, weights[model]],
      ...(minor === null ? [] : [[`${model}Money`, money(minor[model], deal.currency)] as [string, Figure]]),
    ]),
  );

const dealFigures = (deal: Deal): { readonly [figure: string]: Figure } => ({
  id: deal.id,
  source: deal.src,
  name: deal.name,
  account: deal.account,
  owner: deal.owner,
  product: deal.product,
  stage: deal.stage,
  status: deal.status,
  amount: deal.amount_minor === null ? null : money(deal.amount_minor, deal.currency),
  ...(deal.lead_id && { leadId: deal.lead_id, leadOn: deal.lead_on, leadChannel: deal.lead_channel, leadCampaign: deal.lead_campaign }),
  openedOn: deal.opened_on,
  ...(deal.status === 'open' ? { expectedOn: deal.expected_on } : { closedOn: deal.closed_on }),
  ...(deal.opened_on && deal.closed_on && { days: daysBetween(deal.opened_on, deal.closed_on) }),
  selfReported: deal.self_reported ?? deal.lead_self_reported,
  rule: deal.rule,
  linkedPeople: deal.people,
});

const untrackedText = (touches: readonly Touch[]): string => {
  const names = [...new Set(touches.flatMap((t) => (t.campaign ? [t.campaign] : [])))];
  return `${many(touches.length, 'counted touch has', 'counted touches have')} no campaign${names.length > 0 ? ` (nobody answers to ${listed(names.slice(0, 5))})` : ''}.`;
};

const selfReported = (said: string | null, first: Touch | undefined): Finding | null => {
  if (said === null) return null;
  const tracked = first?.channel ?? first?.campaign_name ?? null;
  if (tracked !== null && tracked.toLowerCase() === said.toLowerCase()) return null;
  return finding('self-reported', 1, `They say “${said}”. The tracked first touch is ${tracked ?? 'unknown'}. Both are kept.`);
};
