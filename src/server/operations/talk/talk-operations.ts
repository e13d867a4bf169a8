/** The operations of commentsContract. */
import type { Operations } from '../operation.ts';
import { addComment, comments, eraseComment } from './comments.ts';

export const talkOperations = { comments, 'comment add': addComment, 'comment erase': eraseComment } satisfies Partial<Operations>;
