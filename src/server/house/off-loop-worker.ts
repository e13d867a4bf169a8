/** The worker that computes for the house. */
import { JOBS } from './off-loop-jobs.ts';
import { serve } from './off-loop-serve.ts';

serve(JOBS);
