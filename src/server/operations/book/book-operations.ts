/** The operations of bookContract, and the audit. */
import type { Operations } from '../operation.ts';
import { auditLines } from './audit.ts';
import { book } from './book.ts';
import { decide } from './decide.ts';
import { history } from './history.ts';

export const bookOperations = { book, decide, history, audit: auditLines } satisfies Partial<Operations>;
