/** Operations about evidence and verdicts of campaigns. */
import type { Operations } from '../operation.ts';
import { sampleSize } from './sample-size.ts';
import { verdictKept, verdictOverrule, verdictTake } from './verdict-take.ts';
import { verdict } from './verdict.ts';
import { verdicts } from './verdicts.ts';

export const verdictOperations = {
  'sample-size': sampleSize,
  verdict,
  'verdict take': verdictTake,
  'verdict overrule': verdictOverrule,
  'verdict kept': verdictKept,
  verdicts,
} satisfies Partial<Operations>;
