/** Who has which duty for what: people by priorities, outcomes or objectives, and what is wrong with it. */
import { holdersOf, type DutyGap } from '../../domain/agreements/duty-gaps.ts';
import { DUTIES, type Duties, type Duty, type DutyOf, type Scheme } from '../../domain/agreements/duty.ts';
import type { Book } from '../../domain/book.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { DUTY_WORDS } from '../words/agreements.ts';
import { capital, inWords, list, plural, quarterWords, short } from '../words/format.ts';
import { placeOf } from '../words/place-of.ts';

type NameOf = (person: PersonId | null) => string;

export type Column = { readonly person: PersonId; readonly name: string; readonly left: boolean };
export type Line = { readonly of: DutyOf; readonly title: string; readonly scheme: Scheme; readonly duties: Duties | undefined };

/** A duty's letter: R, A, C, I; D. */
export const letterOf = (duty: Duty): string => DUTY_WORDS[duty].charAt(0);
/** The duty that a letter means in a scheme; undefined where it means none. */
export const dutyFor = (scheme: Scheme, letter: string): Duty | undefined =>
  DUTIES[scheme].find((duty) => letterOf(duty) === letter.toUpperCase());

/** Duties of one person for one thing, in the order of the scheme's letters. */
export const dutiesOf = (duties: Duties | undefined, person: PersonId): readonly Duty[] =>
  duties ? DUTIES[duties.scheme].filter((duty) => holdersOf(duties, duty).includes(person)) : [];

/** The lines of a matrix, in the order given. */
export const linesOf = (book: Book, things: readonly { readonly id: DutyOf; readonly title: string }[]): Line[] =>
  things.map(({ id, title }) => {
    const duties = book.duty.get(id);
    return { of: id, title, scheme: duties?.scheme ?? 'raci', duties };
  });

/** Everybody who has a duty in these lines first, those who left last, the other members between. */
export const columnsOf = (book: Book, lines: readonly Line[], nameOf: NameOf): Column[] => {
  const members = book.company.get('company')?.members ?? {};
  const holding = new Set(lines.flatMap((line) => line.duties?.held.map((h) => h.person) ?? []));
  const here = (Object.keys(members) as PersonId[]).filter((person) => !members[person]!.left);
  const column = (person: PersonId): Column => ({ person, name: nameOf(person), left: Boolean(members[person]?.left) });
  const rank = (c: Column): number => (c.left ? 2 : holding.has(c.person) ? 0 : 1);
  return [...new Set([...holding, ...here])].map(column).toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
};

export type GapWords = { readonly text: string; readonly todo: string; readonly of: DutyOf };

/** A gap in words, with the thing where it is mended. */
export const gapWords = (gap: DutyGap, book: Book, nameOf: NameOf): GapWords => {
  const called = (of: DutyOf): string => `“${short(placeOf(book, of)?.text ?? of, 60)}”`;
  switch (gap.code) {
    case 'no-duties':
      return { text: `Nobody has a role in ${called(gap.of)}.`, todo: 'Say who answers for it.', of: gap.of };
    case 'nobody':
      return { text: `Nobody is ${DUTY_WORDS[gap.duty].toLowerCase()} for ${called(gap.of)}.`, todo: 'Name one person.', of: gap.of };
    case 'several':
      return {
        text: `${capital(inWords(gap.people.length))} people are ${DUTY_WORDS[gap.duty].toLowerCase()} for ${called(gap.of)}: ${list(gap.people.map((p) => nameOf(p)))}.`,
        todo: 'Keep one.',
        of: gap.of,
      };
    case 'left':
      return {
        text: `${nameOf(gap.person)} left the company and is still ${gap.duty === null ? 'the owner' : DUTY_WORDS[gap.duty].toLowerCase()} of ${called(gap.of)}.`,
        todo: 'Name somebody who is here.',
        of: gap.of,
      };
    case 'too-many':
      return {
        text: `${nameOf(gap.person)} answers for ${plural(gap.of.length, 'priority', 'priorities')} of ${quarterWords(gap.period)}.`,
        todo: 'Hand one on: three are as many as anybody answers for well.',
        of: gap.of[0]!,
      };
  }
};

/** The finding of the matrix, as a title. */
export const matrixTitle = (lines: readonly Line[], gaps: readonly DutyGap[], what: string, many: string): string => {
  const n = lines.length;
  if (n === 0) return `No ${what} to have roles in.`;
  const open = new Set(gaps.flatMap((g) => (g.code === 'too-many' ? [] : [g.of]))).size;
  const overburdened = gaps.filter((g) => g.code === 'too-many').length;
  const also = overburdened > 0 ? `; ${plural(overburdened, 'person answers', 'people answer')} for too many` : '';
  if (open === 0)
    return `${n === 1 ? `The ${what} has` : `All ${inWords(n)} ${many} have`} exactly one who answers for ${n === 1 ? 'it' : 'them'}${also}.`;
  if (open === n) return `${n === 1 ? `The ${what} has` : `All ${inWords(n)} ${many} have`} a gap in who does what${also}.`;
  return `${capital(inWords(open))} of ${inWords(n)} ${many} ${open === 1 ? 'has' : 'have'} a gap in who does what${also}.`;
};
