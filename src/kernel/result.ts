/**
 * Result: an answer, or a refusal that says why.
 *
 * Refusals are part of the language (a rule said no); exceptions are defects and
 * dead disks only, and are never caught to go on.
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R> = { readonly ok: false; readonly refusal: R };
export type Result<T, R> = Ok<T> | Refused<R>;

/** A good answer carrying `value`. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** A refusal carrying what the person needs in order to go on. */
export const refuse = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });
