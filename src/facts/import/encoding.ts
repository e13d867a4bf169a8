/**
 * Encoding: which one a file is written in, and the same file as UTF-8.
 *
 * Valid UTF-8 is UTF-8. A file that is not, and holds no line of valid accented UTF-8, is
 * Windows-1252. A file that holds both is mixed: it is read as UTF-8, and each line that does not
 * fit is decoded as Windows-1252 with MARK before every such character, so that its row can be
 * held with the letters that a person can recognise.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Stands before a character that was not UTF-8. A noncharacter: no text holds it. */
export const MARK = '\uFDD0';

/** What one pass over the bytes found. */
export type Survey = { readonly validUtf8: boolean; readonly newlines: number; readonly endsWithNewline: boolean };

const CHUNK = 1 << 20;

/** One pass: calls `each` with every chunk, counts line feeds (carriage returns where there is no line feed), checks UTF-8. */
export const survey = async (path: string, each: (chunk: Buffer) => void): Promise<Survey> => {
  let valid = true;
  let lineFeeds = 0;
  let returns = 0;
  let carry = Buffer.alloc(0);
  let last = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    each(chunk);
    lineFeeds += count(chunk, 10);
    if (lineFeeds === 0) returns += count(chunk, 13);
    last = chunk[chunk.length - 1] ?? last;
    if (!valid) continue;
    const whole = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const end = lastWhole(whole);
    valid = isUtf8(whole.subarray(0, end));
    carry = Buffer.from(whole.subarray(end));
  }
  return {
    validUtf8: valid && carry.length === 0,
    newlines: lineFeeds === 0 ? returns : lineFeeds,
    endsWithNewline: last === 10 || (lineFeeds === 0 && last === 13),
  };
};

const count = (chunk: Buffer, byte: number): number => {
  let n = 0;
  for (let i = chunk.indexOf(byte); i !== -1; i = chunk.indexOf(byte, i + 1)) n += 1;
  return n;
};

/** Where the last complete UTF-8 character of a chunk ends. */
const lastWhole = (chunk: Buffer): number => {
  for (let back = 1; back <= Math.min(4, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return chunk.length;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
};

/** For a file that is not UTF-8: Windows-1252, or a mixture of both. */
export const legacyOf = async (path: string): Promise<'windows-1252' | 'mixed'> => {
  for await (const line of lines(path)) if (!isAscii(line) && isUtf8(line)) return 'mixed';
  return 'windows-1252';
};

/** Writes the file as UTF-8. */
export const toUtf8 = async (from: string, to: string, encoding: Exclude<Encoding, 'utf-8'> | 'mixed'): Promise<void> => {
  const decoded = encoding === 'mixed' ? mixedToText : decode(encoding);
  await pipeline(encoding === 'mixed' ? lines(from) : createReadStream(from, { highWaterMark: CHUNK }), decoded, createWriteStream(to));
};

const decode = (encoding: string) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };

const mixedToText = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const western = new TextDecoder('windows-1252');
  for await (const line of source) yield isUtf8(line) ? line.toString('utf8') : western.decode(line).replaceAll(/[^\0-\x7f]/g, `${MARK}$&`);
};

/** Lines with their ends, as bytes. A line without end is cut into chunks. */
const lines = async function* (path: string): AsyncGenerator<Buffer> {
  let carry: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let i = chunk.indexOf(10); i !== -1; i = chunk.indexOf(10, from)) {
      yield Buffer.concat([...carry, chunk.subarray(from, i + 1)]);
      carry = [];
      from = i + 1;
    }
    if (from < chunk.length) carry.push(chunk.subarray(from));
  }
  if (carry.length > 0) yield Buffer.concat(carry);
};
