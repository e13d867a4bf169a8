/** What forecasts compute from the facts, kept until they change. */
import type { Engine } from '../../../facts/engine.ts';
import { untilCommit } from '../../../facts/until-commit.ts';

const shelf = untilCommit<unknown>(40);

/** The value under `key`, made once; whoever asks meanwhile waits for the same one. */
export const kept = <T>(engine: Engine, key: string, make: () => Promise<T>): Promise<T> => shelf(engine, key, make) as Promise<T>;
