/** Counts the pack of a period: every answer that is frozen when it is published, and the rows behind them. */
import { periodLedger } from '../../../facts/questions/period-ledger.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import type { FrozenAnswer, Pack } from '../../../views/published/pack.ts';
import type { Reader } from '../ask/reader.ts';
import { answerOf } from '../ask/tables.ts';

/** The answers that make up the numbers of a period; each is frozen whole. */
const asked = (period: Period, asOf: Day): readonly Omit<FrozenAnswer, 'answer'>[] => {
  const within = { since: period.from, until: period.to, asOf };
  return [
    { name: 'measures', question: 'measures', params: within },
    { name: 'pipeline at the end', question: 'measures', params: { asOf: addDays(period.to, -1) } },
    { name: 'funnel', question: 'funnel', params: within },
    { name: 'credit by channel', question: 'credit', params: { ...within, by: ['channel'], model: ['all'] } },
    { name: 'credit by campaign', question: 'credit', params: { ...within, by: ['campaign'], model: ['all'] } },
    { name: 'return by channel', question: 'roi', params: { ...within, by: ['channel'] } },
    { name: 'cost of a new customer', question: 'cac', params: within },
    { name: 'sales velocity', question: 'velocity', params: within },
  ];
};

/** The numbers of `period` as the facts have them now, knowing nothing dated after `asOf`. */
export const packOf = async (reader: Reader, period: Period, asOf: Day): Promise<Pack> => {
  const answers: FrozenAnswer[] = [];
  for (const wish of asked(period, asOf)) answers.push({ ...wish, answer: await answerOf(reader, wish.question, wish.params) });
  const { currency, zone, lookBackDays, rules, loads } = reader.head;
  const ledger = await periodLedger(reader.engine, { asOf, currency, rules }, period.from, period.to);
  return { v: 1, period: period.id, from: period.from, to: period.to, asOf, currency, zone, lookBackDays, loads, answers, ...ledger };
};
