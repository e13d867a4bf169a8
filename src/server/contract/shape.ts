/**
 * The contract: every operation by name, with the schema of what goes in and what comes out.
 * HTTP, OpenAPI, the command line and the browser's client are all derived from it.
 */
import { z } from 'zod';

/**
 * Who may call an operation. `open`: anybody; `signed-in`: any sign-in; `read`, `write`, `own`: somebody who
 * belongs to the company named in the input, as viewer or more, as marketer or owner, as owner;
 * `house`: the owner of this installation (the first account, or the local operator).
 */
export type Access = 'open' | 'signed-in' | 'read' | 'write' | 'own' | 'house';

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
export const typed = <T>(schema: z.ZodType): z.ZodType<T> => schema as z.ZodType<T>;

export const companyId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/).describe('Company, by its short name: lademar');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('A date, YYYY-MM-DD');
export const none = z.object({});
