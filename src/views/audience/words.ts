/** Definitions of segments in words: "industry is Water, and pumps over 50". */
import { isGroup, type Condition, type Group, type Member, type Segment, type Test } from '../../domain/audience/segment.ts';
import { isDay } from '../../kernel/day.ts';
import { dayWords, list } from '../words/format.ts';

export const TEST_WORDS: { readonly [T in Test]: string } = {
  equals: 'is',
  differs: 'is not',
  'one-of': 'is one of',
  'none-of': 'is none of',
  contains: 'contains',
  lacks: 'does not contain',
  over: 'is over',
  under: 'is under',
  blank: 'is blank',
  filled: 'is filled',
};

/** Days are after and before, numbers over and under. */
const testWords = (test: Test, day: boolean): string =>
  day && test === 'over' ? 'is after' : day && test === 'under' ? 'is before' : TEST_WORDS[test];

export const conditionWords = ({ on, field, test, values }: Condition, of: Member): string => {
  const day = values.length > 0 && isDay(values[0]!);
  const said = values.map((value) => (isDay(value) ? dayWords(value) : value));
  const whose = on === of ? '' : on === 'account' ? 'account’s ' : 'some contact’s ';
  return [
    `${whose}${field}`,
    testWords(test, day),
    list(said).replace(/ and (?=[^,]*$)/, test === 'one-of' || test === 'none-of' ? ' or ' : ' and '),
  ]
    .filter((part) => part !== '')
    .join(' ');
};

export const groupWords = ({ join, parts }: Group, of: Member): string =>
  parts
    .map((part) =>
      isGroup(part) ? (part.parts.length > 1 ? `(${groupWords(part, of)})` : groupWords(part, of)) : conditionWords(part, of),
    )
    .join(join === 'all' ? ', and ' : ', or ');

/** The whole definition in one sentence without its full stop. */
export const definitionWords = ({ of, where }: Pick<Segment, 'of' | 'where'>): string =>
  `${of === 'account' ? 'Accounts' : 'Contacts'} where ${groupWords(where, of)}`;
