/** Sentences of what happens to the company and its members. */
import type { CompanyEvent } from '../../domain/company/company.ts';
import { list, tally } from './format.ts';
import type { Sentences } from './telling.ts';
import { seatTitle } from './names.ts';

const SETTINGS = '/settings/company';
const PEOPLE = '/settings/people';
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const of = (text: string, href: string) => ({ text, href, quote: null });

export const COMPANY_EVENTS: Sentences<CompanyEvent> = {
  'company/founded': ({ name }) => of(`founded ${name}`, SETTINGS),
  'company/renamed': ({ name }) => of(`renamed the company to ${name}`, SETTINGS),
  'company/currency-chosen': ({ currency }) => of(`chose ${currency} as its currency`, SETTINGS),
  'company/zone-chosen': ({ zone }) => of(`chose ${zone.replaceAll('_', ' ')} as its time zone`, SETTINGS),
  'company/fiscal-chosen': ({ fiscal }) =>
    of(
      `let the fiscal year begin in ${MONTHS[fiscal.startMonth - 1]}, in ${fiscal.pattern === 'calendar' ? 'calendar months' : 'weeks of 4-4-5'}`,
      SETTINGS,
    ),
  'company/look-back-chosen': ({ days }) => of(`let touches count for ${tally(days, 'day')} before a close`, SETTINGS),
  'company/titles-shown': ({ shown }) =>
    of(shown ? 'let requesters read the titles of other work' : 'keeps the titles of other work from requesters', SETTINGS),
  'company/shares-chosen': ({ mustPercent, couldPercent }) =>
    of(`let Must take at most ${mustPercent} % of the recorded days, and Could about ${couldPercent} %`, SETTINGS),
  'company/feed-opened': () => of('opened a calendar feed of the milestones', '/plan/roadmap'),
  'company/feed-closed': () => of('closed the calendar feed of the milestones', '/plan/roadmap'),
  'company/seat-named': ({ title }) => of(`named the seat ${title}`, PEOPLE),
  'company/member-added': ({ person, role, seats }, { book, nameOf }) =>
    of(
      `took in ${nameOf(person)} as ${role}${seats.length > 0 ? `, signing for ${list(seats.map((s) => seatTitle(book, s)))}` : ''}`,
      PEOPLE,
    ),
  'company/role-given': ({ person, role }, { nameOf }) => of(`made ${nameOf(person)} ${role}`, PEOPLE),
  'company/seats-given': ({ person, seats }, { book, nameOf }) =>
    of(
      seats.length > 0
        ? `let ${nameOf(person)} sign for ${list(seats.map((s) => seatTitle(book, s)))}`
        : `took every seat from ${nameOf(person)}`,
      PEOPLE,
    ),
  'company/member-removed': ({ person }, { nameOf }) => of(`let ${nameOf(person)} go`, PEOPLE),
};
