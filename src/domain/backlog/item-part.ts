/** A part of what is decided about a work item; `decide-item.ts` puts the parts together. */
import type { ItemId } from '../../kernel/ids.ts';
import type { Decider, Typed } from '../decider.ts';
import type { Item, ItemBook } from './item.ts';

export type ItemPart<C extends Typed, E extends Typed, R> = Pick<Decider<ItemId, Item, C, E, R, ItemBook, E>, 'decide' | 'evolve'>;
