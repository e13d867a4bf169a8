/** Operations about micro-campaigns. */
import type { Operations } from '../operation.ts';
import { campaign, campaigns } from './campaigns.ts';

export const marketOperations = { campaigns, campaign } satisfies Partial<Operations>;
