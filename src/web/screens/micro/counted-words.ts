/** Sources of what is counted, as they are chosen. */
import type { Counted } from '../../../domain/campaign/criteria.ts';

export const SOURCES: readonly { readonly value: Counted['what']; readonly label: string }[] = [
  { value: 'hand', label: 'Told by hand at each look' },
  { value: 'touch', label: 'Touches of a kind' },
  { value: 'lead', label: 'Leads' },
  { value: 'opportunity', label: 'Opportunities opened' },
  { value: 'stage', label: 'Opportunities that reached a stage' },
  { value: 'won', label: 'Deals won' },
  { value: 'revenue', label: 'Revenue won' },
  { value: 'spend', label: 'Money spent' },
];
export const STAGES_HINT = 'By its name in the CRM, as stages are agreed.';
export const KINDS = [
  { value: 'share', label: 'Share: cases with at least one' },
  { value: 'count', label: 'Count: how many for each case' },
  { value: 'mean', label: 'Mean: an amount for each case' },
  { value: 'ratio', label: 'Ratio: an amount over an amount' },
] as const;
