/** Criteria of a micro-campaign in words: what is measured, from where it is scaled, what a variant is called. */
import type { Counted, Guardrail, Measure, Word } from '../../domain/campaign/criteria.ts';
import type { Question } from '../../domain/campaign/micro.ts';
import type { Currency } from '../../kernel/money.ts';
import { exact, moneyExact, percentExact } from './format.ts';

export const VERDICT_WORDS: { readonly [W in Word]: string } = {
  scale: 'Scale',
  'keep-going': 'Keep going',
  abort: 'Abort',
  review: 'Review',
};

/** The readiness questions of a micro-campaign, as they are asked. */
export const QUESTION_WORDS: { readonly [Q in Question]: string } = {
  audience: 'Who gets it, and how do we reach them?',
  consent: 'May we write to them or call them, and how do they say no?',
  tracking: 'Has somebody tried the link and seen the touch arrive?',
  answers: 'Who answers those who reply, and how fast?',
  afterwards: 'What do we do if it works, and what if it does not?',
};

const COUNTED: { readonly [W in Exclude<Counted['what'], 'hand' | 'touch' | 'stage'>]: string } = {
  lead: 'leads',
  opportunity: 'opportunities opened',
  won: 'deals won',
  revenue: 'revenue won',
  spend: 'money spent',
};

/** What is counted, as a noun: "replies that ask for something", "touches “Reply”", "deals won". */
export const countedWords = (c: Counted): string => {
  if (c.what === 'hand') return c.name;
  if (c.what === 'touch') return c.kind === '' ? 'touches' : `touches “${c.kind}”`;
  return c.what === 'stage' ? `opportunities that reached “${c.stage}”` : COUNTED[c.what];
};

/** "Replies, of messages sent": the measure in one line. */
export const measureWords = ({ kind, of, outOf }: Measure): string => {
  const [top, under] = [countedWords(of), within(countedWords(outOf))];
  const text =
    kind === 'share' ? `${top}, of ${under}` : kind === 'count' || kind === 'mean' ? `${top} for each of ${under}` : `${top} over ${under}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** In the middle of a sentence: “Messages sent” is “messages sent”, “MQLs” stays. */
const within = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

const isMoney = (c: Counted): boolean => c.what === 'revenue' || c.what === 'spend';

/** A threshold as it is read, to the last digit: two people sign it, and it is what counts: "8 %", "12.5 %", "€1,200", "10 % better than the first variant". */
export const thresholdWords = ({ kind, of, outOf, relative, better }: Measure, value: number, currency: Currency | null): string => {
  if (relative) {
    const gain = better === 'more' ? value : -value;
    return value === 0 ? 'the first variant' : `${percentExact(Math.abs(value))} ${gain > 0 ? 'better' : 'worse'} than the first variant`;
  }
  if (kind === 'share') return percentExact(value);
  return isMoney(of) && !(kind === 'ratio' && isMoney(outOf)) ? moneyExact(value, currency) : exact(value);
};

/** The two sides in words: "above 8 %" to scale and "below 5 %" to abort, or the other way round where less is better. */
export const sideWords = (m: Measure, which: 'scale' | 'abort', value: number, currency: Currency | null): string => {
  const above = (m.better === 'more') === (which === 'scale');
  if (m.relative)
    return value === 0
      ? `${which === 'scale' ? 'better' : 'worse'} than the first variant`
      : `more than ${thresholdWords(m, value, currency)}`;
  return `${above ? 'above' : 'below'} ${thresholdWords(m, value, currency)}`;
};

/** What a guardrail must not pass: "not above 0.04 %", "not below 3 %". */
export const limitWords = ({ measure, limit }: Guardrail, currency: Currency | null): string =>
  `${measure.better === 'less' ? 'not above' : 'not below'} ${thresholdWords({ ...measure, relative: false }, limit, currency)}`;
