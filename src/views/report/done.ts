/** What was done in the period, and what was decided. */
import type { Book } from '../../domain/book.ts';
import type { Period } from '../../kernel/fiscal.ts';
import { capital, count, dayWords, list, plural } from '../words/format.ts';
import { part, type Part } from './report.ts';

const MOSCOW = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t' } as const;
const within = (day: string | null, { from, to }: Period): boolean => day !== null && day >= from && day < to;

/** Priorities with their items, and the campaigns that were in the market. */
export const donePart = (book: Book, period: Period): Part => {
  const items = [...book.item.values()];
  const finished = items.filter((item) => within(item.finishedOn, period));
  const priorities = [...book.priority.values()].filter((p) => p.period === period.id && !p.retired);
  const campaigns = [...book.campaign.values()].filter((c) => !c.retired && c.from < period.to && (c.to === null || c.to >= period.from));
  const rows = priorities.map((p) => {
    const own = items.filter((item) => item.priority === p.id && !item.retired);
    const done = own.filter((item) => item.finishedOn !== null && item.finishedOn < period.to);
    return [
      p.title,
      MOSCOW[p.moscow],
      `${done.length} of ${own.length}`,
      list(p.outcomes.flatMap((id) => book.outcome.get(id)?.name ?? [])) || 'no outcome',
    ];
  });
  const orphans = finished.filter((item) => item.priority === null && item.foundational === null).length;
  return part(
    'done',
    `${capital(plural(finished.length, 'work item was', 'work items were'))} finished${campaigns.length > 0 ? ` and ${plural(campaigns.length, 'campaign was', 'campaigns were')} in the market` : ''}.`,
    {
      tables: [
        {
          name: 'Priorities',
          columns: [{ name: 'Priority' }, { name: 'Class' }, { name: 'Items done', number: true }, { name: 'Serves' }],
          rows,
          sum: null,
        },
      ],
      notes:
        orphans > 0
          ? [`${capital(plural(orphans, 'finished item served', 'finished items served'))} no priority and was not foundational.`]
          : [],
    },
  );
};

/** The decision log of the period. */
export const decidedPart = (book: Book, period: Period, nameOf: (person: `p_${string}`) => string): Part => {
  const logged = [...book.logged.values()].filter((one) => within(one.on, period)).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return part(
    'decided',
    logged.length === 0 ? 'No decision was logged.' : `${capital(plural(logged.length, 'decision was', 'decisions were'))} logged.`,
    {
      tables:
        logged.length === 0
          ? []
          : [
              {
                name: 'Decision log',
                columns: [{ name: 'On' }, { name: 'Decision' }, { name: 'By' }, { name: 'Evidence' }],
                rows: logged.map((one) => [
                  dayWords(one.on),
                  `${one.ref} ${one.decided}${one.supersededBy ? ' (superseded)' : ''}`,
                  list(one.deciders.map((who) => nameOf(who))),
                  one.evidence.map((e) => `${e.what}: ${e.shown}`).join('; ') || '–',
                ]),
                sum: null,
              },
            ],
      notes:
        logged.length > 0
          ? [`Evidence stands as it was cited; ${count(logged.flatMap((one) => one.evidence).length)} numbers in all.`]
          : [],
    },
  );
};
