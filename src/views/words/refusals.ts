/**
 * Refusals in words: for every code with which the domain says no, what it means here and what to do next.
 * Server and browser say the same, since both read this. A code without words does not compile.
 */
import type { Book } from '../../domain/book.ts';
import type { Thing } from '../../domain/check.ts';
import type { Refusal } from '../../domain/decide.ts';
import { rolesFor } from '../../domain/may.ts';
import { dayWords, list, quarterWords, short } from './format.ts';
import { seatTitle, thingTitle } from './names.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';
import { STRATEGY_REFUSALS } from './refusals-strategy.ts';
import { BACKLOG_REFUSALS } from './refusals-backlog.ts';
import { BLUEPRINT_REFUSALS } from './refusals-blueprint.ts';
import { INTAKE_REFUSALS } from './refusals-intake.ts';
import { CAPACITY_REFUSALS } from './refusals-capacity.ts';
import { MEASUREMENT_REFUSALS } from './refusals-measurement.ts';
import { AGREEMENT_REFUSALS } from './refusals-agreements.ts';
import { WORKSHOP_REFUSALS } from './refusals-workshop.ts';
import { MARKET_REFUSALS } from './refusals-market.ts';

/** What a refusal means, with the names the book has for what it is about. */
export const refusalWords = (refusal: Refusal, book: Book): RefusalWords =>
  (WORDS[refusal.code] as (refusal: Refusal, book: Book) => RefusalWords)(refusal, book);

const NOUNS: { readonly [T in Thing]: string } = {
  company: 'company',
  member: 'person',
  seat: 'seat',
  objective: 'objective',
  outcome: 'outcome',
  direction: 'vision and mission',
  kpi: 'KPI',
  segment: 'segment',
  guidepoint: 'Guidepoint',
  change: 'change',
  priority: 'priority',
  question: 'question',
  milestone: 'milestone',
  blueprint: 'Blueprint',
  lever: 'lever',
  line: 'line on the not-doing list',
  scenario: 'scenario',
  item: 'work item',
  cycle: 'cycle',
  campaign: 'campaign',
  request: 'request',
  form: 'form',
  team: 'team',
  calendar: 'working calendar',
  absence: 'time off',
  budget: 'budget line',
  commitment: 'commitment',
  entry: 'entry',
  rate: 'rate',
  expectation: 'expectation',
  logged: 'logged decision',
  publication: 'publication',
  workshop: 'workshop',
};

/** Fields as people call them; the rest are called by their own name. */
const FIELDS: { readonly [field: string]: string } = {
  effortDays: 'effort',
  sizeDays: 'size',
  budgetMinor: 'budget',
  due: 'due date',
  on: 'date',
  from: 'start',
  to: 'end',
  'request.on': 'date of the request',
  moscow: 'MoSCoW class',
  decided: 'decision',
  matter: 'question',
  against: 'reason against an alternative',
  asOf: 'date of the number',
  key: 'tracking key',
  zone: 'time zone',
  minimum: 'least number of cases',
  error: 'accepted error',
  spent: 'money spent',
  of: 'name of what counts',
  outOf: 'name of what it is counted out of',
  cases: 'number of cases',
  weight: 'weight of a variant',
  squares: 'sum of squares',
  'amount below': 'amount below the line',
  'squares below': 'sum of squares below the line',
  products: 'sum of products',
  low: 'lower bound',
  high: 'upper bound',
};
/** What can stand, where that is more to say than 0 or more. */
const RANGES: { readonly [field: string]: string } = {
  minimum: 'Give a whole number of cases, 1 or more.',
  error: 'Give more than 0 % and less than 50 %; a command writes 10 % as 0.1.',
  weight: 'Give more than 0: 2 gets twice the cases of 1.',
  cases: 'Give a whole number, 0 or more.',
  hits: 'Give a whole number, 0 or more; of a share no more than its cases.',
  squares: 'Give it with means and ratios, and with nothing else.',
  'amount below': 'Give it with ratios, and with nothing else.',
  'squares below': 'Give it with ratios, and with nothing else.',
  products: 'Give it with ratios, and with nothing else.',
};
const field = (name: string): string => `the ${FIELDS[name] ?? name}`;
const Field = (name: string): string => `The ${FIELDS[name] ?? name}`;
const quoted = (text: string): string => `“${short(text, 60)}”`;
const words = (text: string, todo: string): RefusalWords => ({ text, todo });

const WORDS: RefusalTable = {
  ...STRATEGY_REFUSALS,
  ...BLUEPRINT_REFUSALS,
  ...INTAKE_REFUSALS,
  ...BACKLOG_REFUSALS,
  ...MEASUREMENT_REFUSALS,
  'not-there': ({ thing, id }) =>
    words(
      `There is no ${NOUNS[thing]} ${id === 'company' ? 'yet' : quoted(id)}.`,
      'It may have been changed by somebody else: look again, then choose one that stands.',
    ),
  'there-already': ({ thing, id }, book) =>
    words(
      `The ${NOUNS[thing]} ${quoted(thingTitle(book, thing, id))} is there already.`,
      'Change the one that stands, or give the new one another name.',
    ),
  'not-an-id': ({ thing, id }) =>
    words(
      `${quoted(id)} cannot name a new ${NOUNS[thing]}.`,
      'An id has its prefix, an underscore, then up to 60 letters, digits or dashes; each is used once.',
    ),
  retired: ({ thing, id }, book) =>
    words(
      `The ${NOUNS[thing]} ${quoted(thingTitle(book, thing, id))} was dropped and can no longer change.`,
      'Make a new one, or choose one that stands.',
    ),
  empty: ({ field: name }) => words(`${Field(name)} is empty.`, `Fill in ${field(name)}.`),
  'too-long': ({ field: name, most }) => words(`${Field(name)} is longer than ${most} characters.`, `Shorten ${field(name)}.`),
  'not-a-day': ({ field: name, found }) =>
    words(`${Field(name)} ${quoted(found)} is no date that exists.`, 'Write it as year-month-day: 2026-05-21.'),
  'ends-before-it-starts': ({ from, to }) =>
    words(`It would end on ${dayWords(to)}, before it starts on ${dayWords(from)}.`, 'Move the end to the start or later.'),
  'not-a-number': ({ field: name }) =>
    words(
      `${name === 'hits' ? 'What came' : Field(name)} is not a number that can stand here.`,
      RANGES[name] ?? `Give ${field(name)} as a number, 0 or more.`,
    ),
  'not-one-of': ({ field: name, found, choices }) => words(`${Field(name)} cannot be ${quoted(found)}.`, `Choose ${list(choices)}.`),

  'not-founded': () => words('This company has not been founded yet.', 'Found it first, with its name and currency.'),
  'founded-already': () => words('This company is founded already.', 'Change its name, time zone or fiscal calendar instead.'),
  'last-owner': () => words('The company would be left without an owner.', 'Make another person owner first.'),
  'look-back-out-of-range': () => words('The look-back is not between 1 and 3,650 whole days.', 'Give a number of days from 1 to 3650.'),
  'not-a-fiscal-calendar': () => words('That is no fiscal calendar.', 'Give a start month from 1 to 12, and calendar months or 4-4-5.'),
  'not-a-currency': ({ found }) => words(`${quoted(found)} is no currency code.`, 'Use three capital letters, such as EUR.'),
  'currency-in-use': ({ currency }) =>
    words(
      `Targets and budgets are written in ${currency} already.`,
      'A changed currency would change what was agreed: found another company for it.',
    ),

  'target-is-baseline': () =>
    words('The target equals the baseline, so nothing would have to change.', 'Give a target that differs from the baseline.'),
  'money-without-currency': () =>
    words('The company has no currency yet, so money cannot be a target.', 'Choose the currency of the company first.'),
  'agreed-in-guidepoint': ({ outcome, period }, book) =>
    words(
      `The outcome ${quoted(thingTitle(book, 'outcome', outcome))} is agreed in the Guidepoint ${quarterWords(period)}.`,
      'Ask for a change of that Guidepoint.',
    ),

  'calendar-agreed': ({ period }) =>
    words(
      `What was agreed for ${quarterWords(period)} was signed by every seat, so its quarter must keep its days.`,
      'Found another company for another fiscal calendar.',
    ),

  'not-a-quarter': ({ found }) =>
    words(`${quoted(found)} is no quarter of this company's fiscal calendar.`, 'Name it by year and quarter: 2026-Q2.'),
  'outcomes-one-to-five': ({ found }) =>
    words(`A Guidepoint has one to five outcomes; here ${found === 1 ? 'is' : 'are'} ${found}.`, 'Choose what matters most this quarter.'),
  'seats-needed': () => words('Nobody is asked to sign.', 'Name at least one seat.'),
  'said-twice': () => words('The same one is named twice.', 'Name each once.'),
  'seat-not-asked': ({ seat }, book) =>
    words(
      `The seat ${quoted(seatTitle(book, seat))} is not asked to sign this.`,
      'Sign for a seat that is asked, or propose it with this seat.',
    ),
  'not-your-seat': ({ seat }, book) =>
    words(`You do not hold the seat ${quoted(seatTitle(book, seat))}.`, 'Ask the person who holds it, or an owner to give it to you.'),
  'version-moved-on': ({ current }) =>
    words(`The wording has changed since you read it: version ${current} stands now.`, 'Read it again, then answer.'),
  locked: ({ period }) =>
    words(
      `The Guidepoint ${quarterWords(period)} is agreed and locked.`,
      'Ask for a change: it takes a reason from above the team, and an approver.',
    ),
  'not-locked': () =>
    words('This Guidepoint is not agreed yet, so no change is needed.', 'Reword it; every seat then signs the new wording.'),
  'outcomes-moved': ({ outcomes }, book) =>
    words(
      `Since this wording was put forward, ${list(outcomes.map((id) => quoted(thingTitle(book, 'outcome', id))))} changed.`,
      'Reword the Guidepoint, so that every seat signs what now stands.',
    ),
  'terms-outside': ({ outcome }, book) =>
    words(
      `The outcome ${quoted(thingTitle(book, 'outcome', outcome))} is not among the outcomes of this change.`,
      'Name it among them, or leave its new target out.',
    ),
  'nothing-changed': () => words('The change would change nothing.', 'Change the statement, the outcomes, a target, a date or the seats.'),
  'change-open': () => words('Another change waits for its approver.', 'Have it decided or withdrawn first.'),
  'change-decided': ({ state }) => words(`This change is ${state} already.`, 'Ask for a new change where one is still needed.'),
  'approver-is-proposer': () => words('Who asks for a change cannot approve it.', 'Choose another approver.'),
  'approver-without-seat': () => words('The approver holds none of the seats that signed.', 'Choose somebody who holds one of them.'),
  'not-the-approver': () => words('This change waits for somebody else.', 'Only the approver named in it can decide it.'),
  'not-the-proposer': () => words('This change was asked for by somebody else.', 'Only the one who asked can withdraw it.'),

  ...CAPACITY_REFUSALS,

  'low-above-high': ({ field: name }) =>
    words(
      name === 'split'
        ? 'The least that one item turns into is more than the most.'
        : 'The least that is found on the way is more than the most.',
      'Give the smaller number first.',
    ),
  'growth-out-of-range': () =>
    words(
      'Work cannot grow like that.',
      'One item turns into 1 to 10 finished ones, and at most ten times the list is found on the way (1,000 %).',
    ),
  'lag-out-of-range': () =>
    words(
      'These days cannot be a lag.',
      'Half of the effect shows after more than 0 days, most of it later than that and within ten years.',
    ),
  'no-such-lag': ({ kind }) => words(`No lag is stated for ${quoted(kind)}.`, 'Choose a kind of work for which one is stated.'),
  'name-means-another': ({ found, campaign }, book) =>
    words(
      `${quoted(found)} already means the campaign ${quoted(thingTitle(book, 'campaign', campaign))}.`,
      'Choose another name, or take it away from that campaign first.',
    ),
  'key-stays': ({ key }) =>
    words(`${quoted(key)} is the tracking key of this campaign and stays.`, 'Remove another alias, or plan a new campaign with a new key.'),

  ...MARKET_REFUSALS,
  ...AGREEMENT_REFUSALS,
  ...WORKSHOP_REFUSALS,

  'may-not': ({ command }) => {
    const roles = rolesFor(command);
    return words(
      'Your role in this company may not do this.',
      roles.length > 0 ? `It takes ${list(roles).replace(/ and (?=\S+$)/, ' or ')}: ask an owner.` : 'Ask an owner of the company.',
    );
  },
};
