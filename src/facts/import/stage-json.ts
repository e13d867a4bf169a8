/**
 * Stage of JSON: one object per line, or one list of objects. Nested objects become columns with
 * dots (`context.campaign.name`); a list of values is joined by `;`, a list of objects stays JSON.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import { appendTo } from './append.ts';
import { csvLine } from './csv.ts';
import type { ImportRefusal } from './refusal.ts';
import type { Stage } from './stage.ts';
import { stageOwn } from './stage-csv.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Flat = { readonly [column: string]: string };
/** What stands in one row of the file: an object, or text that is none. */
type Found = { readonly line: number; readonly flat: Flat } | { readonly line: number; readonly broken: string };

const WIDEST = 2000;
const DOCUMENT_AT_MOST = 256 * 2 ** 20;

export const stageJson = async (tx: Tx, path: string, name: string, dir: string): Promise<Result<Stage, ImportRefusal>> => {
  const found = (await isLines(path)) ? () => foundInLines(path) : await foundInDocument(path);
  if (!found)
    return refuse({
      code: 'file-bad-json',
      text: `${name} begins like JSON and is neither one object per line nor one list of objects.`,
      todo: 'Export it as JSON lines (one object per line) or as CSV.',
    });
  const headers = new Set<string>();
  let [good, bad] = [0, 0];
  for await (const row of found()) {
    if ('broken' in row) bad += 1;
    else {
      good += 1;
      for (const column of Object.keys(row.flat)) headers.add(column);
    }
  }
  if (bad > good)
    return refuse({
      code: 'file-bad-json',
      text: `${name}: ${bad} of ${good + bad} lines are not JSON objects.`,
      todo: 'Export it as JSON lines (one object per line) or as CSV.',
    });
  if (headers.size > WIDEST)
    return refuse({
      code: 'file-too-wide',
      text: `The objects of ${name} have ${headers.size} different keys; more than ${WIDEST} is no table of rows.`,
      todo: 'Export fewer properties.',
    });
  const columns = [...headers];
  const csv = join(dir, 'json.csv');
  const fault = await appendTo(tx, 'fault', 'ntttt');
  const text = async function* (): AsyncGenerator<string> {
    let buffer = '';
    for await (const row of found()) {
      if ('broken' in row)
        fault.add([
          BigInt(row.line),
          row.broken.slice(0, 200),
          'The line is not a JSON object.',
          'Mend the line; a common cause is an export that was cut off.',
          JSON.stringify({ line: row.broken.slice(0, 10_000) }),
        ]);
      else buffer += csvLine([...columns.map((column) => row.flat[column]), row.line]);
      if (buffer.length > 1 << 18) {
        yield buffer;
        buffer = '';
      }
    }
    yield buffer;
  };
  await pipeline(Readable.from(text()), createWriteStream(csv));
  fault.end();
  return ok(await stageOwn(tx, csv, columns));
};

/** What programs call the list that their answer wraps. */
const WRAPPED =
  /^(results?|data|items|records|rows|values?|entries|list|batch|events|objects|deals|contacts|companies|leads|programs|activities|campaigns)$/i;
const WRAPPING_AT_MOST = 8;

/** An answer of a program around one list of objects, and not an event that has a list among its properties. */
const wraps = (object: { readonly [key: string]: Json }): boolean =>
  Object.keys(object).length <= WRAPPING_AT_MOST &&
  Object.entries(object).some(([key, value]) => WRAPPED.test(key) && Array.isArray(value) && value.length > 0 && value.every(isObject));

/** The first line is an object, and more than the wrapping of one list. */
const isLines = async (path: string): Promise<boolean> => {
  const seen: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line.trim() !== '') seen.push(line);
    if (seen.length === 2) break;
  }
  const first = objectIn(seen[0] ?? '');
  return first !== null && (seen.length === 2 || !wraps(first));
};

const foundInLines = async function* (path: string): AsyncGenerator<Found> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const object = objectIn(text);
    yield object ? { line, flat: flatten(object) } : { line, broken: text };
  }
};

/** One list of objects, alone or as the only list of an object (`{"results": […]}`). Null: neither. */
const foundInDocument = async (path: string): Promise<(() => AsyncGenerator<Found>) | null> => {
  if ((await stat(path)).size > DOCUMENT_AT_MOST) return null;
  const document = parsed((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  const lists = Array.isArray(document) ? [document] : Object.values(document ?? {}).filter((value) => Array.isArray(value));
  const list = lists.length === 1 ? (lists[0] as readonly Json[]) : null;
  if (!list || !list.every(isObject)) return null;
  return async function* () {
    for (const [i, object] of list.entries()) yield { line: i + 1, flat: flatten(object) };
  };
};

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectIn = (line: string): { readonly [key: string]: Json } | null => {
  const value = parsed(line.replace(/^\uFEFF/, ''));
  return isObject(value) ? value : null;
};

/** Undefined where the text is no JSON. Whole numbers too long for a number stay the text they are. */
const parsed = (text: string): Json | undefined => {
  try {
    if (!/\d{16}/.test(text)) return JSON.parse(text) as Json;
    return JSON.parse(text, (_, value: Json, context?: { readonly source?: string }) =>
      typeof value === 'number' && context?.source && !Number.isSafeInteger(value) && /^-?\d+$/.test(context.source)
        ? context.source
        : value,
    ) as Json;
  } catch (defect) {
    if (defect instanceof SyntaxError) return undefined; // the language's only way of saying "not JSON"
    throw defect;
  }
};

const flatten = (object: { readonly [key: string]: Json }, before = '', into: { [column: string]: string } = {}): Flat => {
  for (const [key, value] of Object.entries(object)) {
    const column = before + key;
    if (isObject(value)) flatten(value, `${column}.`, into);
    else into[column] = cellOf(value);
  }
  return into;
};

const cellOf = (value: Json): string => {
  if (value === null || typeof value !== 'object') return value === null ? '' : String(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.every((one) => one === null || typeof one !== 'object')
    ? value.filter((one) => one !== null).join(';')
    : JSON.stringify(value);
};
