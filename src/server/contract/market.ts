/** Micro-campaigns: how each stands, and one with its brief, criteria, looks and verdicts. */
import { z } from 'zod';
import type { MicroFacts, MicroList } from '../../views/market/micro-facts.ts';
import { companyId, shape, typed } from './shape.ts';

const campaign = z.string().min(1).describe('Its id, its tracking key or another of its names');

export const marketContract = {
  campaigns: shape({
    summary: 'Micro-campaigns: where each stands, what comes next and on whom it waits',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: typed<MicroList>(z.looseObject({})),
  }),
  campaign: shape({
    summary: 'One micro-campaign: brief, criteria and who froze them, readiness, looks told by hand, verdicts, what an abort would free',
    effect: 'read',
    access: 'read',
    places: ['campaign'],
    input: z.object({ company: companyId, campaign }),
    output: typed<MicroFacts>(z.looseObject({})),
  }),
};
