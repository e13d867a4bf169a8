/** The nine links of the thread, in order, with the words used for them. */
export type Link = 'objective' | 'outcome' | 'guidepoint' | 'priority' | 'work' | 'campaign' | 'touch' | 'opportunity' | 'revenue';

export const LINKS: readonly Link[] = [
  'objective',
  'outcome',
  'guidepoint',
  'priority',
  'work',
  'campaign',
  'touch',
  'opportunity',
  'revenue',
];

export const LINK_WORDS: Readonly<Record<Link, { readonly one: string; readonly many: string; readonly label: string }>> = {
  objective: { one: 'objective', many: 'objectives', label: 'Objective' },
  outcome: { one: 'outcome', many: 'outcomes', label: 'Outcome' },
  guidepoint: { one: 'Guidepoint', many: 'Guidepoints', label: 'Guidepoint' },
  priority: { one: 'priority', many: 'priorities', label: 'Priority' },
  work: { one: 'work item', many: 'work items', label: 'Work item' },
  campaign: { one: 'campaign', many: 'campaigns', label: 'Campaign' },
  touch: { one: 'touch', many: 'touches', label: 'Touch' },
  opportunity: { one: 'opportunity', many: 'opportunities', label: 'Opportunity' },
  revenue: { one: 'revenue', many: 'revenue', label: 'Revenue' },
};
