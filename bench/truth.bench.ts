/** How far each model of attribution lies from what campaigns of the demo really caused; how: tests/demo/attribution-truth.ts. */
import { figures } from '../tests/demo/attribution-truth.ts';
import type { Figure } from './harness.ts';

export const name = 'Truth: models of attribution against what campaigns caused';

export const run = async (): Promise<readonly Figure[]> => Promise.resolve(figures());
