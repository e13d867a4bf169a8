/** What a quarter does without: each with its reason and who was told. */
import type { Book } from '../../domain/book.ts';
import type { NotDoing, Plan } from '../../domain/blueprint/plan.ts';
import { rootOf, type Request } from '../../domain/intake/request.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import { dayIn } from '../../kernel/zone.ts';
import { ERASED, requestTitle } from '../intake/title.ts';

export type NotDoingLine = {
  readonly key: string;
  readonly how: NotDoing['how'] | 'declined';
  /** What people call the request that it follows from, such as R-131; null for everything else. */
  readonly ref: string | null;
  /** The day a deferred request comes back; null for everything else. */
  readonly until: Day | null;
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

/**
 * Requests that intake declined in the quarter, or deferred beyond it, the newest decision first. Who asked was told with
 * the decision, and so was everybody whose request was joined with it. None of this is signed.
 */
const fromRequests = (book: Book, plan: Plan, noteOf: (id: NoteId) => string | null): NotDoingLine[] => {
  const zone = book.company.get('company')?.zone ?? 'UTC';
  const asked = Map.groupBy(book.request.values(), (r) => rootOf(book, r).id);
  return [...book.request.values()]
    .flatMap((r): { readonly r: Request; readonly on: Day; readonly at: string; readonly why: NoteId | null }[] => {
      const { standing, decided } = r;
      if (!decided || (standing.state !== 'declined' && standing.state !== 'deferred')) return [];
      const on = dayIn(zone, decided.at);
      if (on < plan.from || on >= plan.to || (standing.state === 'deferred' && standing.until < plan.to)) return [];
      return [{ r, on, at: decided.at, why: decided.why }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.r.id < b.r.id ? -1 : 1))
    .map(({ r, on, why }): NotDoingLine => ({
      key: r.id,
      how: r.standing.state === 'declined' ? 'declined' : 'deferred',
      title: requestTitle(r, noteOf) ?? ERASED,
      why,
      priority: null,
      line: null,
      ref: r.ref,
      until: r.standing.state === 'deferred' ? r.standing.until : null,
      told: [...new Set([r.by, ...(asked.get(r.id) ?? []).map((a) => a.by)])].map((person) => ({ person, on })),
      href: `/work/requests/${r.id}`,
    }));
};

/**
 * The list as it stands: what the plan leaves out, what was written since, and requests that were declined in the
 * quarter or deferred beyond it. `noteOf` reads what people asked for; null where it was erased.
 */
export const notDoing = (book: Book, period: string, plan: Plan, noteOf: (id: NoteId) => string | null): NotDoingLine[] => {
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
      ref: null,
      until: null,
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
      ref: null,
      until: null,
      told: toldOf(book, period, null, n),
      href: null,
    })),
    ...fromRequests(book, plan, noteOf),
  ];
};
