/** Operations about strategy and audience. */
import type { Operations } from '../operation.ts';
import { audience, audiencePreview } from './audience.ts';
import { kpis } from './kpis.ts';

export const strategyOperations = { kpis, audience, 'audience preview': audiencePreview } satisfies Partial<Operations>;
