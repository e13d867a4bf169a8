/** The review list as the server answers it. */
import type { Output } from '../../state/api.ts';

export type Review = Output<'identity review'>;
export type Proposal = Review['proposals'][number];
