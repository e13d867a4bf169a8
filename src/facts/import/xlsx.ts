/**
 * Xlsx: the sheets of a workbook as text, read in a thread of its own.
 *
 * A workbook is whole in memory while it is read, which is why a large one is refused before it is unpacked: by the
 * unpacked size that its own directory states. Measured on ten cells a row: 50,000 rows unpack to 19 MB and take 2.5 s
 * and 75 MB, 250,000 rows unpack to 99 MB and take 340 MB. Excel itself ends at 1,048,576 rows.
 */
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { ImportRefusal } from './refusal.ts';

export type WorkbookAsked = { readonly path: string; readonly dir: string };
/** `rows`: rows with more than one filled cell. */
export type SheetWritten = { readonly name: string; readonly path: string; readonly rows: number };
export type WorkbookTold = { readonly sheets: readonly SheetWritten[] } | { readonly broken: string };

/** Unpacked bytes of one workbook, at most. */
const LARGEST = 120 * 2 ** 20;

const AS_CSV = 'Open it in Excel, choose File > Save As > CSV UTF-8 for each sheet, and import those files.';

/** Writes every sheet of a workbook into the workspace `dir`. */
export const sheetsOf = async (path: string, name: string, dir: string): Promise<Result<readonly SheetWritten[], ImportRefusal>> => {
  const size = await unpackedSize(path);
  if (size !== null && size > LARGEST)
    return refuse({
      code: 'file-too-large',
      text: `${name} unpacks to ${Math.round(size / 2 ** 20).toLocaleString('en')} MB; workbooks are read up to ${LARGEST / 2 ** 20} MB (about 300,000 rows of ten cells).`,
      todo: `${AS_CSV} CSV has no such limit.`,
    });
  const told = await asked({ path, dir });
  if ('broken' in told)
    return refuse({
      code: 'file-bad-xlsx',
      text: `${name} is a workbook that cannot be read: it is damaged or cut off (${told.broken.split('\n')[0]!.slice(0, 120)}).`,
      todo: `Open it in Excel, let it repair the file, and save it again; or export it again as CSV.`,
    });
  return ok(told.sheets);
};

const asked = (what: WorkbookAsked): Promise<WorkbookTold> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: what,
      execArgv: [], // flags of the command that began this process need not suit a file
      resourceLimits: { maxOldGenerationSizeMb: 3072 },
    });
    let told: WorkbookTold | null = null;
    worker.once('message', (message: WorkbookTold) => {
      told = message;
      void worker.terminate();
    });
    worker.once('error', (fault: Error & { code?: string }) =>
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done({ broken: 'it is too large to be held in memory' }) : failed(fault),
    );
    worker.once('exit', () => done(told ?? { broken: 'reading it ended early' }));
  });

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Sum of the unpacked sizes in the directory of a ZIP archive; null where it has none that can be read. */
const unpackedSize = async (path: string): Promise<number | null> => {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 66_000);
    const tail = (await handle.read(Buffer.alloc(length), 0, length, size - length)).buffer;
    let at = length - 22;
    while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
    if (at < 0) return null;
    const [bytes, from] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (from + bytes > size || bytes > 2 ** 24) return null;
    const directory = (await handle.read(Buffer.alloc(bytes), 0, bytes, from)).buffer;
    let sum = 0;
    for (let i = 0; i + 46 <= bytes && directory.readUInt32LE(i) === ENTRY;) {
      sum += directory.readUInt32LE(i + 24);
      i += 46 + directory.readUInt16LE(i + 28) + directory.readUInt16LE(i + 30) + directory.readUInt16LE(i + 32);
    }
    return sum;
  } finally {
    await handle.close();
  }
};
