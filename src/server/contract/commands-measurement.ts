/** Commands about how the company measures, as they travel. */
import { z } from 'zod';
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

export const measurement = {
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
