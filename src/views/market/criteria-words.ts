/** Success criteria as sentences, a label to each: what people agree to when they freeze them. */
import type { Criteria } from '../../domain/campaign/criteria.ts';
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import { limitWords, measureWords, sideWords } from '../words/criteria.ts';
import { count, dayWords, percentExact } from '../words/format.ts';

/** The criteria as sentences: what people agree to when they freeze them. */
export const criteriaWords = (
  c: Criteria,
  currency: Currency | null,
  today?: Day,
): readonly { readonly label: string; readonly text: string }[] => [
  { label: 'Measure', text: measureWords(c.measure) },
  { label: 'Scale', text: sideWords(c.measure, 'scale', c.scale, currency) },
  { label: 'Abort', text: sideWords(c.measure, 'abort', c.abort, currency) },
  {
    label: 'At least',
    text: `${count(c.minimum)} ${c.measure.relative ? 'cases of each variant' : 'cases'}, by ${dayWords(c.deadline, today)}`,
  },
  { label: 'Error', text: `wrong at most ${percentExact(c.error)} of the time, for scale and for abort, however often we look` },
  ...c.guardrails.map((g) => ({
    label: 'Guardrail',
    text: `${measureWords(g.measure)}: ${limitWords(g, currency)}`,
  })),
];
