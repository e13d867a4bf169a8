/** A campaign that has ended, as its verdict page reads: what was decided, on what was known then, and what came late. */
import type { Taken } from '../../domain/agreements/verdict.ts';
import { isLate, type Ended, type Micro } from '../../domain/campaign/micro.ts';
import type { Day } from '../../kernel/day.ts';
import { VERDICT_WORDS } from '../words/criteria.ts';
import { capital, count, dayWords, plural } from '../words/format.ts';
import { valueWords } from './value-words.ts';
import type { VerdictInput } from './verdict-input.ts';
import type { VerdictView } from './verdict-view.ts';

type Counted = { readonly input: VerdictInput; readonly view: VerdictView };

export type Since = {
  /** How many looks were told after the end; 0 where only the facts count more than they did. */
  readonly looks: number;
  readonly text: string;
};

/** "Scaled: 60 of 400, 15 %, surely above 8 %". An overrule says that people stood against the rule. */
export const endedTitle = ({ how }: Ended, { said, overruled }: Taken): string =>
  `${capital(how)}${overruled ? `, against the rule, which said “${VERDICT_WORDS[said.word].toLowerCase()}”` : ''}: ${said.finding.replace(/^(Scale it|Abort it|Keep going|Review): /, '')}`;

/** What came after the end, `stood` being what was decided on; null where nothing did. It decides nothing. */
export const sinceThen = (micro: Micro, stood: Counted, now: Counted, endedOn: Day): Since | null => {
  const looks = micro.looks.filter((look) => isLate(micro, look)).length;
  if (looks === 0 && sums(stood.view) === sums(now.view)) return null;
  const came = looks > 0 ? `${capital(plural(looks, 'look'))} came` : 'More was loaded';
  const says =
    now.view.word === stood.view.word
      ? `Counted again, it stands at ${standing(now)}; the rule’s word would be the same.`
      : `Counted again, it stands at ${standing(now)}, and the rule’s word would be “${VERDICT_WORDS[now.view.word].toLowerCase()}”.`;
  return {
    looks,
    text: `${came} after the end on ${dayWords(endedOn, now.input.today)}. ${says} It is kept as late and changes nothing that was decided.`,
  };
};

/** By value: what is kept has its keys in another order. */
const sums = ({ now }: VerdictView): string => (now?.arms ?? []).map(({ n, came }) => `${n}/${came}`).join(' ');

const standing = ({ input, view: { now, unit } }: Counted): string => {
  if (now === null || now.value === null) return 'nothing';
  const arm = now.arms[now.arm];
  const of = unit === 'share' && arm !== undefined ? `${count(arm.came)} of ${count(arm.n)}, ` : '';
  return `${of}${valueWords(now.value, unit, input.currency)}`;
};
