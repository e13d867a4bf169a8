/** Which deals would count otherwise if a decision were made or taken back; nothing is written. */
import { whatMoves } from '../../../facts/identity/what-moves.ts';
import { ok } from '../../../kernel/result.ts';
import { readerOf } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { notAHandle, pairOf } from './pair.ts';

const MOST = 50;

export const identityMoves: Run<'identity moves'> = async (world, { company, a, b, apart, without }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { head, engine } = reader.value;
  if (without === undefined && (a === undefined || b === undefined)) return notAHandle(a ?? b ?? '');
  const pair = a !== undefined && b !== undefined ? pairOf(a, b) : null;
  if (pair && !pair.ok) return pair;
  const { concerned, moved } = await whatMoves(engine, head, {
    ...(without === undefined ? {} : { without }),
    ...(pair?.ok ? { also: { ...pair.value, same: !apart } } : {}),
  });
  return ok({ currency: head.currency, concerned, moved: moved.slice(0, MOST) });
};
