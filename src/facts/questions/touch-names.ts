/** The channels and kinds that touches have, most frequent first. */
import type { Engine } from '../engine.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type TouchName = { readonly of: 'channel' | 'kind'; readonly spelled: string; readonly n: number };

export const touchNames = (engine: Engine): Promise<TouchName[]> => rowsOf<TouchName>(engine, sqlOf('touch-names'));
