/** Every operation by its name. One that the contract names and nobody has written is missing here. */
import type { Operations } from './operation.ts';

export const operations: Partial<Operations> = {};
