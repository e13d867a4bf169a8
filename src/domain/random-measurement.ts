/** Commands at random about how the company measures: publications. */
import type { Day } from '../kernel/day.ts';
import type { NoteId } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import type { Book, Command } from './book.ts';

type Draw = {
  readonly random: Random;
  readonly book: Book;
  readonly day: () => Day;
  readonly note: () => NoteId;
  readonly text: () => string;
  readonly number: () => number;
  readonly seat: () => string;
  readonly quarter: () => string;
};
type Asked = Extract<Command, { readonly type: `publication/${string}` }>;
type Makers = { readonly [T in Asked['type']]: (d: Draw) => Omit<Extract<Asked, { readonly type: T }>, 'type'> };

const edition = (d: Draw): { readonly period: string; readonly edition: number } => {
  const all = [...d.book.publication.values()];
  const found = all.length > 0 ? d.random.pick(all) : undefined;
  return {
    period: found?.period ?? d.quarter(),
    edition: d.random.whole(1, (found?.editions.length ?? 0) + (d.random.chance(0.1) ? 1 : 0)) || 1,
  };
};

export const MEASUREMENT_MAKERS: Makers = {
  'publication/publish': (d) => ({
    period: d.random.chance(0.8) ? d.quarter() : `2024-M0${d.random.whole(1, 9)}`,
    sha256: String(d.random.whole(0, 9)).repeat(d.random.chance(0.95) ? 64 : 12),
    asOf: d.random.chance(0.8) ? '2027-06-30' : d.day(),
    figures: Array.from({ length: d.random.whole(0, 3) }, () => ({
      name: d.text(),
      unit: 'count' as const,
      value: d.number(),
      currency: null,
    })),
    why: d.random.chance(0.6) ? d.note() : null,
  }),
  'publication/sign': (d) => ({ ...edition(d), seat: d.random.chance(0.7) ? 'finance' : d.seat() }),
  'publication/withdraw': (d) => ({ ...edition(d), why: d.note() }),
};
