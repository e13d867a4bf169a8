/** What the open page says about where it stands: the bar, the locator and the [ ] keys read it. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Link } from '../../views/thread/links.ts';

export type Bearings = {
  /** What is open within the place: the name of a deal. */
  readonly crumb?: string;
  /** Links this page is about, where that is more exact than the place's own. */
  readonly links?: readonly Link[];
  /** Where the locator's knots lead from here. */
  readonly to?: { readonly [L in Link]?: string };
  /** Stands in place of the as-of time: "Load 42, nothing written yet". */
  readonly note?: string;
};

/** A chain of links as knots of the locator: the first thing of each link that has a page. */
export const knotsTo = (chain: readonly { readonly link: Link; readonly href: string | null }[]): NonNullable<Bearings['to']> =>
  Object.fromEntries(
    chain
      .filter((step) => step.href !== null)
      .toReversed()
      .map(({ link, href }) => [link, href!]),
  );

let now: Bearings = {};
const listeners = new Set<() => void>();
const set = (next: Bearings): void => {
  now = next;
  for (const listener of listeners) listener();
};
const onBearings = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says where this page stands, while it is open. */
export const useBearings = (bearings: Bearings): void => {
  const said = JSON.stringify(bearings);
  useEffect(() => {
    set(JSON.parse(said) as Bearings);
    return () => set({});
  }, [said]);
};
export const useBearingsNow = (): Bearings => useSyncExternalStore(onBearings, () => now);
