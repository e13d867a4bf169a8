/** Strategy and audience: KPIs as they stand, segments with their size. What is decided about them goes through `decide`. */
import { z } from 'zod';
import type { KpisNow } from '../../views/agree/kpi.ts';
import type { AudienceNow, Preview } from '../../views/audience/audience.ts';
import { companyId, shape, typed } from './shape.ts';
import { definition } from './strategy-commands.ts';

export const strategyContract = {
  kpis: shape({
    summary: 'KPIs as they stand, in or out of their corridor, with where they stood in the months before',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: typed<KpisNow>(z.looseObject({})),
  }),
  audience: shape({
    summary: 'Segments with their size and deals, how they overlap, and the fields that can be asked about',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: typed<AudienceNow>(z.looseObject({})),
  }),
  'audience preview': shape({
    summary: 'Who would belong to a definition: how many, and the first of them',
    effect: 'read',
    access: 'write',
    input: z.object({ company: companyId, ...definition, limit: z.coerce.number().int().min(1).max(500).default(50) }),
    output: typed<Preview>(z.looseObject({})),
  }),
};
