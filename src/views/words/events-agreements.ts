/** Sentences of what people owe each other: duties, expectations, logged decisions. */
import type { Duty, DutyEvent } from '../../domain/agreements/duty.ts';
import type { ExpectationEvent } from '../../domain/agreements/expectation.ts';
import type { LoggedEvent } from '../../domain/agreements/logged.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { dayWords, list } from './format.ts';
import { thingTitle } from './names.ts';
import { placeOf } from './place-of.ts';
import { DUTY_WORDS, SCHEME_WORDS, SIDE_WORDS } from './agreements.ts';
import type { Sentences, Telling } from './telling.ts';

const on = (of: string, { book }: Telling): string => `“${placeOf(book, of)?.text ?? of}”`;
const duties = (of: string, text: string, t: Telling) => ({
  text: text.replace('%', () => on(of, t)),
  quote: null,
  href: placeOf(t.book, of)?.href ?? null,
});
const duty = (which: Duty): string => DUTY_WORDS[which].toLowerCase();
const expectation = (id: string, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/agree/expectations/${id}` });
const promise = ({ book }: Telling, id: string): string => `“${thingTitle(book, 'expectation', id)}”`;
const decision = (id: string, text: string) => ({ text, quote: null, href: `/agree/log/${id}` });

export const AGREEMENT_EVENTS: Sentences<DutyEvent | ExpectationEvent | LoggedEvent> = {
  'duty/given': ({ of, person, duty: which }, t) => duties(of, `made ${t.nameOf(person)} ${duty(which)} for %`, t),
  'duty/taken-back': ({ of, person, duty: which }, t) => duties(of, `no longer has ${t.nameOf(person)} ${duty(which)} for %`, t),
  'duty/scheme-chosen': ({ of, scheme }, t) => duties(of, `chose ${SCHEME_WORDS[scheme]} for %`, t),

  'expectation/proposed': ({ id, statement, due }, t) =>
    expectation(id, `put forward the expectation “${statement}” by ${dayWords(due, t.today)}`),
  'expectation/revised': ({ id, statement, due }, t) =>
    expectation(id, `changed an expectation to “${statement}” by ${dayWords(due, t.today)}; both sides sign anew`),
  'expectation/signed': ({ id, side }, t) => expectation(id, `signed ${promise(t, id)} for ${SIDE_WORDS[side]}`),
  'expectation/declined': ({ id, side, why }, t) => expectation(id, `declined ${promise(t, id)} for ${SIDE_WORDS[side]}`, why),
  'expectation/kept': ({ id, why }, t) => expectation(id, `said that ${promise(t, id)} was kept`, why),
  'expectation/broken': ({ id, why }, t) => expectation(id, `said that ${promise(t, id)} was broken`, why),
  'expectation/released': ({ id, why }, t) => expectation(id, `released the other side from ${promise(t, id)}`, why),
  'expectation/withdrawn': ({ id, why }, t) => expectation(id, `withdrew the expectation ${promise(t, id)}`, why),

  'logged/decided': ({ id, ref, decided, deciders }, t) =>
    decision(id, `logged ${ref}: “${decided}”, decided by ${list(deciders.map((who) => t.nameOf(who)))}`),
  'logged/superseded': ({ id, with: next }, t) =>
    decision(id, `superseded ${t.book.logged.get(id)?.ref ?? id} with ${t.book.logged.get(next)?.ref ?? next}`),
};
