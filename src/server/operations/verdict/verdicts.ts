/** The learning library: every campaign that ran by frozen criteria, with its verdict as of today, and base rates. */
import { ok } from '../../../kernel/result.ts';
import { libraryAnswer, libraryOf } from '../../../views/verdict/learning.ts';
import { readerOf } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { learned } from './learned.ts';

export const verdicts: Run<'verdicts'> = async (world, { company, ...wish }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { context, head } = reader.value;
  const currency = context.book.company.get('company')?.currency ?? head.currency;
  const library = libraryOf(await learned(reader.value), wish, currency);
  return ok({ library, answer: libraryAnswer({ company: head.company, asOf: context.today, loads: head.loads }, library) });
};
