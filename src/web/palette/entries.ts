/** What the palette offers for some words, in its fixed order: go to, do, find. */
import { GROUPS } from '../places/groups.ts';
import { PLACES } from '../places/places.ts';
import type { Action } from '../places/place.ts';
import type { CompanyHere } from '../state/company.tsx';
import type { Entry } from './entry.ts';
import { objectsOf } from './objects.ts';
import { fit } from './match.ts';

const MOST = { 'Go to': 6, Do: 6, Find: 10 } as const;
const ORDER = ['Go to', 'Do', 'Find'] as const;

const goTo = (): (Entry & { readonly also: string })[] =>
  PLACES.filter((p) => !p.hidden).map((p) => ({
    id: `go:${p.href}`,
    group: 'Go to',
    text: p.name,
    small: GROUPS[p.group].name === p.name ? '' : GROUPS[p.group].name,
    key: PLACES.find((q) => q.group === p.group && !q.hidden) === p ? `G ${GROUPS[p.group].key.toUpperCase()}` : null,
    forbid: null,
    go: { href: p.href },
    also: `${p.also ?? ''} ${GROUPS[p.group].name}`,
  }));

const done = (actions: readonly Action[]): (Entry & { readonly also: string })[] =>
  actions.map((a) => ({
    id: `do:${a.id}`,
    group: 'Do',
    text: a.text,
    small: '',
    key: a.key ?? null,
    forbid: a.forbid ?? null,
    go: 'href' in a ? { href: a.href } : { run: a.run },
    also: a.also ?? '',
  }));

/** Recent first where nothing is asked for, else exact before fuzzy; each group in its place. */
export const entriesFor = (wish: string, here: CompanyHere, actions: readonly Action[], recent: readonly string[]): Entry[] => {
  const everywhere = PLACES.flatMap((p) => p.actions?.(here) ?? []);
  const byId = new Map([...everywhere, ...actions].map((a) => [a.id, a]));
  const all = [...goTo(), ...done([...byId.values()]), ...(wish.trim() === '' ? recentObjects(here, recent) : objectsOf(here))];
  const fits = all
    .map((entry) => ({ entry, rank: fit(wish, entry.text, `${entry.also} ${entry.small}`) + (recent.includes(entry.id) ? 5 : 0) }))
    .filter(({ rank }) => rank >= 1 && (rank !== 5 || wish.trim() === ''));
  return ORDER.flatMap((group) =>
    fits
      .filter(({ entry }) => entry.group === group)
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, wish.trim() === '' && group === 'Go to' ? 20 : MOST[group])
      .map(({ entry }) => entry),
  );
};

const recentObjects = (here: CompanyHere, recent: readonly string[]) => objectsOf(here).filter((o) => recent.includes(o.id));
