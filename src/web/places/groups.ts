/** The rail's places in their order, and where on the thread each hangs. */
import type { Link } from '../../views/thread/links.ts';
import type { Group } from './place.ts';

export type GroupLook = {
  readonly name: string;
  /** The knot it hangs on; null beside the thread. */ readonly knot: Link | null;
  /** G and then this key goes there. */ readonly key: string;
};

export const GROUPS: { readonly [G in Group]: GroupLook } = {
  home: { name: 'Home', knot: null, key: 'h' },
  decisions: { name: 'Decisions', knot: null, key: 'd' },
  agree: { name: 'Agree', knot: 'outcome', key: 'a' },
  plan: { name: 'Plan', knot: 'priority', key: 'p' },
  work: { name: 'Work', knot: 'work', key: 'w' },
  market: { name: 'Market', knot: 'campaign', key: 'm' },
  prove: { name: 'Prove', knot: 'revenue', key: 'r' },
  data: { name: 'Data', knot: null, key: 'i' },
  people: { name: 'People and settings', knot: null, key: 's' },
};
export const ON_THREAD: readonly Group[] = ['agree', 'plan', 'work', 'market', 'prove'];
