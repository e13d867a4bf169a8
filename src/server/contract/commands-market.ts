/** Commands about micro-campaigns and their verdicts, as they travel. Shares are numbers from 0 to 1, money whole minor units. */
import { z } from 'zod';
import type { Counted } from '../../domain/campaign/criteria.ts';
import { QUESTIONS } from '../../domain/campaign/micro.ts';
import { evidence } from './commands-agreements.ts';
import { command, idOf, ids, note, said } from './command-shape.ts';
import { day, typed } from './shape.ts';

const number = z.number();
const minor = number.nullable();
const id = ids.campaign;
const revision = number.int();
const line = idOf('b');
const commitment = idOf('g');
const log = idOf('l');

const variants = z
  .array(z.strictObject({ name: z.string().max(80), weight: number.describe('Share of the cases, among the weights of all') }))
  .max(20)
  .describe('The first is what the others are compared with');
const counted = typed<Counted>(
  z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('hand'), name: said.describe('What is counted, in your words: messages sent') }),
    z.strictObject({ what: z.literal('touch'), kind: said }),
    z.strictObject({ what: z.literal('stage'), stage: said }),
    z.strictObject({ what: z.enum(['lead', 'opportunity', 'won', 'revenue', 'spend']) }),
  ]),
);
const measure = z.strictObject({
  kind: z
    .enum(['share', 'count', 'mean', 'ratio'])
    .describe('share: cases with at least one; count: number for each case; mean: amount for each case; ratio: amount over amount'),
  better: z.enum(['more', 'less']),
  of: counted,
  outOf: counted,
  relative: z.boolean().describe('true: thresholds are differences relative to the first variant (0.1: a tenth more); false: levels'),
});
export const criteria = z.strictObject({
  measure,
  scale: number.describe('Scaled where the measure is better than this'),
  abort: number.describe('Aborted where it is worse than this'),
  minimum: number.int().describe('Cases of each variant before anything is said'),
  deadline: day,
  error: number.describe('Accepted chance of a wrong scale, and of a wrong abort: 0.1'),
  guardrails: z.array(z.strictObject({ measure, limit: number })).max(20),
});
const arm = z.strictObject({
  n: number.describe('Cases up to that day'),
  of: number.describe('Hits, number or amount'),
  ofSquares: minor.describe('Sum of squares of the amounts; mean and ratio only'),
  outOf: minor,
  outOfSquares: minor,
  products: minor,
});
export const word = z.enum(['scale', 'keep-going', 'abort', 'review']);
const verdict = z.strictObject({ word, finding: said, asOf: day, sha256: z.string().max(64), evidence: z.array(evidence).max(50) });
const overrule = number.int();

/** What a scale plans, moves and puts to work. */
export const scaling = {
  follow: z.strictObject({
    id,
    name: said,
    key: said,
    from: day,
    to: day,
    budgetMinor: minor,
    line: line.nullable(),
    commitment,
    owner: ids.person.nullable(),
  }),
  move: z.strictObject({ from: line, month: z.string().max(10), toMonth: z.string().max(10), minor: number }).nullable(),
  priority: ids.priority.nullable(),
  items: z.array(z.strictObject({ id: ids.item, title: said, sizeDays: number, owner: ids.person.nullable() })).max(50),
};

export const micro = {
  'campaign/brief': command('campaign/brief', {
    id,
    hypothesis: note,
    segment: ids.segment.nullable(),
    line: line.nullable(),
    variants,
    randomised: z.boolean(),
  }),
  'campaign/answer': command('campaign/answer', { id, question: z.enum(QUESTIONS), answer: note }),
  'campaign/withdraw-answer': command('campaign/withdraw-answer', { id, question: z.enum(QUESTIONS) }),
  'campaign/start': command('campaign/start', { id, commitment }),
  'campaign/write-criteria': command('campaign/write-criteria', { id, criteria }),
  'campaign/propose-criteria': command('campaign/propose-criteria', { id, revision, second: ids.person.describe('Who shall freeze them') }),
  'campaign/freeze': command('campaign/freeze', { id, revision }),
  'campaign/decline-criteria': command('campaign/decline-criteria', { id, revision, why: note }),
  'campaign/look': command('campaign/look', {
    id,
    on: day,
    arms: z.array(arm).max(20),
    guards: z.array(z.array(arm).max(20)).max(20),
    spentMinor: minor,
    correction: note.nullable(),
  }),
  'verdict/take': command('verdict/take', { id, said: verdict, log }),
  'verdict/ask-overrule': command('verdict/ask-overrule', { id, word, said: verdict, second: ids.person, why: note }),
  'verdict/confirm-overrule': command('verdict/confirm-overrule', { id, overrule, log }),
  'verdict/decline-overrule': command('verdict/decline-overrule', { id, overrule, why: note, log }),
  'verdict/withdraw-overrule': command('verdict/withdraw-overrule', { id, overrule }),
  'verdict/scale': command('verdict/scale', { id, ...scaling, why: note, log }),
  'verdict/abort': command('verdict/abort', { id, drop: z.array(ids.item).max(200), why: note, log }),
};
