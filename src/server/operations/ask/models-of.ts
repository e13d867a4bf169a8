/** Models computed by the house's workers. */
import type { World } from '../operation.ts';
import type { Models } from './modelled.ts';

export const modelsOf = ({ offLoop }: World['house']): Models => ({
  curves: (input) => offLoop.run('curves', input),
  landing: (input) => offLoop.run('landing', input),
  credit: (input) => offLoop.run('credit', input),
  creditShares: (input) => offLoop.run('credit-shares', input),
  creditKeys: (input) => offLoop.run('credit-keys', input),
  creditPoints: (input) => offLoop.run('credit-points', input),
  creditInterval: (input) => offLoop.run('credit-interval', input),
});
