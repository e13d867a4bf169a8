/** Commands about how the company measures, as they travel. */
import { z } from 'zod';
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
const touchRules = z.strictObject({
  lookBackDays: z.number(),
  leaveOut: z.strictObject({ channels: names, kinds: names }),
  repeats: z.strictObject({ keep: z.enum(KEEPS), minutes: z.number() }),
  direct: names,
  halfLifeDays: z.number().nullable(),
  sourced: z.enum(SOURCED),
  sales: z.strictObject({ channels: names, kinds: names }),
});
const proposal = z.number().int();

export const measurement = {
  'touches/propose': command('touches/propose', { rules: touchRules, why: note }),
  'touches/adopt': command('touches/adopt', { proposal }),
  'touches/withdraw': command('touches/withdraw', { proposal }),
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
