/** Operations about evidence and verdicts of campaigns. */
import type { Operations } from '../operation.ts';
import { sampleSize } from './sample-size.ts';

export const verdictOperations = { 'sample-size': sampleSize } satisfies Partial<Operations>;
