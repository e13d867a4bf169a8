/**
 * What an agreement is about: any thing of the plan by its id, a Guidepoint by its quarter.
 * Agreements stand furthest right, so they may name whatever was decided before them.
 */
import type { CampaignBook } from '../campaign/campaign.ts';
import type { Thing } from '../check.ts';

/** Id of a thing (r_…, u_…), or the quarter of a Guidepoint (2026-Q2). */
export type Subject = string;

/** Kinds by the prefix of their ids. */
const KINDS = {
  o: 'objective',
  u: 'outcome',
  r: 'priority',
  w: 'item',
  c: 'campaign',
} as const satisfies { readonly [prefix: string]: keyof CampaignBook & Thing };

type Retirable = { readonly retired?: unknown };

/** What kind of thing this is and whether it still stands; null where nothing has this id. */
export const subjectIn = (book: CampaignBook, id: Subject): { readonly thing: Thing; readonly retired: boolean } | null => {
  if (book.guidepoint.has(id)) return { thing: 'guidepoint', retired: false };
  const prefix = id.charAt(1) === '_' ? id.charAt(0) : '';
  if (!Object.hasOwn(KINDS, prefix)) return null;
  const thing = KINDS[prefix as keyof typeof KINDS];
  const found = (book[thing] as ReadonlyMap<string, Retirable>).get(id);
  return found ? { thing, retired: Boolean(found.retired) } : null;
};
