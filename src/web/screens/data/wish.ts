import type { Mapping } from './edit-mapping.ts';

/** What a person has said about a file so far; each change asks for a new preview. */
export type Wish = {
  readonly currency?: string;
  readonly timeZone?: string;
  readonly answers?: Record<string, string>;
  readonly edited?: Mapping;
  readonly mapping?: string;
  readonly sheet?: string;
};
