/** The shape of refusals in words: one line for every code with which the domain says no. */
import type { Book } from '../../domain/book.ts';
import type { Refusal } from '../../domain/decide.ts';

/** `text` says what is the matter, `todo` what the person can do about it. */
export type RefusalWords = { readonly text: string; readonly todo: string };
/** The refusals of one code, also where it shares its shape with others. */
type Coded<R, C> = R extends { readonly code: infer Codes } ? (C extends Codes ? R & { readonly code: C } : never) : never;
export type RefusalOf<C extends Refusal['code']> = Coded<Refusal, C>;
export type RefusalTable = { readonly [C in Refusal['code']]: (refusal: RefusalOf<C>, book: Book) => RefusalWords };
