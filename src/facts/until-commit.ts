/**
 * Until a commit: what was read or computed of an engine's facts, kept by name until they change.
 *
 *   const names = untilCommit<Names>(1);
 *   … names(engine, '', () => engine.read(…))
 *
 * A commit of any kind (a load, an alias, the links of the thread, touch rules) forgets it all; what was begun before a commit is not
 * kept after it. Whoever asks while it is made waits for the same making. At most `most` of a kind for each engine, the one asked for longest ago
 * goes first; a fault is not kept.
 */
import type { Engine } from './engine.ts';

type Shelf<T> = { readonly at: number; readonly by: Map<string, Promise<T>> };

export const untilCommit = <T>(most: number): ((engine: Engine, name: string, make: () => Promise<T>) => Promise<T>) => {
  const shelves = new WeakMap<Engine, Shelf<T>>();
  const shelfOf = (engine: Engine): Shelf<T>['by'] => {
    const at = engine.commits();
    const found = shelves.get(engine);
    if (found?.at === at) return found.by;
    const by: Shelf<T>['by'] = new Map();
    shelves.set(engine, { at, by });
    return by;
  };
  return (engine, name, make) => {
    const by = shelfOf(engine);
    const found = by.get(name) ?? make();
    by.delete(name);
    by.set(name, found);
    found.catch(() => by.delete(name));
    for (const oldest of by.keys()) {
      if (by.size <= most) break;
      by.delete(oldest);
    }
    return found;
  };
};
