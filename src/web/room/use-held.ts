/** What somebody has in hand while he works on it. */
import { useEffect } from 'react';
import type { Here } from './use-room.ts';

/** Held while it is worked on, and given back however that ends: done, left, or taken off the page by what others do. */
export const useHeld = ({ hold }: Pick<Here, 'hold'>, what: string, working: boolean): void =>
  useEffect(() => (working ? hold(what) : undefined), [hold, what, working]);
