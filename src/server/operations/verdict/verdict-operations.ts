/** Operations about evidence and verdicts of campaigns. */
import type { Operations } from '../operation.ts';
import { sampleSize } from './sample-size.ts';
import { verdictKept, verdictOverrule, verdictTake } from './verdict-take.ts';
import { verdict } from './verdict.ts';

export const verdictOperations = {
  'sample-size': sampleSize,
  verdict,
  'verdict take': verdictTake,
  'verdict overrule': verdictOverrule,
  'verdict kept': verdictKept,
} satisfies Partial<Operations>;
