/** The calendar feed of milestones. */
import { z } from 'zod';
import { companyId, shape } from './shape.ts';

const link = z.string().nullable().describe('Where calendar programs read the milestones; null while it is closed');

export const feedContract = {
  feed: shape({
    summary: 'The calendar feed of milestones: its secret address while it is open',
    effect: 'read',
    access: 'write',
    input: z.object({ company: companyId }),
    output: z.object({ link }),
  }),
};
