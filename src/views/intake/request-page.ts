/**
 * The requester's page: all that the holder of the secret link to one request may see, and nothing else, in words.
 * The server sends exactly this; whatever is not here never reaches that browser.
 */
import type { Book } from '../../domain/book.ts';
import { allows, REQUESTERS } from '../../domain/intake/allows.ts';
import { openQuestion, rootOf, type Request } from '../../domain/intake/request.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { quarterOf } from '../../kernel/fiscal.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { dayIn } from '../../kernel/zone.ts';
import { capital, dayLong, dayWords, days, tally } from '../words/format.ts';
import type { Dates, DatesOf } from './dates.ts';
import { itemOf, phaseOf, type Phase } from './phase.ts';
import { placeOfItem, queueAround, type QueueRow } from './queue.ts';
import { soonerFor, type Sooner } from './sooner.ts';

export type PageStep = { readonly text: string; readonly when: string; readonly done: boolean };

export type RequestPage = {
  readonly company: string;
  readonly ref: string;
  /** "Request R-131 by Sanne Vos, 4 May". */
  readonly about: string;
  /** The finding: "Accepted, at place 10. Even odds of being finished by 30 June." */
  readonly title: string;
  readonly text: string;
  readonly phase: Phase;
  /** True where the words and the name were erased: nothing else is shown then. */
  readonly erased: boolean;
  /** What was asked, in the requester's words. */
  readonly wish: readonly { readonly label: string; readonly words: string; readonly written: boolean }[];
  readonly dates: readonly { readonly day: string; readonly sure: string }[];
  readonly queue: readonly QueueRow[];
  readonly sooner: Sooner | null;
  /** A place that was asked for and what was said to it. */
  readonly place: { readonly text: string; readonly why: string | null } | null;
  /** The last reason the team gave, and for what. */
  readonly why: { readonly label: string; readonly words: string; readonly by: string } | null;
  readonly serves: { readonly name: string; readonly text: string } | null;
  readonly steps: readonly PageStep[];
  readonly question: string | null;
  readonly may: { readonly withdraw: boolean; readonly answer: boolean; readonly askPlace: boolean };
};

export type PageWish = {
  readonly book: Book;
  readonly request: Request;
  readonly today: Day;
  readonly nameOf: (person: PersonId) => string | null;
  readonly noteOf: (note: NoteId) => string | null;
  readonly datesOf: DatesOf;
};

/** The page of one request, as it stands on the day. */
export const requestPage = (wish: PageWish): RequestPage => {
  const { book, request, today, nameOf, noteOf, datesOf } = wish;
  const company = book.company.get('company')!;
  const phase = phaseOf(book, request, today);
  const item = itemOf(book, request);
  const open = (phase === 'queued' || phase === 'started') && item !== null;
  const dates = open ? datesOf(book, today) : null;
  const place = item ? placeOfItem(book, item.id) : null;
  const own = item && dates ? dates.of(item.id) : null;
  const erased = noteOf(request.result) === null;
  const name = nameOf(request.by);
  const end = addDays(quarterOf(company.fiscal, today).to, -1);
  const mine = request.standing.state !== 'merged';
  const { state } = request.standing;
  const allowed = (act: (typeof REQUESTERS)[number]): boolean => !erased && REQUESTERS.includes(act) && allows(state, act);
  const question = openQuestion(request);
  const bare: RequestPage = {
    company: company.name,
    ref: request.ref,
    about: `Request ${request.ref}${name && !erased ? ` by ${name}` : ''}, ${dayWords(request.on, today)}`,
    title: 'The words of this request were erased.',
    text: 'Name, address and what was written were taken away for good, as was asked. What was decided is kept without them.',
    phase,
    erased,
    wish: [],
    dates: [],
    queue: [],
    sooner: null,
    place: null,
    why: null,
    serves: null,
    steps: [],
    question: null,
    may: { withdraw: false, answer: false, askPlace: false },
  };
  if (erased) return bare;
  return {
    ...bare,
    title: titleOf(wish, phase, place, own?.p50 ?? null),
    text: textOf(wish, phase, item?.title ?? null, dates),
    wish: wishOf(wish),
    dates: own
      ? [[own.p50, 50] as const, [own.p85, 85] as const, [own.p95, 95] as const].map(([day, sure]) => ({
          day: dayWords(day, today),
          sure: `${sure} % sure`,
        }))
      : [],
    queue: open && dates ? queueAround(book, item.id, dates, end, today) : [],
    sooner:
      phase === 'queued' && dates && mine && item
        ? soonerFor(book, item.id, { dates, datesOf, by: request.due ?? end, today, decider: deciderOf(wish) })
        : null,
    place: placeAsked(wish),
    why: whyOf(wish),
    serves: servesOf(wish, own?.p85 ?? null),
    steps: stepsOf(wish, phase, own ? `${dayWords(own.p50, today)} to ${dayWords(own.p85, today)}` : null),
    question: question && allowed('answer') ? noteOf(question.question) : null,
    may: {
      withdraw: allowed('withdraw') && phase !== 'done',
      answer: allowed('answer') && question !== null,
      askPlace: allowed('ask-place') && phase === 'queued',
    },
  };
};

const odds = (p50: Day, today: Day): string => `Even odds of being finished by ${dayLong(p50, today)}.`;

const titleOf = ({ book, request, today }: PageWish, phase: Phase, place: number | null, p50: Day | null): string => {
  const root = rootOf(book, request);
  const joined = root !== request ? `Joined with ${root.ref}: ` : '';
  const say = (text: string): string => (joined ? joined + text.charAt(0).toLowerCase() + text.slice(1) : text);
  switch (phase) {
    case 'waiting':
    case 'due':
      return say(request.decided && !joined ? 'Back in the inbox. It waits for a decision.' : 'Received. It waits for a decision.');
    case 'deferred':
      return say(root.standing.state === 'deferred' ? `Deferred until ${dayLong(root.standing.until, today)}.` : 'Deferred.');
    case 'queued':
      return say(`Accepted, at place ${place}. ${p50 ? odds(p50, today) : 'No date can be named yet.'}`);
    case 'started':
      return say(`Under way. ${p50 ? odds(p50, today) : 'No date can be named yet.'}`);
    case 'done':
      return say(`Done on ${dayLong(itemOf(book, request)!.finishedOn!, today)}.`);
    case 'dropped':
      return say('The work was dropped. Somebody decides again what becomes of your request.');
    case 'declined':
      return say('Declined.');
    case 'withdrawn':
      return say('Withdrawn.');
  }
};

const NEXT: { readonly [P in Phase]: string } = {
  waiting: 'You read here what is decided, with the reason.',
  due: 'It is looked at again now. You read here what is decided, with the reason.',
  deferred: 'On that day it comes back by itself and is looked at again.',
  queued: '',
  started: '',
  done: 'If it did what you needed, or did not, tell the people who made it.',
  dropped: 'You read here what is decided, with the reason.',
  declined: 'The reason stands on this page. You may ask again with something new.',
  withdrawn: 'Nothing more happens. If you need it after all, ask again.',
};

const textOf = (_: PageWish, phase: Phase, item: string | null, dates: Dates | null): string =>
  [item === null ? '' : `${item}.`, dates === null ? NEXT[phase] : dates.why].filter(Boolean).join(' ');

const wishOf = ({ request, noteOf, today }: PageWish): RequestPage['wish'] => {
  const said = (label: string, note: NoteId | null): RequestPage['wish'] => {
    const words = note && noteOf(note);
    return words ? [{ label, words, written: true }] : [];
  };
  return [
    ...said('What should be different', request.result),
    ...said('Who does something differently', request.whom),
    ...(request.due ? [{ label: 'By when it matters', words: dayLong(request.due, today), written: false }] : []),
    ...said('If it is later', request.later),
    ...said('How you will see that it worked', request.proof),
    ...said('What you had in mind', request.tactic),
  ];
};

/** Who of the team can give another place: whoever decided last, else the company's people. */
const deciderOf = ({ request, nameOf }: PageWish): string => (request.decided && nameOf(request.decided.by)) ?? 'The team';

const placeAsked = ({ request, noteOf, nameOf }: PageWish): RequestPage['place'] => {
  const { place } = request;
  if (!place || request.standing.state !== 'accepted') return null;
  if (!place.answer) return { text: `You asked for place ${place.place}. The team has not answered yet.`, why: null };
  const who = nameOf(place.answer.by) ?? 'The team';
  return {
    text: place.answer.granted ? `${who} gave it the place you asked for (${place.place}).` : `${who} said no to place ${place.place}.`,
    why: noteOf(place.answer.why),
  };
};

const whyOf = ({ book, request, noteOf, nameOf, today }: PageWish): RequestPage['why'] => {
  const root = rootOf(book, request);
  // Where the one it is joined with was decided about since, that is the news.
  const told = root.decided && root.standing.state !== 'received' && root !== request ? root : request;
  const { decided, standing } = told;
  const words = decided?.why ? noteOf(decided.why) : null;
  if (!decided || words === null) return null;
  const LABELS = {
    received: 'Why it is looked at again',
    deferred: 'Why it was deferred',
    accepted: 'Why it was accepted',
    merged: 'Why it was joined with another',
    declined: 'Why it was declined',
    withdrawn: 'Why it was withdrawn',
  } as const;
  const zone = book.company.get('company')!.zone;
  return {
    label: LABELS[standing.state],
    words,
    by: `${nameOf(decided.by) ?? 'The requester'}, ${dayWords(dayIn(zone, decided.at), today)}`,
  };
};

const servesOf = ({ book, request, today }: PageWish, p85: Day | null): RequestPage['serves'] => {
  const item = itemOf(book, request);
  const priority = item?.priority ? book.priority.get(item.priority) : undefined;
  const outcome = priority?.outcomes.map((id) => book.outcome.get(id)).find((o) => o && !o.retired);
  if (!outcome) return null;
  const late = p85 !== null && p85 > outcome.due;
  return {
    name: outcome.name,
    text: late
      ? `Agreed for ${dayWords(outcome.due, today)}. As it stands, this may be finished only after that.`
      : `Agreed for ${dayWords(outcome.due, today)}.`,
  };
};

const stepsOf = ({ book, request, today }: PageWish, phase: Phase, span: string | null): PageStep[] => {
  const zone = book.company.get('company')!.zone;
  const item = itemOf(book, request);
  const question = openQuestion(request);
  const { decided, standing } = request;
  const on = decided ? dayIn(zone, decided.at) : null;
  const waited =
    on === null ? '' : `, ${daysBetween(request.on, on) === 0 ? 'the same day' : `after ${tally(daysBetween(request.on, on), 'day')}`}`;
  const received: PageStep = { text: 'Received', when: dayWords(request.on, today), done: true };
  if (phase === 'declined' || phase === 'withdrawn' || phase === 'deferred')
    return [received, { text: capital(phase), when: on === null ? '' : dayWords(on, today) + waited, done: true }];
  if (!item || phase === 'dropped')
    return [received, { text: 'Decided', when: question ? 'not yet; one question open' : 'not yet', done: false }];
  const started = item.startedOn ?? (phase === 'done' ? item.finishedOn : null);
  return [
    received,
    {
      text: standing.state === 'merged' ? `Joined with ${rootOf(book, request).ref}` : 'Accepted',
      when: on === null ? '' : dayWords(on, today) + waited,
      done: true,
    },
    item.sizeDays === null
      ? { text: 'Sized', when: 'not yet', done: false }
      : { text: `Sized: ${days(item.sizeDays)}`, when: 'by the team', done: true },
    {
      text: 'Started',
      when: started ? dayWords(started, today) : question ? 'not yet; one question open' : 'not yet',
      done: started !== null,
    },
    {
      text: 'Finished',
      when: item.finishedOn ? dayWords(item.finishedOn, today) : (span ?? 'not known yet'),
      done: item.finishedOn !== null,
    },
  ];
};
