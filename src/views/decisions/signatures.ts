/** Guidepoints that wait for signatures: mine to give, and those a proposer waits for. */
import { current, isLocked, seatsOf, type Guidepoint, type Version } from '../../domain/guidepoint/guidepoint.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import { addDays } from '../../kernel/day.ts';
import { capital, inWords, list, quarterWords } from '../words/format.ts';
import { seatTitle } from '../words/names.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

const missing = (v: Version) => v.seats.filter((seat) => v.signatures[seat] === undefined);
const signedSoFar = (v: Version): string => {
  const n = v.seats.length - missing(v).length;
  return n === 0 ? 'Nobody has signed yet.' : `${capital(inWords(n))} of ${inWords(v.seats.length)} ${n === 1 ? 'has' : 'have'} signed.`;
};
const open = ({ book }: Looker): Guidepoint[] => [...book.guidepoint.values()].filter((g) => !isLocked(g));
/** A Guidepoint is agreed before its quarter is a week old, or it steers nothing; one put forward later, within a week. */
const due = (look: Looker, g: Guidepoint): Pick<Decision, 'by' | 'when' | 'state'> => {
  const fiscal = look.book.company.get('company')?.fiscal;
  const quarter = fiscal && quarterNamed(fiscal, g.period);
  const since = current(g).proposedAt.slice(0, 10);
  return dueBy(addDays(quarter && quarter.from > since ? quarter.from : since, 6), look.today);
};

/** One for each of my seats that has not signed, nor said no to this wording. */
export const toSign = (look: Looker): Decision[] =>
  open(look).flatMap((g) => {
    const v = current(g);
    const mine = missing(v).filter((seat) => seatsOf(look.book, look.me).includes(seat) && v.declined[seat] === undefined);
    if (mine.length === 0) return [];
    const seats = list(mine.map((seat) => seatTitle(look.book, seat)));
    const last = missing(v).length === mine.length;
    return [
      {
        id: `sign:${g.period}:${v.n}`,
        title: `Sign the Guidepoint for ${quarterWords(g.period)}`,
        text: `${signedSoFar(v)} ${last ? 'Yours is the last one missing' : 'Yours is missing'}, for ${seats}.`,
        quote: null,
        ...due(look, g),
        action: 'Read and sign',
        href: `/agree/guidepoint/${g.period}`,
      },
    ];
  });

/** Wordings of mine that somebody declined. */
export const toReword = (look: Looker): Decision[] =>
  open(look).flatMap((g) => {
    const v = current(g);
    const [seat, no] = Object.entries(v.declined)[0] ?? [];
    if (v.proposedBy !== look.me || !seat || !no) return [];
    return [
      {
        id: `reword:${g.period}:${v.n}`,
        title: `Reword the Guidepoint for ${quarterWords(g.period)}`,
        text: `${look.nameOf(no.by)} declined for ${seatTitle(look.book, seat)}.`,
        quote: no.why,
        ...due(look, g),
        action: 'Read why',
        href: `/agree/guidepoint/${g.period}`,
      },
    ];
  });

/** What I put forward and others have not signed. */
export const waitingForSignatures = (look: Looker): Decision[] =>
  open(look).flatMap((g) => {
    const v = current(g);
    const others = missing(v).filter((seat) => !seatsOf(look.book, look.me).includes(seat) && v.declined[seat] === undefined);
    if (v.proposedBy !== look.me || others.length === 0) return [];
    return [
      {
        id: `signatures:${g.period}:${v.n}`,
        title: `Signatures under the Guidepoint for ${quarterWords(g.period)}`,
        text: `${signedSoFar(v)} Missing: ${list(others.map((seat) => seatTitle(look.book, seat)))}.`,
        quote: null,
        ...due(look, g),
        action: 'See who',
        href: `/agree/guidepoint/${g.period}`,
      },
    ];
  });
