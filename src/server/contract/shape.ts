/**
 * The contract: every operation by name, with the schema of what goes in and what comes out.
 * HTTP, OpenAPI, the command line and the browser's client are all derived from it.
 */
import { z } from 'zod';
import type { Role } from '../../domain/company/company.ts';
import { isDay } from '../../kernel/day.ts';

/**
 * Who may call an operation. `open`: anybody; `signed-in`: any sign-in; `read`, `write`, `own`: somebody who
 * belongs to the company named in the input, as viewer or more, as marketer or owner, as owner;
 * `house`: the owner of this installation (the first account, or the local operator); `operator`: only the
 * command line on the server itself.
 */
export type Access = 'open' | 'signed-in' | 'read' | 'write' | 'own' | 'house' | 'operator';

export type Shape<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly summary: string;
  readonly effect: 'read' | 'write';
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** Inputs that the command line takes by place, in order; the last may repeat (`file…`). */
  readonly places?: readonly string[];
};

/** Declares one operation, keeping the types of its schemas. */
export const shape = <I extends z.ZodType, O extends z.ZodType>(of: Shape<I, O>): Shape<I, O> => of;

/** A schema for a type that a lower room defines: `schema` is what OpenAPI shows, `T` is what the compiler holds it to. */
export const typed = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as z.ZodType<T, T>;

/** A list of `of`, which its reader leaves as it is. */
export const list = <T extends z.ZodType>(of: T): z.ZodType<readonly z.output<T>[], readonly z.input<T>[]> => z.array(of);

export const companyId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .describe('Company, by its short name: lademar');
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '' && /^[A-Za-z]/.test(zone);
  } catch {
    return false; // the language's only way of saying "no such zone"
  }
};
export const zone = z
  .string()
  .min(1)
  .max(60)
  .refine(isZone, 'not a time zone; write it as Europe/Amsterdam')
  .describe('IANA time zone: Europe/Amsterdam');
export const role = typed<Role>(z.enum(['owner', 'marketer', 'stakeholder', 'viewer']));
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD')
  .refine(isDay, 'there is no such date')
  .describe('A date, YYYY-MM-DD');
export const none = z.object({});
