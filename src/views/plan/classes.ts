/** MoSCoW classes as people write them. */
import type { Moscow } from '../../domain/blueprint/priority.ts';

export const CLASSES: { readonly [M in Moscow]: string } = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t' };
