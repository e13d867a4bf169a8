/**
 * The whole company as canonical JSON lines: every decision in order, people, what they wrote, and the facts.
 *
 * Nothing in it depends on when or where it is written, nor on chance: batch ids and the salts of notes stay out.
 * `first` of an event is the number of the first one of its batch: together they landed.
 */
import { createHash } from 'node:crypto';
import type { CompanyRoom } from '../../house/room.ts';
import { canonical } from './canonical.ts';

/** The lines, many at a time, each with its line feed. */
export async function* exportLines(room: CompanyRoom): AsyncGenerator<string> {
  const first = new Map<string, number>();
  for (const { seq, type, v, data, by, at, batch } of room.store.since(0)) {
    if (!first.has(batch)) first.set(batch, seq);
    yield line({ kind: 'event', seq, first: first.get(batch), type, v, data, by, at });
  }
  for (const person of room.store.people()) yield line({ kind: 'person', ...person });
  for (const { id, text, by, at } of room.store.notes()) yield line({ kind: 'note', id, text, by, at });
  for (const { id, thing, text, by, at } of room.store.comments()) yield line({ kind: 'comment', id, thing, text, by, at });
  for (const id of [...room.book().workshop.keys()].toSorted())
    for (const change of room.store.roomChanges(id, 0)) yield line({ kind: 'room', ...change, json: change.json as object });
  for (const sha256 of room.store.packs()) yield line({ kind: 'pack', sha256, json: JSON.parse(room.store.pack(sha256)!) as object });
  yield* (await room.facts()).dump();
}

const line = (value: object): string => `${canonical(value)}\n`;

/** What an export comes to: how many lines and bytes, and the SHA-256 of them. */
export type Sum = { readonly sha256: string; readonly lines: number; readonly bytes: number };

/** Sums up an export, handing every piece on. */
export const summed = async (
  lines: AsyncIterable<string>,
  each: (piece: string, done: number) => void | Promise<void> = () => undefined,
): Promise<Sum> => {
  const hash = createHash('sha256');
  let [n, bytes] = [0, 0];
  for await (const piece of lines) {
    hash.update(piece);
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) n += 1;
    bytes += Buffer.byteLength(piece);
    await each(piece, n);
  }
  return { sha256: hash.digest('hex'), lines: n, bytes };
};
