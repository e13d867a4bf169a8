/** Requests: what somebody asked for, kept in his own words, by the work that came of it. */
import type { Who } from '../people.ts';
import { EARLY_REQUESTS } from './requests-early.ts';
import { LATE_REQUESTS } from './requests-late.ts';

/** Who asked, on which day counted from the first of the work's quarter, in which words. */
export type Request = readonly [who: Who, day: number, words: string];
export type Requests = { readonly [work: string]: Request };

export const REQUESTS: Requests = { ...EARLY_REQUESTS, ...LATE_REQUESTS };
