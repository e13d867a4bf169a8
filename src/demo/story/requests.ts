/** Requests: what somebody asked for, kept in his own words, by the work that came of it. */
import { EARLY_REQUESTS } from './requests-early.ts';
import { LATE_REQUESTS } from './requests-late.ts';
import type { Requests } from './quarter-story.ts';

export const REQUESTS: Requests = { ...EARLY_REQUESTS, ...LATE_REQUESTS };
