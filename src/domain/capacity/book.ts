/** What the area knows: people and their time, and money. */
import type { PeopleBook } from './standing.ts';

export type CapacityBook = PeopleBook;
