/** Who signed a wording, for which seat, when; and whose signature it waits for. */
import type { Book } from '../../domain/book.ts';
import { isSigned, lockedAt, type Guidepoint, type Version } from '../../domain/guidepoint/guidepoint.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { dayIn, localTime, type Instant } from '../../kernel/zone.ts';
import type { Day } from '../../kernel/day.ts';
import { capital, dayLong, inWords, list, quarterWords } from '../words/format.ts';
import { seatTitle } from '../words/names.ts';

export type SignedLine = {
  readonly seat: string;
  readonly title: string;
  readonly name: string | null;
  readonly when: string | null;
  readonly waitsFor: string | null;
  readonly declined: { readonly name: string; readonly why: string } | null;
};

/** What the words about agreements need to know. */
export type Teller = {
  readonly book: Book;
  readonly today: Day;
  readonly nameOf: (person: PersonId | null) => string;
  readonly noteOf: (note: `n_${string}` | null) => string;
};

const zoneOf = (book: Book): string => book.company.get('company')?.zone ?? 'UTC';

/** "27 March, 16:40", in the company's zone. */
export const momentWords = ({ book, today }: Pick<Teller, 'book' | 'today'>, at: Instant): string => {
  const local = localTime(zoneOf(book), at);
  return `${dayLong(local.slice(0, 10), today)}, ${local.slice(11, 16)}`;
};
export const dayOfMoment = (book: Book, at: Instant): Day => dayIn(zoneOf(book), at);

/** The people who hold a seat now. */
export const holdersOf = (book: Book, seat: string): PersonId[] =>
  (
    Object.entries(book.company.get('company')?.members ?? {}) as [
      PersonId,
      { readonly seats: readonly string[]; readonly left: string | null },
    ][]
  )
    .filter(([, m]) => !m.left && m.seats.includes(seat))
    .map(([id]) => id);

/** One line for each seat that is asked, in the order in which they were asked. */
export const signedLines = (t: Teller, v: Version): SignedLine[] =>
  v.seats.map((seat) => {
    const signature = v.signatures[seat];
    const no = v.declined[seat];
    const holders = [...new Set(holdersOf(t.book, seat).map((id) => t.nameOf(id)))];
    return {
      seat,
      title: seatTitle(t.book, seat),
      name: signature ? t.nameOf(signature.by) : null,
      when: signature ? momentWords(t, signature.at) : null,
      waitsFor: signature ? null : holders.length > 0 ? list(holders) : 'somebody to be given the seat',
      declined: no ? { name: t.nameOf(no.by), why: t.noteOf(no.why) } : null,
    };
  });

/** One line about where a wording stands. */
export const standsWords = (t: Teller, g: Guidepoint, v: Version): string => {
  const name = `Guidepoint for ${quarterWords(g.period)}`;
  const at = lockedAt(v);
  if (at !== null) return `${name}. Agreed and locked on ${dayLong(dayOfMoment(t.book, at), t.today)}${v.n > 1 ? `, version ${v.n}` : ''}.`;
  const signed = Object.keys(v.signatures).filter((seat) => v.seats.includes(seat)).length;
  const so =
    signed === 0 ? 'nobody has signed yet' : `${inWords(signed)} of ${inWords(v.seats.length)} ${signed === 1 ? 'has' : 'have'} signed`;
  return `${name}. ${v.n === 1 ? 'Put forward' : `Version ${v.n} is put forward`}; ${so}.`;
};

/** "Four of four signed." */
export const countWords = (v: Version): string =>
  `${capital(inWords(Object.keys(v.signatures).length))} of ${inWords(v.seats.length)} signed${isSigned(v) ? '' : ' so far'}`;
