/** Publishes the numbers of a period: counted by the server, kept byte for byte, named in the journal by their SHA-256. */
import { randomUUID } from 'node:crypto';
import { periodPublished } from '../../../domain/measurement/publication.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { figuresOf, type Pack } from '../../../views/published/pack.ts';
import { previewOf } from '../../../views/published/preview.ts';
import type { Problem } from '../../contract/problem.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { bytesOf } from './bytes.ts';
import { packOf } from './pack.ts';

const periodIn = ({ context }: Reader, id: string): Result<Period, Problem> => {
  const period = periodPublished(context.book, id);
  return period
    ? ok(period)
    : problem('not-a-period', `“${id}” names no fiscal quarter or month.`, 'Write a quarter as 2026-Q2, a month as 2026-M04.');
};

/** The pack with its bytes and their name. */
export const counted = async (
  reader: Reader,
  period: Period,
): Promise<{ readonly pack: Pack; readonly json: string; readonly sha256: string }> => {
  const pack = await packOf(reader, period, reader.context.today);
  return { pack, ...bytesOf(pack) };
};

export const publishPreview: Run<'publish-preview'> = async (world, { company, period: id }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const period = periodIn(reader.value, id);
  if (!period.ok) return period;
  const { pack, sha256 } = await counted(reader.value, period.value);
  return ok(previewOf(reader.value.context.book, pack, sha256, reader.value.head.lastDay));
};

export const publish: Run<'publish'> = async (world, { company, period: id, why, expect }, caller) => {
  if (caller.kind === 'token')
    return problem('token-too-narrow', 'An API token may not publish numbers.', 'Do this signed in as a person.');
  const opened = world.house.company(company);
  if (!opened.ok) return opened;
  const by = caller.personIn(company);
  if (by === null) return noSuchCompany(company);
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const period = periodIn(reader.value, id);
  if (!period.ok) return period;
  const { pack, json, sha256 } = await counted(reader.value, period.value);
  if (expect !== undefined && expect !== sha256)
    return problem(
      'numbers-moved',
      'The numbers are no longer those you looked at: data was loaded or a rule was changed in between.',
      'Look at them again, then publish.',
    );
  const note: NoteId | null = why === undefined ? null : `n_${randomUUID()}`;
  const landed = opened.value.decide(
    {
      batch: `publish-${randomUUID()}`,
      commands: [{ type: 'publication/publish', period: period.value.id, sha256, asOf: pack.asOf, figures: figuresOf(pack), why: note }],
      notes: note === null ? [] : [{ id: note, text: why! }],
      packs: [{ sha256, json }],
    },
    { by, at: world.now() },
  );
  if (!landed.ok) return landed;
  const edition = opened.value.book().publication.get(period.value.id)?.editions.at(-1);
  return ok({ period: period.value.id, edition: edition?.n ?? 1, sha256, published: landed.value.entries.length > 0 });
};
