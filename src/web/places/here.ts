/** Which place is open, and where its knots lead. */
import { matchRoute, useLocation, useRouter } from 'wouter';
import type { Link } from '../../views/thread/links.ts';
import { PLACES } from './places.ts';
import type { Place } from './place.ts';

/** The place at an address within a company; null where there is none. */
export const usePlaceHere = (): Place | null => {
  const [address] = useLocation();
  const { parser } = useRouter();
  return PLACES.find(({ path }) => matchRoute(parser, path, address)[0]) ?? null;
};

const LEADS: readonly (readonly [Link, string])[] = [
  ['objective', '/agree/strategy'],
  ['outcome', '/agree/outcomes'],
  ['guidepoint', '/agree/guidepoint'],
  ['priority', '/work/priorities'],
  ['work', '/work/backlog'],
  ['campaign', '/market/campaigns'],
  ['touch', '/prove/thread'],
  ['opportunity', '/prove/deals'],
  ['revenue', '/prove/thread'],
];

/** Where each knot leads when the page says nothing more exact: the list of that kind, where there is one. */
export const leadsOf = (places: readonly Place[]): { readonly [L in Link]?: string } =>
  Object.fromEntries(LEADS.filter(([, href]) => places.some((p) => p.href === href)));
