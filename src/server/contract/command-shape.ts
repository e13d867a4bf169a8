/** What the shapes of commands are made of. */
import { z } from 'zod';
import type { Command } from '../../domain/book.ts';
import { typed } from './shape.ts';

/** An id by its prefix. */
export const idOf = <P extends string>(prefix: P) =>
  typed<`${P}_${string}`>(z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9-]{1,60}$`), `an id such as ${prefix}_7f3a is needed`));
/** Words; the domain says how long each may be. */
export const said = z.string().max(2000);
export const ids = {
  objective: idOf('o'),
  outcome: idOf('u'),
  kpi: idOf('k'),
  segment: idOf('s'),
  person: idOf('p'),
  priority: idOf('r'),
  item: idOf('w'),
  campaign: idOf('c'),
  request: idOf('q'),
  form: idOf('f'),
  calendar: idOf('d'),
  team: idOf('t'),
  cycle: idOf('y'),
  absence: idOf('a'),
  change: idOf('x'),
  milestone: idOf('m'),
  scenario: idOf('v'),
  workshop: idOf('h'),
  card: idOf('j'),
};
export const note = idOf('n');
/** One command by its type, with nothing in it but its fields. */
export const command = <T extends Command['type'], F extends z.ZodRawShape>(type: T, fields: F) =>
  z.strictObject({ type: z.literal(type), ...fields });
