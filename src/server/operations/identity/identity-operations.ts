/** Operations on who is who. */
import type { Operations } from '../operation.ts';
import { personErase } from './erase.ts';
import { account, person } from './known.ts';
import { identityMoves } from './moves.ts';
import { identityReview } from './review.ts';
import { identityApart, identityMerge, identityUndo } from './say.ts';

export const identityOperations = {
  'identity review': identityReview,
  'identity moves': identityMoves,
  'identity merge': identityMerge,
  'identity apart': identityApart,
  'identity undo': identityUndo,
  person,
  'person erase': personErase,
  account,
} satisfies Partial<Operations>;
