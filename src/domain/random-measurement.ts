/** Commands at random about how the company measures: publications, touch rules, what counts as cost. */
import type { Command } from './book.ts';
import { FIRST_STAGES, SIDES_OF_FUNNEL, SKIPS } from './measurement/stages.ts';
import { FIRST_TOUCH_RULES, SOURCED } from './measurement/touch-rules.ts';
import type { Draw } from './random-draw.ts';

type Asked = Extract<Command, { readonly type: `${'publication' | 'touches' | 'stages' | 'costs'}/${string}` }>;
type Makers = { readonly [T in Asked['type']]: (d: Draw) => Omit<Extract<Asked, { readonly type: T }>, 'type'> };

const edition = (d: Draw): { readonly period: string; readonly edition: number } => {
  const all = [...d.book.publication.values()];
  const found = all.length > 0 ? d.random.pick(all) : undefined;
  return {
    period: found?.period ?? d.quarter(),
    edition: d.random.whole(1, (found?.editions.length ?? 0) + (d.random.chance(0.1) ? 1 : 0)) || 1,
  };
};

const proposal = (d: Draw): { readonly proposal: number } => ({
  proposal: (d.book.touches.get('touch-rules')?.proposal?.n ?? 0) + (d.random.chance(0.1) ? 1 : 0),
});

const stagesProposal = (d: Draw): { readonly proposal: number } => ({
  proposal: (d.book.stages.get('stage-rules')?.proposal?.n ?? 0) + (d.random.chance(0.1) ? 1 : 0),
});

export const MEASUREMENT_MAKERS: Makers = {
  'stages/propose': (d) => ({
    rules: {
      since: d.day(),
      stages: FIRST_STAGES.slice(0, d.random.whole(1, 4)).map((stage) => (d.random.chance(0.2) ? { ...stage, words: d.text() } : stage)),
      skipped: d.random.pick(SKIPS),
    },
    why: d.note(),
  }),
  'stages/sign': (d) => ({ ...stagesProposal(d), seat: d.random.pick(SIDES_OF_FUNNEL) }),
  'stages/decline': (d) => ({ ...stagesProposal(d), seat: d.random.pick(SIDES_OF_FUNNEL), why: d.note() }),
  'stages/withdraw': stagesProposal,
  'touches/propose': (d) => ({
    rules: {
      ...FIRST_TOUCH_RULES,
      lookBackDays: d.random.chance(0.9) ? d.random.pick([180, 365, 540]) : d.number(),
      leaveOut: { channels: d.random.chance(0.3) ? [d.text()] : [], kinds: [] },
      halfLifeDays: d.random.chance(0.5) ? null : d.random.pick([7, 30, 0]),
      sourced: d.random.pick(SOURCED),
    },
    why: d.note(),
  }),
  'touches/adopt': proposal,
  'touches/withdraw': proposal,
  'costs/settle': (d) => ({
    rules: {
      spend: d.random.chance(0.8),
      lines: d.random.chance(0.8),
      dayMinor: d.budget(),
      salesMonthMinor: d.budget(),
      currency: d.random.chance(0.95) ? 'EUR' : 'euro',
      marginPercent: d.random.chance(0.5) ? null : d.random.whole(0, 101),
      termMonths: d.random.chance(0.5) ? null : d.random.whole(0, 13),
    },
    why: d.note(),
  }),
  'publication/publish': (d) => ({
    period: d.random.chance(0.8) ? d.quarter() : `2024-M0${d.random.whole(1, 9)}`,
    sha256: String(d.random.whole(0, 9)).repeat(d.random.chance(0.95) ? 64 : 12),
    asOf: d.random.chance(0.8) ? '2027-06-30' : d.day(),
    figures: Array.from({ length: d.random.whole(0, 3) }, () => ({
      name: d.text(),
      unit: 'count' as const,
      value: d.number(),
      currency: null,
    })),
    why: d.random.chance(0.6) ? d.note() : null,
  }),
  'publication/sign': (d) => ({ ...edition(d), seat: d.random.chance(0.7) ? 'finance' : d.seat() }),
  'publication/withdraw': (d) => ({ ...edition(d), why: d.note() }),
};
