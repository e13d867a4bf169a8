/** The operations of feedContract. */
import type { Operations } from '../operation.ts';
import { feed } from './feed.ts';

export const feedOperations = { feed } satisfies Partial<Operations>;
