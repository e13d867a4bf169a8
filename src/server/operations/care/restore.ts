/** By way of a running server nothing is restored: the files are replaced under nobody's feet (local/restore.ts). */
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';

export const restore: Run<'restore'> = async () =>
  problem(
    'server-runs',
    'A server is running on this data folder.',
    'Stop it, then run lockstep restore again: a restore replaces the files under it.',
  );
