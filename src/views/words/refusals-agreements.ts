/** Refusals about duties, expectations and logged decisions, in words. */
import { DUTY_WORDS, ENDED_WORDS, SCHEME_WORDS, SIDE_WORDS } from './agreements.ts';
import { short } from './format.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';

const words = (text: string, todo: string): RefusalWords => ({ text, todo });

/** Codes that only these areas have; what they share with others is said for all. */
type Said =
  | 'no-duties-for'
  | 'has-left'
  | 'duty-of-other-scheme'
  | 'nothing-has-id'
  | 'side-without-anybody'
  | 'sides-are-one'
  | 'not-agreed-yet'
  | 'agreed-already'
  | 'revision-moved-on'
  | 'not-your-side'
  | 'side-signed'
  | 'signed-other-side'
  | 'expectation-ended'
  | 'deciders-needed'
  | 'too-much-evidence'
  | 'superseded-already';

export const AGREEMENT_REFUSALS: Pick<RefusalTable, Said> = {
  'no-duties-for': ({ id }) =>
    words(`“${short(id, 60)}” is nothing that people have duties for.`, 'Choose a priority, an outcome or an objective that stands.'),
  'has-left': () => words('This person has left the company.', 'Choose somebody who is still here.'),
  'duty-of-other-scheme': ({ scheme, duty }) =>
    words(
      `${DUTY_WORDS[duty]} is no duty of ${SCHEME_WORDS[scheme]}, which this priority uses.`,
      'Choose a duty of its scheme, or change the scheme first.',
    ),

  'nothing-has-id': ({ id }) => words(`Nothing here has the id “${short(id, 60)}”.`, 'Choose a thing of this company, or leave it out.'),
  'side-without-anybody': ({ side }) => words(`Nobody stands on ${SIDE_WORDS[side]}.`, 'Name a seat or a person.'),
  'sides-are-one': () =>
    words('Both sides are the same.', 'Nobody can promise himself something here: choose another seat or person for one side.'),
  'not-agreed-yet': () =>
    words(
      'Both sides have not signed this yet.',
      'It can be kept, broken or released once both have signed; until then change or withdraw it.',
    ),
  'agreed-already': () =>
    words('Both sides have signed this.', 'Change it, so that both sign anew, or say that it was kept, broken or released.'),
  'revision-moved-on': ({ current }) =>
    words(`The words have changed since you read them: revision ${current} stands now.`, 'Read it again, then answer.'),
  'not-your-side': ({ side }) => words(`You do not speak for ${SIDE_WORDS[side]}.`, 'Ask the person who is named, or who holds its seat.'),
  'side-signed': ({ side }) => words(`Somebody has signed for ${SIDE_WORDS[side]} already.`, 'Nothing more needs to be signed for it.'),
  'signed-other-side': ({ side }) => words(`You have signed for ${SIDE_WORDS[side]}.`, 'Another person signs for the other side.'),
  'expectation-ended': ({ how }) => words(`This expectation has ended: ${ENDED_WORDS[how].toLowerCase()}.`, 'Put forward a new one.'),

  'deciders-needed': () => words('Nobody is named who decided this.', 'Name at least one person.'),
  'too-much-evidence': ({ most }) => words(`A logged decision rests on at most ${most} numbers.`, 'Keep those that mattered.'),
  'superseded-already': ({ id, with: next }, book) =>
    words(
      `${book.logged.get(id)?.ref ?? 'It'} is superseded already, by ${book.logged.get(next)?.ref ?? 'another'}.`,
      'Supersede the one that stands.',
    ),
};
