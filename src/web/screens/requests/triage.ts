/** What can be done with a request from the inbox, its key and its words. */
import type { Act } from '../../../domain/intake/allows.ts';

/** A decision that opens a dialog. */
export type Triage = Extract<Act, 'accept' | 'merge' | 'defer' | 'decline' | 'return' | 'ask' | 'withdraw' | 'answer'> | 'place';

export const TRIAGE: readonly { readonly act: Triage; readonly key: string; readonly does: string }[] = [
  { act: 'accept', key: 'a', does: 'Accept' },
  { act: 'merge', key: 'm', does: 'Join with another' },
  { act: 'defer', key: 'd', does: 'Defer' },
  { act: 'decline', key: 'x', does: 'Decline' },
];
