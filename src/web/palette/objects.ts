/** The things of the book by name and reference, as the palette finds them. */
import { quarterWords } from '../../views/words/format.ts';
import { PLACES } from '../places/places.ts';
import type { CompanyHere } from '../state/company.tsx';
import type { Entry } from './entry.ts';

type Found = Entry & { readonly also: string };

const found = (id: string, text: string, small: string, href: string, also = ''): Found => ({
  id: `find:${id}`,
  group: 'Find',
  text,
  small,
  key: null,
  forbid: null,
  go: { href },
  also: `${id} ${also}`,
});
const kept = new WeakMap<CompanyHere['book'], Found[]>();

/** Made once for each state of the book. Kinds whose screen does not stand yet are left out. */
export const objectsOf = ({ book, nameOf }: CompanyHere): Found[] => {
  const was = kept.get(book);
  if (was) return was;
  const has = (href: string): boolean => PLACES.some((p) => p.href === href);
  const standing = <T extends { readonly retired: unknown }>(things: ReadonlyMap<string, T>): T[] =>
    [...things.values()].filter((t) => !t.retired);
  const objects = [
    ...standing(book.objective).map((o) => found(o.id, o.statement, 'objective', `/agree/strategy/${o.id}`, nameOf(o.owner))),
    ...standing(book.outcome).map((o) => found(o.id, o.name, 'outcome', `/agree/outcomes/${o.id}`, nameOf(o.owner))),
    ...standing(book.kpi).map((k) => found(k.id, k.name, 'KPI', `/agree/kpis/${k.id}`, nameOf(k.owner))),
    ...standing(book.segment).map((s) => found(s.id, s.name, 'segment', `/market/audience/${s.id}`, 'audience')),
    ...[...book.guidepoint.values()].map((g) =>
      found(
        g.period,
        `Guidepoint for ${quarterWords(g.period)}`,
        'Guidepoint',
        `/agree/guidepoint/${g.period}`,
        g.versions.at(-1)!.statement,
      ),
    ),
    ...(has('/work/backlog') ? standing(book.item).map((i) => found(i.id, i.title, i.ref, `/work/backlog/${i.id}`, nameOf(i.owner))) : []),
    ...(has('/market/campaigns')
      ? standing(book.campaign).map((c) => found(c.id, c.name, 'campaign', `/market/campaigns/${c.id}`, `${c.key} ${c.channel}`))
      : []),
  ];
  kept.set(book, objects);
  return objects;
};
