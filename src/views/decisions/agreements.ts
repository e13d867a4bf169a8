/** What agreements ask of a person: expectations to sign, to answer and to keep, roles to fill. */
import { dutyGaps } from '../../domain/agreements/duty-gaps.ts';
import { isAgreed, latest, SIDES, speaksFor, type Expectation } from '../../domain/agreements/expectation.ts';
import { may } from '../../domain/may.ts';
import { addDays, daysBetween } from '../../kernel/day.ts';
import { quarterOf } from '../../kernel/fiscal.ts';
import { REMIND_DAYS, sidesToSign } from '../agreements/to-sign.ts';
import { partyWords } from '../words/agreements.ts';
import { capital, plural, quarterWords } from '../words/format.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

/** A wording that nobody signs within so many days is forgotten. */
const SIGN_DAYS = 7;

const href = (e: Expectation): string => `/agree/expectations/${e.id}`;
const open = ({ book }: Looker): Expectation[] => [...book.expectation.values()].filter((e) => !e.ended);
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Expectations that lack my signature. */
export const toSignExpectation = (look: Looker): Decision[] =>
  open(look).flatMap((e) => {
    const r = latest(e);
    const [side] = sidesToSign(look.book, e, look.me).filter((s) => r.declined[s] === undefined);
    if (!side) return [];
    const other = partyWords(look.book, side === 'promises' ? r.expects : r.promises, look.nameOf);
    return [
      {
        id: `expectation:${e.id}:${r.n}`,
        title: side === 'promises' ? `Sign what you promise ${other}` : `Sign what ${other} promises you`,
        text: sentence(r.statement),
        quote: null,
        ...dueBy(addDays(r.proposedAt.slice(0, 10), SIGN_DAYS), look.today),
        action: 'Read and sign',
        href: href(e),
      },
    ];
  });

/** Agreed expectations whose day is near or past: who promised is reminded, who expects says how it went. */
export const expectationsDue = (look: Looker): Decision[] =>
  open(look).flatMap((e) => {
    const r = latest(e);
    if (!isAgreed(r)) return [];
    const left = daysBetween(look.today, r.due);
    const [mine] = SIDES.filter((side) => speaksFor(look.book, r[side], look.me));
    if (!mine || left > REMIND_DAYS || (mine === 'expects' && left >= 0)) return [];
    const { nameOf, book } = look;
    return [
      {
        id: `${mine}:${e.id}:${r.n}`,
        title:
          mine === 'expects'
            ? `Say whether ${partyWords(book, r.promises, nameOf)} kept a promise`
            : `Keep what you promised ${partyWords(book, r.expects, nameOf)}`,
        text: sentence(r.statement),
        quote: null,
        ...dueBy(r.due, look.today),
        action: mine === 'expects' ? 'Kept or broken' : 'See the expectation',
        href: href(e),
      },
    ];
  });

/** Wordings of mine that the other side declined. */
export const toReviseExpectation = (look: Looker): Decision[] =>
  open(look).flatMap((e) => {
    const r = latest(e);
    const no = SIDES.map((side) => r.declined[side]).find((d) => d !== undefined);
    if (!no || r.proposedBy !== look.me) return [];
    return [
      {
        id: `revise:${e.id}:${r.n}`,
        title: 'Change an expectation that was declined',
        text: `${look.nameOf(no.by)} said no to: ${sentence(r.statement)}`,
        quote: no.why,
        ...dueBy(addDays(no.at.slice(0, 10), SIGN_DAYS), look.today),
        action: 'Read why',
        href: href(e),
      },
    ];
  });

/** Priorities of this quarter in which who does what has a gap. */
export const rolesToFill = (look: Looker): Decision[] => {
  const fiscal = look.book.company.get('company')?.fiscal;
  if (!fiscal || !may(look.book, look.me, 'duty/give')) return [];
  const { id } = quarterOf(fiscal, look.today);
  const n = new Set(dutyGaps(look.book, id).flatMap((gap) => (gap.code === 'too-many' ? [] : [gap.of]))).size;
  if (n === 0) return [];
  return [
    {
      id: `roles:${id}`,
      title: `Say who does what in ${plural(n, 'priority', 'priorities')}`,
      text: `${capital(plural(n, 'priority', 'priorities'))} of ${quarterWords(id)} ${n === 1 ? 'lacks' : 'lack'} one person who answers for ${n === 1 ? 'it' : 'them'}, or ${n === 1 ? 'names' : 'name'} somebody who left.`,
      quote: null,
      by: null,
      when: 'a gap in roles',
      state: 'unknown',
      action: 'Fill the roles',
      href: '/agree/agreements',
    },
  ];
};

/** Expectations of mine that the other side has not signed. */
export const waitingForExpectations = (look: Looker): Decision[] =>
  open(look).flatMap((e) => {
    const r = latest(e);
    const side = SIDES.find((s) => !r.signatures[s] && !r.declined[s] && !speaksFor(look.book, r[s], look.me));
    const concerns = r.proposedBy === look.me || SIDES.some((s) => r.signatures[s]?.by === look.me);
    if (!side || !concerns) return [];
    return [
      {
        id: `expectation-signature:${e.id}:${r.n}`,
        title: `The signature of ${partyWords(look.book, r[side], look.nameOf)}`,
        text: sentence(r.statement),
        quote: null,
        ...dueBy(addDays(r.proposedAt.slice(0, 10), SIGN_DAYS), look.today),
        action: 'See the expectation',
        href: href(e),
      },
    ];
  });
