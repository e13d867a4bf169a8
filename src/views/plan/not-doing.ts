/** What a quarter does without: each with its reason and who was told. */
import type { Book } from '../../domain/book.ts';
import type { NotDoing, Plan } from '../../domain/blueprint/plan.ts';
import type { NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import { dayIn } from '../../kernel/zone.ts';

export type NotDoingLine = {
  readonly key: string;
  readonly how: NotDoing['how'] | 'declined';
  readonly title: string;
  /** null while nobody has written why. */
  readonly why: NoteId | null;
  readonly priority: PriorityId | null;
  /** Number of a line that somebody wrote; null for one that follows from a priority or a request. */
  readonly line: number | null;
  readonly told: readonly { readonly person: PersonId; readonly on: string }[];
  readonly href: string | null;
};

/** Told about a priority or a line, each person once, the first first. */
const toldOf = (book: Book, period: string, priority: PriorityId | null, line: number | null): NotDoingLine['told'] => {
  const zone = book.company.get('company')?.zone ?? 'UTC';
  const all = (book.blueprint.get(period)?.told ?? []).filter((t) =>
    priority ? t.priority === priority : t.line === line && line !== null,
  );
  return [...new Map(all.map((t) => [t.person, { person: t.person, on: dayIn(zone, t.at) }])).values()];
};

/** The list as it stands: what the plan leaves out, what was written since, and requests that were declined in the quarter. */
export const notDoing = (book: Book, period: string, plan: Plan): NotDoingLine[] => {
  const b = book.blueprint.get(period);
  const written = (b?.leftOut ?? []).filter((l) => !l.reconsidered && l.priority === null);
  const fromPlan = plan.notDoing
    .filter((n) => n.priority !== null)
    .map(({ how, priority, title, why }): NotDoingLine => ({
      key: priority!,
      how,
      title,
      why: why ?? (b?.leftOut ?? []).findLast((l) => l.priority === priority && !l.reconsidered)?.why ?? null,
      priority,
      line: null,
      told: toldOf(book, period, priority, null),
      href: book.priority.has(priority!) ? `/work/priorities/${priority}` : null,
    }));
  return [
    ...fromPlan,
    ...written.map(({ n, title, why }): NotDoingLine => ({
      key: `line-${n}`,
      how: 'left-out',
      title,
      why,
      priority: null,
      line: n,
      told: toldOf(book, period, null, n),
      href: null,
    })),
  ];
};
