/** A built-in measure over a period, with what opens behind it. */
import { dealIds, type WhichDeals } from '../../../facts/questions/deal-rows.ts';
import { MEASURE_NAMES, type Measure } from '../../../domain/strategy/metric.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Behind } from '../../../views/home/home.ts';
import { tally } from '../../../views/words/format.ts';
import { behindAnswer } from '../ask/behind.ts';
import type { Reader } from '../ask/reader.ts';
import { answerOf } from '../ask/tables.ts';

/** A value in the unit of its metric, or why there is none; and what it rests on. */
export type Now = { readonly value: number | null; readonly why: string | null; readonly asOf: Day; readonly behind: Behind };
/** Days from and to, both in it. */
export type Window = { readonly from: Day; readonly to: Day };

const WHICH: { readonly [M in Exclude<Measure, 'open-pipeline'>]: 'won' | 'lost' | 'opened' } = {
  'won-revenue': 'won',
  'deals-won': 'won',
  'deals-lost': 'lost',
  'opportunities-opened': 'opened',
};

/** Counted in the window; a pipeline is what stands open at its end, or now. */
export const measureNow = async (reader: Reader, measure: Measure, { from, to }: Window): Promise<Now> => {
  const period = { since: from, until: addDays(to, 1) };
  const end = to < reader.head.asOf ? to : reader.head.asOf;
  const counted: WhichDeals = measure === 'open-pipeline' ? { which: 'open' } : { which: WHICH[measure], ...period };
  const [answer, ids] = await Promise.all([
    answerOf(reader, 'measures', { ...period, ...(measure === 'open-pipeline' && { asOf: end }) }),
    dealIds(reader.engine, counted, { asOf: end }),
  ]);
  const behind = behindAnswer(answer, ids.length > 0 ? [{ text: tally(ids.length, 'deal'), entity: 'opportunity', ids }] : []);
  const none = (why: string): Now => ({ value: null, why, asOf: answer.asOf, behind });
  if (answer.loads.length === 0) return none('Not known: no deals are loaded yet.');
  const found = answer.rows.find((row) => row['metric'] === measure)?.['value'] as Money | number | null | undefined;
  if (found === null || found === undefined) return none(`Not known: ${unpriced(answer, measure)}.`);
  if (typeof found === 'number') return { value: found, why: null, asOf: answer.asOf, behind };
  const own = reader.context.book.company.get('company')?.currency ?? null;
  // A target in the company's money is not compared with money of another.
  if (own !== null && found.currency !== null && found.currency !== own)
    return none(`Not known: the deals are in ${found.currency}, the target is in ${own}.`);
  return { value: found.minor, why: null, asOf: answer.asOf, behind };
};

const unpriced = ({ coverage }: Answer, measure: Measure): string => {
  const missing = coverage.missing.map(({ why, n }) => `${tally(n, 'deal')} ${why}`);
  return missing.length > 0 ? missing.join(', ') : `${MEASURE_NAMES[measure]} has no amount on any deal`;
};
