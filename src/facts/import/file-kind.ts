/**
 * File kind: what a file is, told by its first bytes and never by its name.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { ImportRefusal, RefusalCode } from './refusal.ts';

export type FileKind = 'text' | 'gzip' | 'parquet' | 'xlsx';

type Sign = { readonly bytes: string; readonly at?: number; readonly code: RefusalCode; readonly is: string; readonly todo: string };

const AS_CSV = 'Open it in the program it comes from, save or export it as xlsx or CSV, and import that file.';
const UNPACK = 'Unpack it and import the CSV inside. Only gzip (.gz) is read packed.';
const IMAGE = 'An image holds no rows. Export the table behind it as CSV.';

/** Signatures in latin-1, in the order in which they are tried. */
const SIGNS: readonly Sign[] = [
  { bytes: '\x89PNG', code: 'file-is-image', is: 'a PNG image', todo: IMAGE },
  { bytes: '\xff\xd8\xff', code: 'file-is-image', is: 'a JPEG image', todo: IMAGE },
  { bytes: 'GIF8', code: 'file-is-image', is: 'a GIF image', todo: IMAGE },
  { bytes: 'WEBP', at: 8, code: 'file-is-image', is: 'a WebP image', todo: IMAGE },
  { bytes: 'ftyphei', at: 4, code: 'file-is-image', is: 'a HEIC image', todo: IMAGE },
  { bytes: 'II*\0', code: 'file-is-image', is: 'a TIFF image', todo: IMAGE },
  { bytes: '%PDF', code: 'file-is-pdf', is: 'a PDF document', todo: 'Export the table it was made from as CSV.' },
  { bytes: '\xd0\xcf\x11\xe0', code: 'file-is-xls', is: 'an old Excel workbook (xls)', todo: AS_CSV },
  { bytes: 'BZh', code: 'file-is-zip', is: 'packed with bzip2', todo: UNPACK },
  { bytes: '7z\xbc\xaf', code: 'file-is-zip', is: 'a 7-Zip archive', todo: UNPACK },
  { bytes: 'Rar!', code: 'file-is-zip', is: 'a RAR archive', todo: UNPACK },
  { bytes: '\xfd7zXZ', code: 'file-is-zip', is: 'packed with xz', todo: UNPACK },
  { bytes: '\x28\xb5\x2f\xfd', code: 'file-is-zip', is: 'packed with zstd', todo: UNPACK },
  { bytes: 'SQLite format 3', code: 'file-is-binary', is: 'an SQLite database', todo: 'Export the table as CSV.' },
];

/** Tells text, gzip and Parquet from the first bytes; refuses everything else with what it is and what to do. */
export const fileKind = (head: Buffer, name: string): Result<FileKind, ImportRefusal> => {
  const latin = head.toString('latin1');
  const no = (code: RefusalCode, is: string, todo: string) =>
    refuse<ImportRefusal>({ code, text: `${name} is ${is}, not a table of rows.`, todo });
  if (latin.startsWith('PAR1')) return ok('parquet');
  if (latin.startsWith('\x1f\x8b')) return ok('gzip');
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) {
    if (latin.includes('xl/')) return ok('xlsx');
    if (latin.includes('opendocument.spreadsheet')) return no('file-is-ods', 'a spreadsheet (ods)', AS_CSV);
    return no('file-is-zip', 'a ZIP archive', UNPACK);
  }
  // An encrypted workbook is an old container around the new one; it says so in its directory, in UTF-16.
  if (latin.startsWith('\xd0\xcf\x11\xe0') && latin.replaceAll('\0', '').includes('EncryptedPackage'))
    return no(
      'file-is-encrypted',
      'a workbook that is protected with a password',
      'Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, empty the password, save, and import it again.',
    );
  const sign = SIGNS.find(({ bytes, at = 0 }) => latin.startsWith(bytes, at));
  if (sign) return no(sign.code, sign.is, sign.todo);
  const text = latin
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<table)/.test(text)) {
    return no(
      'file-is-html',
      'a web page (HTML)',
      'Often this is the sign-in page of an export whose link has expired. Download the export again, as CSV.',
    );
  }
  if (text.startsWith('<?xml')) return no('file-is-binary', 'an XML document', 'Export the table as CSV.');
  if (looksBinary(head)) return no('file-is-binary', 'not text', 'Import CSV, TSV, JSON lines, Parquet or xlsx.');
  return ok('text');
};

/** Many control characters and no sign of UTF-16 (text with a zero in every second byte). */
const looksBinary = (head: Buffer): boolean => {
  if (utf16Of(head) !== null) return false;
  let strange = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) strange += 1;
  }
  return strange > head.length / 50;
};

/** UTF-16 by its mark, or by zeros standing in every second byte of plain Western text. */
export const utf16Of = (head: Buffer): 'utf-16le' | 'utf-16be' | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]! += 1;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.1) return 'utf-16le';
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.1) return 'utf-16be';
  return null;
};
