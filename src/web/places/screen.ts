import { lazy, type ComponentType } from 'react';

/** A screen that is fetched when somebody first goes there. */
export const screen = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));
