/** What a person can choose for a column of a file. */
import type { Output } from '../operation.ts';

/** Every field that a file can feed, as entity.field. */
export const targets: Output<'import-preview'>['targets'] = [];
