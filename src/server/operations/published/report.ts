/** The report of a period, from the record: frozen numbers where the period was published, else as counted. */
import { toFile } from '../../../charts/file.ts';
import { weaveChart } from '../../../charts/weave.ts';
import { periodPublished, standing } from '../../../domain/measurement/publication.ts';
import { CALENDAR_YEAR, quarterNamed } from '../../../kernel/fiscal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { figuresOf, type Pack } from '../../../views/published/pack.ts';
import { figureShown } from '../../../views/published/words.ts';
import { agreedPart, outcomesPart } from '../../../views/report/agreed.ts';
import { chancesOf, forecastPart, lagPart } from '../../../views/report/ahead.ts';
import { decidedPart, donePart } from '../../../views/report/done.ts';
import { costPart, creditPart, restPart, revenuePart } from '../../../views/report/numbers.ts';
import type { Report } from '../../../views/report/report.ts';
import { periodCalled } from '../../../views/words/measurement.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { reportHtml } from '../../report/html.ts';
import { pdfOf } from '../../report/pdf.ts';
import { outcomesNow } from '../ask/home-outcomes.ts';
import { readerOf } from '../ask/reader.ts';
import { thread } from '../ask/thread.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Caller, Run, World } from '../operation.ts';
import { aheadOf } from './ahead.ts';
import { packOf } from './pack.ts';
import { seenBy } from './seen.ts';

const documentOf = async (
  world: World,
  company: string,
  id: string | undefined,
  caller: Caller,
): Promise<Result<{ report: Report; pack: Pack }, Problem>> => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const reader = found.value;
  const { book, today, nameOf, noteOf } = reader.context;
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const wanted =
    id ??
    [...book.publication.values()]
      .filter((p) => standing(p))
      .map(({ period }) => period)
      .toSorted()
      .at(-1);
  const period = wanted === undefined ? null : periodPublished(book, wanted);
  if (!period)
    return wanted === undefined
      ? problem('which-period', 'No period was published, so none can be taken by itself.', 'Say which: lockstep report 2026-Q2.')
      : problem('not-a-period', `“${wanted}” names no fiscal quarter or month.`, 'Write a quarter as 2026-Q2, a month as 2026-M04.');
  const edition = standing(book.publication.get(period.id));
  const json = edition ? met.value.room.store.pack(edition.sha256) : null;
  const pack = seenBy(reader.role, json === null ? await packOf(reader, period, today) : (JSON.parse(json) as Pack));
  const guidepoint = book.guidepoint.get(period.id);
  const called = periodCalled(book, period.id);
  const teller = {
    book,
    today: '',
    nameOf: (p: `p_${string}` | null) => (p === null ? 'nobody' : nameOf(p)),
    noteOf: (n: `n_${string}` | null) => (n === null ? '' : (noteOf(n) ?? '')),
  };
  const walked = quarterNamed(fiscal, period.id) ? await thread(world, { company, direction: 'up', period: period.id }, caller) : null;
  const drawn = walked?.ok && pack.won.length > 0 ? weaveChart(walked.value.weave) : null;
  const won = figuresOf(pack)[0]!;
  const ahead = await aheadOf(world, met.value.room, reader);
  if (!ahead.ok) return ahead;
  const { forecasts, lags } = ahead.value;
  const report: Report = {
    v: 1,
    company: book.company.get('company')?.name ?? company,
    period: period.id,
    called,
    from: period.from,
    to: period.to,
    madeOn: today,
    asOf: pack.asOf,
    frozen:
      edition && json !== null ? { edition: edition.n, on: edition.at.slice(0, 10), by: nameOf(edition.by), sha256: edition.sha256 } : null,
    title: `${called}: ${figureShown(won)} won${edition ? '' : ', not published yet'}.`,
    parts: [
      agreedPart(teller, guidepoint, called),
      outcomesPart(book, guidepoint, await outcomesNow(reader), chancesOf(forecasts), ''),
      donePart(book, period),
      forecastPart(forecasts, reader.head.asOf),
      revenuePart(pack, drawn ? [{ svg: toFile(drawn, 'light'), summary: drawn.summary }] : []),
      creditPart(pack),
      costPart(pack),
      lagPart(lags, today),
      decidedPart(book, period, nameOf),
      restPart(pack),
    ],
  };
  return ok({ report, pack });
};

export const report: Run<'report'> = async (world, { company, period, format }, caller) => {
  const made = await documentOf(world, company, period, caller);
  if (!made.ok) return made;
  const { report: document, pack } = made.value;
  const name = `${company}-${document.period}`;
  if (format === 'json')
    return ok({
      name: `${name}.json`,
      type: 'application/json',
      text: `${JSON.stringify({ ...document, answers: pack.answers }, null, 2)}\n`,
      base64: null,
    });
  const html = reportHtml(document);
  if (format === 'html') return ok({ name: `${name}.html`, type: 'text/html', text: html, base64: null });
  const pdf = await pdfOf(html);
  return pdf.ok ? ok({ name: `${name}.pdf`, type: 'application/pdf', text: null, base64: Buffer.from(pdf.value).toString('base64') }) : pdf;
};
