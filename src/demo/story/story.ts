/** Lademar's two years, quarter by quarter, oldest first. */
import { quarter1 } from './quarter-1.ts';
import { quarter2 } from './quarter-2.ts';
import { quarter3 } from './quarter-3.ts';
import { quarter4 } from './quarter-4.ts';
import { quarter5 } from './quarter-5.ts';
import { quarter6 } from './quarter-6.ts';
import { quarter7 } from './quarter-7.ts';
import { quarter8 } from './quarter-8.ts';
import type { QuarterStory } from './quarter-story.ts';

export const STORY: readonly QuarterStory[] = [quarter1, quarter2, quarter3, quarter4, quarter5, quarter6, quarter7, quarter8];
