/** What is computed from the facts, kept until they change: by engine and key, at most KEPT of them, a fault never. */
import type { Engine } from '../../../facts/engine.ts';

const KEPT = 40;
type Shelf = { readonly at: number; readonly by: Map<string, Promise<unknown>> };
const shelves = new WeakMap<Engine, Shelf>();

/** The value under `key`, made once; whoever asks meanwhile waits for the same one. */
export const kept = <T>(engine: Engine, key: string, make: () => Promise<T>): Promise<T> => {
  const { by } = shelfOf(engine);
  const found = (by.get(key) as Promise<T> | undefined) ?? make();
  by.delete(key);
  by.set(key, found);
  found.catch(() => by.delete(key));
  for (const oldest of by.keys()) {
    if (by.size <= KEPT) break;
    by.delete(oldest);
  }
  return found;
};

const shelfOf = (engine: Engine): Shelf => {
  const at = engine.commits();
  const found = shelves.get(engine);
  if (found?.at === at) return found;
  const fresh: Shelf = { at, by: new Map() };
  shelves.set(engine, fresh);
  return fresh;
};
