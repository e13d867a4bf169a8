/** How each question's counts become an answer, and `dress`, the one way to do it. */
import type { Answer } from '../../kernel/answer.ts';
import { dressAgeing } from './ageing.ts';
import { dressAtRisk } from './at-risk.ts';
import { dressCac } from './cac.ts';
import { dressCoverage } from './coverage.ts';
import { dressCredit } from './credit.ts';
import { dressCuts } from './cuts.ts';
import { dressDeals } from './deals.ts';
import { dressEvidence } from './evidence.ts';
import { dressFunnel } from './funnel.ts';
import { dressFunnelSteps } from './funnel-steps.ts';
import { dressPipelineCoverage } from './pipeline-coverage.ts';
import { dressVelocity, dressWinRate } from './velocity.ts';
import { dressLands, dressStarted } from './landing.ts';
import { dressHealth } from './health.ts';
import { dressLinkVariants } from './link-variants.ts';
import { dressLag } from './lag.ts';
import { dressLagCurve } from './lag-curve.ts';
import { dressMeasures, dressPipeline } from './measures.ts';
import type { Raw } from './raw.ts';
import { dressRoi } from './roi.ts';
import { dressThreadDown } from './thread-down.ts';
import { dressThreadUp } from './thread-up.ts';
import { dressTouches } from './touches.ts';
import { dressValues } from './values.ts';

const DRESSERS: { readonly [question: string]: (raw: Raw) => Answer } = {
  funnel: dressFunnel,
  'funnel-steps': dressFunnelSteps,
  velocity: dressVelocity,
  'win-rate': dressWinRate,
  'pipeline-coverage': dressPipelineCoverage,
  'at-risk': dressAtRisk,
  lag: dressLag,
  'lag-curve': dressLagCurve,
  lands: dressLands,
  started: dressStarted,
  deals: dressDeals,
  ageing: dressAgeing,
  values: dressValues,
  credit: dressCredit,
  touches: dressTouches,
  coverage: dressCoverage,
  health: dressHealth,
  'link-variants': dressLinkVariants,
  evidence: dressEvidence,
  'thread-down': dressThreadDown,
  'thread-up': dressThreadUp,
  measures: dressMeasures,
  pipeline: dressPipeline,
  roi: dressRoi,
  cac: dressCac,
  cuts: dressCuts,
};

/** Makes the answer of what was fetched. Throws RangeError for a question that nobody can dress. */
export const dress = (question: string, raw: Raw): Answer => {
  const dresser = DRESSERS[question];
  if (!dresser) throw new RangeError(`no answer is written for the question ${question}`);
  return dresser(raw);
};
