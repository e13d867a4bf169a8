/**
 * Loads files: good rows land together, bad rows are held with what to do.
 *
 * Every file is read first, and all of them must be ready: an unreadable file or an open question in one
 * of them, and nothing is written, no company founded.
 */
import type { FileReceived } from '../../../facts/import/received.ts';
import type { Loaded, Preview } from '../../../facts/loads/report.ts';
import { ok, type Refused, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { CALENDAR_YEAR } from '../../../kernel/fiscal.ts';
import { foundCompany } from '../../house/found.ts';
import type { Caller, Input, Output, Run, World } from '../operation.ts';
import { asProblem, doingOf, factsOf } from './facts-of.ts';
import { noSuchUpload } from './import-preview.ts';
import { placeFor } from './place.ts';
import { readAll, type Read } from './read-files.ts';
import { saveMapping } from './saved.ts';

type Asked = Input<'import'>;

export const importFiles: Run<'import'> = async (world, input, caller) => {
  const files = [input.file].flat();
  const received = files.map((id) => world.house.upload(id));
  const lost = received.indexOf(null);
  if (lost >= 0) return noSuchUpload(files[lost]!);
  const told = input.yes || input.dryRun || input.edited !== undefined || input.mapping !== undefined;
  if (!told)
    return problem(
      'not-confirmed',
      'Nothing was loaded: nobody has looked at what these files would change.',
      'Look first with dryRun (--dry-run), then send yes (--yes) to take the proposed mapping.',
    );
  if (input.edited !== undefined && files.length > 1)
    return problem('one-mapping-one-file', 'A changed mapping belongs to one file.', 'Send the files one by one.');
  const place = await placeFor(world, input, caller);
  if (!place.ok) return place;
  const { isNew, wish } = place.value;
  // One file of a company that stands is refused or lands whole by itself: it need not be read twice.
  const straight = files.length === 1 && !isNew && !input.dryRun && Object.keys(input.answers).length === 0;
  if (straight) return landed(world, input, files, await loadAll(world, input.company, input, [{ file: received[0]!, wish }], caller));
  const read = await readAll(world, place.value, received as FileReceived[], input.answers);
  await place.value.leave();
  if (!read.ok) return read;
  const previews = read.value.map(({ preview }) => preview);
  if (input.dryRun) return ok({ company: input.company, founded: false, dryRun: true, previews, loads: [] });
  const refused = questionsOpen(previews);
  if (refused) return refused;
  const company = isNew ? await found(world, input, caller) : ok(input.company);
  if (!company.ok) return company;
  const loads = await loadAll(world, company.value, input, read.value, caller);
  return landed(world, { ...input, company: company.value }, files, loads, isNew);
};

/** The answer where files landed; they lie with the company now, and the uploads are done with. */
const landed = (
  { house }: World,
  { company, sheet }: Asked,
  files: readonly string[],
  loads: Result<Output<'import'>['loads'], Problem>,
  founded = false,
): Result<Output<'import'>, Problem> => {
  if (!loads.ok) return loads;
  // Of a workbook, another sheet may still be wanted.
  if (sheet === undefined) for (const id of files) house.uploads.drop(id);
  return ok({ company, founded, dryRun: false, previews: [], loads: loads.value });
};

/** Founds the company that an import is the first of. */
export const found = async (
  { house, now }: World,
  { company, foundAs, currency, timeZone }: Pick<Asked, 'company' | 'foundAs' | 'currency' | 'timeZone'>,
  { signIn }: Caller,
): Promise<Result<string, Problem>> => {
  const founding = { name: foundAs ?? company, currency: currency ?? null, zone: timeZone ?? 'UTC', fiscal: CALENDAR_YEAR };
  const room = await foundCompany(house, founding, signIn, now());
  return room.ok ? ok(room.value.id) : room;
};

/** Questions without an answer; one that says what holds otherwise keeps nothing out. */
const questionsOpen = (previews: readonly Pick<Preview, 'file' | 'questions'>[]): Refused<Problem> | null => {
  const questions = previews.flatMap((preview) =>
    preview.questions.filter((q) => q.otherwise === undefined).map((question) => ({ file: preview.file, ...question })),
  );
  const [first] = questions;
  if (!first) return null;
  const n = questions.length;
  return problem(
    'questions-open',
    `Nothing was loaded: ${n === 1 ? 'one question is' : `${n} questions are`} open.`,
    `Answer ${n === 1 ? 'it' : 'each'} on the command line, for instance ${first.answerWith}.`,
    { questions },
  );
};

/** Loads file after file; where one is refused after all, those before it are taken back. */
const loadAll = async (
  world: World,
  company: string,
  input: Asked,
  read: readonly Pick<Read, 'file' | 'wish'>[],
  caller: Caller,
): Promise<Result<Output<'import'>['loads'], Problem>> => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const { facts, room } = met.value;
  const loads: (Loaded & { readonly file: string })[] = [];
  for (const { file, wish } of read) {
    const doing = doingOf(world, company, caller);
    const loaded = await facts.load(file, wish, doing);
    if (!loaded.ok) {
      for (const { n } of loads.toReversed()) await facts.revert(n, doing);
      return questionsOpen([{ file: file.name, questions: loaded.refusal.questions ?? [] }]) ?? asProblem(loaded.refusal, file.name);
    }
    loads.push({ ...loaded.value, file: file.name });
    if (input.saveAs !== undefined) saveMapping(room, { ...loaded.value.mapping, name: input.saveAs }, doing.at);
  }
  return ok(loads);
};
