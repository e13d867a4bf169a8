/** Outcomes as they stand: measured from the facts within their own dates, or as they were last reported. */
import { dealIds, type WhichDeals } from '../../../facts/questions/deal-rows.ts';
import type { Measure } from '../../../domain/strategy/metric.ts';
import type { CheckIn } from '../../../domain/strategy/check-in.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Behind, OutcomeNow } from '../../../views/home/home.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import { behindAnswer, behindBook } from './behind.ts';
import type { Reader } from './reader.ts';
import { answerOf } from './tables.ts';

/** Every outcome that is not retired. */
export const outcomesNow = (reader: Reader): Promise<OutcomeNow[]> =>
  Promise.all(
    [...reader.context.book.outcome.values()]
      .filter(({ retired }) => retired === null)
      .map(async (outcome) =>
        outcome.metric.kind === 'measured' ? measured(reader, outcome, outcome.metric.measure) : reported(reader, outcome),
      ),
  );

const reported = (reader: Reader, outcome: Outcome): OutcomeNow => {
  const { context } = reader;
  const last = outcome.checkIns.reduce<CheckIn | null>(
    (latest, checkIn) => (checkIn.on <= context.today && (latest === null || checkIn.on >= latest.on) ? checkIn : latest),
    null,
  );
  const behind: Behind = behindBook(
    reader,
    last === null
      ? 'Reported by a person; nobody has yet.'
      : `As reported by ${context.nameOf(last.by)} on ${dayWords(last.on, context.today)}; a person says it, nothing here can check it.`,
  );
  return last === null
    ? { id: outcome.id, value: null, why: 'Not known: nobody has checked in yet.', asOf: reader.head.asOf, behind }
    : { id: outcome.id, value: last.value, why: null, asOf: last.on, behind: { ...behind, asOf: last.on } };
};

const measured = async (reader: Reader, outcome: Outcome, measure: Measure): Promise<OutcomeNow> => {
  const period = { since: outcome.from, until: addDays(outcome.due, 1) };
  // A pipeline is what stands open at the end of its period, or now.
  const end = outcome.due < reader.head.asOf ? outcome.due : reader.head.asOf;
  const counted: WhichDeals =
    measure === 'open-pipeline' ? { which: 'open' } : { which: measure === 'won-revenue' ? 'won' : 'opened', ...period };
  const [answer, ids] = await Promise.all([
    answerOf(reader, 'measures', { ...period, ...(measure === 'open-pipeline' && { asOf: end }) }),
    dealIds(reader.engine, counted, { asOf: end }),
  ]);
  const behind = behindAnswer(answer, ids.length > 0 ? [{ text: tally(ids.length, 'deal'), entity: 'opportunity', ids }] : []);
  const none = (why: string): OutcomeNow => ({ id: outcome.id, value: null, why, asOf: answer.asOf, behind });
  if (answer.loads.length === 0) return none('Not known: no deals are loaded yet.');
  const found = answer.rows.find((row) => row['metric'] === measure)?.['value'] as Money | number | null | undefined;
  if (found === null || found === undefined) return none(`Not known: ${unpriced(answer)}.`);
  if (typeof found === 'number') return { id: outcome.id, value: found, why: null, asOf: answer.asOf, behind };
  const own = reader.context.book.company.get('company')?.currency ?? null;
  // A target in the company's money is not compared with money of another.
  if (own !== null && found.currency !== null && found.currency !== own)
    return none(`Not known: the deals are in ${found.currency}, the target is in ${own}.`);
  return { id: outcome.id, value: found.minor, why: null, asOf: answer.asOf, behind };
};

const unpriced = ({ coverage }: Answer): string => {
  const missing = coverage.missing.map(({ why, n }) => `${tally(n, 'deal')} ${why}`);
  return missing.length > 0 ? missing.join(', ') : 'no amount on any deal';
};
