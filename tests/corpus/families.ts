/** Every family of the corpus. */
import type { Family } from './corpus.ts';
import { hubspot } from './hubspot/hubspot.ts';
import { salesforce } from './salesforce/salesforce.ts';
import { ugly } from './ugly/ugly.ts';

export const FAMILIES: readonly Family[] = [hubspot, salesforce, ugly];
