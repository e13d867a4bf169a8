/** Between the journal, which knows no event, and the domain, which knows no journal. */
import { DECIDERS, type Event } from '../../domain/book.ts';
import type { NewEntry, Written } from '../../store/company/journal.ts';
import { namedBy } from './named.ts';

export const KNOWN = Object.fromEntries(Object.values(DECIDERS).flatMap((d) => Object.keys(d.evolve).map((type) => [type, 1])));
export const eventOf = ({ type, data }: Written): Event => ({ ...data, type }) as unknown as Event;
export const entryOf = (event: Event): NewEntry => {
  const { type, ...data } = event;
  return { type, v: 1, data, notes: [...namedBy([event]).notes] };
};
export const visible = (_role: string, event: Event): Event | null => event;
