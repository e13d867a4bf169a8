/** Commands about how the company measures, as they travel. */
import { z } from 'zod';
import { SIDES_OF_FUNNEL, SIGN_KINDS, SKIPS } from '../../domain/measurement/stages.ts';
import { KEEPS, SOURCED } from '../../domain/measurement/touch-rules.ts';
import { command, note, said } from './command-shape.ts';
import { day } from './shape.ts';

const period = z.string().max(20);
const edition = z.number().int();
const figure = z.strictObject({
  name: said,
  unit: z.enum(['money', 'count', 'share', 'days']),
  value: z.number().nullable(),
  currency: z.string().max(3).nullable(),
});

const names = z.array(z.string().max(200)).max(60);
export const touchRules = z.strictObject({
  lookBackDays: z.number(),
  leaveOut: z.strictObject({ channels: names, kinds: names }),
  repeats: z.strictObject({ keep: z.enum(KEEPS), minutes: z.number() }),
  direct: names,
  halfLifeDays: z.number().nullable(),
  sourced: z.enum(SOURCED),
  sales: z.strictObject({ channels: names, kinds: names }),
});
const proposal = z.number().int();
const side = z.enum(SIDES_OF_FUNNEL);
const stageRules = z.strictObject({
  since: day,
  stages: z
    .array(
      z.strictObject({
        id: z.string().max(80),
        name: z.string().max(80),
        words: z.string().max(800),
        side,
        signs: z.array(z.strictObject({ sign: z.enum(SIGN_KINDS), names: z.array(z.string().max(200)).max(60) })).max(12),
      }),
    )
    .max(20),
  skipped: z.enum(SKIPS),
});

const minor = z.number().nullable();
const costRules = z.strictObject({
  spend: z.boolean().describe('Imported spend'),
  lines: z.boolean().describe('Invoices recorded on budget lines'),
  dayMinor: minor.describe('Price of a day of work; null: effort is no cost'),
  salesMonthMinor: minor.describe('Cost of sales a month, for the cost of a customer; null: not recorded'),
  currency: z.string().max(3),
  marginPercent: z.number().nullable().describe('Gross margin in per cent; null: not known'),
  termMonths: z.number().nullable().describe("Months over which a deal's amount is earned; null: once"),
});

export const measurement = {
  'stages/propose': command('stages/propose', { rules: stageRules, why: note }),
  'stages/sign': command('stages/sign', { proposal, seat: side }),
  'stages/decline': command('stages/decline', { proposal, seat: side, why: note }),
  'stages/withdraw': command('stages/withdraw', { proposal }),
  'touches/propose': command('touches/propose', { rules: touchRules, why: note }),
  'touches/adopt': command('touches/adopt', { proposal }),
  'touches/withdraw': command('touches/withdraw', { proposal }),
  'costs/settle': command('costs/settle', { rules: costRules, why: note }),
  'publication/publish': command('publication/publish', {
    period,
    sha256: z.string().max(64),
    asOf: day,
    figures: z.array(figure).max(60),
    why: note.nullable(),
  }),
  'publication/sign': command('publication/sign', { period, edition, seat: said }),
  'publication/withdraw': command('publication/withdraw', { period, edition, why: note }),
};
