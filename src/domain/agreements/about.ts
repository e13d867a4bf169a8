/**
 * What an agreement is about: any thing of the company by its id, a Guidepoint by its quarter.
 * Agreements stand furthest right, so they may name whatever was decided before them, and each other.
 */
import type { CampaignBook } from '../campaign/campaign.ts';
import type { Thing } from '../check.ts';

/** Id of a thing (r_…, u_…), or the quarter of a Guidepoint (2026-Q2). */
export type Subject = string;

/** Kinds by the prefix of their ids. */
const KINDS: { readonly [prefix: string]: Thing } = {
  o: 'objective',
  u: 'outcome',
  k: 'kpi',
  s: 'segment',
  r: 'priority',
  m: 'milestone',
  v: 'scenario',
  b: 'budget',
  q: 'request',
  w: 'item',
  c: 'campaign',
  t: 'team',
  e: 'expectation',
  l: 'logged',
};

type Things = { readonly [kind: string]: ReadonlyMap<string, { readonly retired?: unknown }> | undefined };

/** What kind of thing this is and whether it still stands; null where nothing has this id. */
export const subjectIn = (book: CampaignBook, id: Subject): { readonly thing: Thing; readonly retired: boolean } | null => {
  if (book.guidepoint.has(id)) return { thing: 'guidepoint', retired: false };
  const prefix = id.charAt(1) === '_' ? id.charAt(0) : '';
  const thing = Object.hasOwn(KINDS, prefix) ? KINDS[prefix]! : null;
  const found = thing && (book as unknown as Things)[thing]?.get(id);
  return thing && found ? { thing, retired: Boolean(found.retired) } : null;
};
