/** A demo's decisions, put through the ordinary decide path one batch after the other. */
import assert from 'node:assert/strict';
import { emptyBook, type Book } from '../../src/domain/book.ts';
import { decideBatch } from '../../src/domain/decide.ts';
import { SRC } from '../../src/demo/facts.ts';
import type { Demo } from '../../src/demo/demo.ts';

export const AS_OF = '2026-05-12';

/** The book after all batches; fails with the batch that was refused. */
export const bookOf = ({ batches }: Demo): Book =>
  batches.reduce((book, { by, at, commands }) => {
    const decided = decideBatch(book, commands, { by, at });
    assert.ok(
      decided.ok,
      decided.ok ? '' : `${at} ${by}: ${JSON.stringify(decided.refusal)} in ${JSON.stringify(commands[decided.refusal.index])}`,
    );
    return decided.value.book;
  }, emptyBook);

/** All rows of one entity of the CRM and of the tools that name its ids, over all loads; the newsletter tool has ids of its own. */
export const rowsOf = <T>({ loads }: Demo, entity: string): T[] =>
  loads.filter((l) => l.entity === entity && l.src === SRC).flatMap((l) => [...l.rows] as unknown as T[]);
