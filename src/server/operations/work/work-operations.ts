/** Operations on work: exports of trackers in, done work out. */
import type { Operations } from '../operation.ts';
import { doneWork } from './done-work.ts';
import { importWork } from './import-work.ts';

export const workOperations = { 'import-work': importWork, 'done-work': doneWork } satisfies Partial<Operations>;
