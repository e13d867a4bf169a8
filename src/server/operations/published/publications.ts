/** Published periods, and the quarters that could be: the latest first. */
import { periodPublished } from '../../../domain/measurement/publication.ts';
import { quarterAfter, quarterOf, CALENDAR_YEAR } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import type { PeriodListed } from '../../../views/published/published.ts';
import { readerOf } from '../ask/reader.ts';
import type { Run } from '../operation.ts';

/** Past quarters offered for publishing, however old the data is. */
const BACK = 8;

export const publications: Run<'publications'> = async (world, { company }, caller) => {
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const { book, today, nameOf } = found.value.context;
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const now = quarterOf(fiscal, today).id;
  const offered = Array.from({ length: BACK + 1 }, (_, i) => quarterAfter(fiscal, now, -i).id);
  const ids = [...new Set([...offered, ...book.publication.keys()])];
  const periods = ids.flatMap((id): PeriodListed[] => {
    const period = periodPublished(book, id);
    if (!period) return [];
    const editions = book.publication.get(id)?.editions ?? [];
    return [
      {
        period: id,
        from: period.from,
        to: period.to,
        over: today >= period.to,
        editions: editions.map(({ n, at, by, signed, withdrawn, figures }) => ({
          n,
          at,
          by: nameOf(by),
          signed: signed.length,
          withdrawn: withdrawn !== null,
          figures,
        })),
      },
    ];
  });
  return ok({ periods: periods.toSorted((a, b) => (a.to === b.to ? (a.from < b.from ? 1 : -1) : a.to < b.to ? 1 : -1)) });
};
