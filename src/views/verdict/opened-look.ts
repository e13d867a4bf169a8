/** The value of a look, opened: what it is, how far the truth may lie, what the rule made of it, how it was counted. */
import { ANSWER_DAYS, isByHand } from './counted.ts';
import { NOTHING, type Opened } from '../words/opened.ts';
import { capital, count, dayWords } from '../words/format.ts';
import type { LookRow } from './look-rows.ts';
import { RULE } from './verdict-page.ts';
import { valueWords } from './value-words.ts';
import type { VerdictInput } from './verdict-input.ts';
import type { VerdictView } from './verdict-view.ts';

type Here = { readonly campaign: string; readonly loads: readonly number[] };

/** null where nothing stood yet. */
export const openedLook = (
  { criteria, variants, currency, today }: VerdictInput,
  view: VerdictView,
  look: LookRow,
  { campaign, loads }: Here,
): Opened | null => {
  if (look.value === null) return null;
  const { unit, measure, wanted } = view;
  const write = (n: number): string => valueWords(n, unit, currency);
  const byHand = isByHand(criteria.measure);
  const each = look.arms
    .map((arm, i) => `${variants.length > 1 ? `“${variants[i]?.name ?? i + 1}” ` : ''}${count(arm.came)} of ${count(arm.n)}`)
    .join('; ');
  const evidence = (times: number | null): string => (times === null ? 'none yet' : count(Math.min(times, 1e6), times < 10 ? 1 : 0));
  return {
    ...NOTHING,
    what: `${capital(measure)}, up to ${dayWords(look.on, today)}`,
    value: write(look.value),
    meaning: each,
    interval:
      look.low === null || look.high === null
        ? null
        : {
            low: look.low,
            value: look.value,
            high: look.high,
            target: criteria.scale,
            name: 'Holds the truth at every look at once',
            write,
          },
    sure: `Evidence to scale ${evidence(look.forScale)}, to abort ${evidence(look.forAbort)}; ${count(wanted, 1)} is wanted.${look.counts ? '' : ' This look decides nothing: too few cases, or after the deadline.'}`,
    how: `${byHand ? 'Told by people, as sums up to that day.' : `Counted from touches, leads and deals; whether it is too few is judged by cases that had time to answer (${ANSWER_DAYS} days, or the measured lag).`} ${RULE.text}`,
    more: [{ text: 'The campaign and its criteria', href: `/market/micro/${campaign}` }],
    asOf: look.on,
    loads: byHand ? [] : loads,
  };
};
