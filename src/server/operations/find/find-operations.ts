/** The operations of searchContract. */
import type { Operations } from '../operation.ts';
import { cite } from './cite.ts';
import { search } from './search.ts';

export const findOperations = { search, cite } satisfies Partial<Operations>;
