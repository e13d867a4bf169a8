/** One thing that doctor looked at. */
import type { Output } from '../operation.ts';

export type Check = Output<'doctor'>['checks'][number];

/** Makes checks of one company, or (null) of the house. */
export const checksOf = (company: string | null) => ({
  good: (what: string, text: string): Check => ({ company, what, state: 'good', text }),
  warning: (what: string, text: string, todo: string): Check => ({ company, what, state: 'warning', text, todo }),
  bad: (what: string, text: string, todo: string): Check => ({ company, what, state: 'bad', text, todo }),
});
