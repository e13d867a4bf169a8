/** Every family of the corpus. */
import type { Family } from './corpus.ts';
import { hubspot } from './hubspot/index.ts';
import { salesforce } from './salesforce/index.ts';
import { ugly } from './ugly/index.ts';

export const FAMILIES: readonly Family[] = [hubspot, salesforce, ugly];
