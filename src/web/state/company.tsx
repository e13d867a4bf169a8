/** The company a screen is about: its book, what may be asked of it, its numbers. */
import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Book, Command } from '../../domain/book.ts';
import { BY_LINK } from '../../domain/decider.ts';
import type { Company, Role } from '../../domain/company/company.ts';
import { may, roleOf } from '../../domain/may.ts';
import type { Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { dayIn } from '../../kernel/zone.ts';
import type { Note, Person } from '../../server/contract/book.ts';
import { openCompany, type Along, type CompanyStore } from './company-store.ts';
import type { Line } from './live.ts';
import { keepForUndo } from './decided.ts';
import { problemOf, type Problem } from './problem.ts';
import { wordsOf } from './refusal.ts';
import { DOOR } from './session.tsx';
import { say } from './toasts.ts';

/** What `ask` answers at once; where it was refused, `words` say why. */
export type Asking = { readonly ok: true; readonly landed: Promise<boolean> } | { readonly ok: false; readonly words: string };

export type CompanyHere = {
  readonly id: string;
  readonly company: Company;
  readonly book: Book;
  readonly me: PersonId;
  readonly role: Role;
  /** Today in the company's zone. */
  readonly today: Day;
  readonly line: Line;
  /** How many decisions wait to be sent. */
  readonly waiting: number;
  readonly people: ReadonlyMap<string, Person>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly nameOf: (person: PersonId | null) => string;
  readonly noteOf: (note: NoteId | null) => string;
  readonly may: (command: Command['type']) => boolean;
  /** `silent` leaves it out of what ⌘Z takes back. */
  readonly ask: (commands: readonly Command[], along?: Along & { readonly silent?: boolean }) => Asking;
};

const HereContext = createContext<CompanyHere | null>(null);

/** The company this screen stands in. Throws outside CompanyProvider. */
export const useCompany = (): CompanyHere => {
  const here = use(HereContext);
  if (!here) throw new Error('no company here');
  return here;
};

type Opening = { readonly store: CompanyStore | null; readonly problem: Problem | null };

/** Opens the company and closes it with the last screen. `children` stand only where the book is there. */
export const CompanyProvider = ({
  id,
  children,
  waiting,
  failed,
}: {
  readonly id: string;
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  readonly failed: (problem: Problem, again: () => void) => ReactNode;
}) => {
  const queries = useQueryClient();
  const [{ store, problem }, setOpening] = useState<Opening>({ store: null, problem: null });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    const stop = new AbortController();
    let opened: CompanyStore | null = null;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const refetch = (): void => {
      clearTimeout(soon);
      soon = setTimeout(() => void queries.invalidateQueries({ queryKey: ['facts', id] }), 300);
    };
    // Another company: the one before must not be shown while this one opens.
    // oxlint-disable-next-line react/set-state-in-effect
    setOpening({ store: null, problem: null });
    openCompany(
      id,
      {
        onFacts: refetch,
        onBook: refetch,
        onComments: (thing) => void queries.invalidateQueries({ queryKey: ['comments', id, thing] }),
        onHandedBack: (why) => say({ kind: 'problem', text: why.text, todo: why.todo ?? 'It was taken back here; nothing was written.' }),
        onClosed: () => void queries.invalidateQueries({ queryKey: DOOR }),
      },
      stop.signal,
    ).then(
      (made) => {
        if (stop.signal.aborted) return made.stop();
        opened = made;
        setOpening({ store: made, problem: null });
      },
      (thrown: unknown) => {
        if (!stop.signal.aborted) setOpening({ store: null, problem: problemOf(thrown) });
      },
    );
    return () => {
      clearTimeout(soon);
      stop.abort();
      opened?.stop();
    };
  }, [id, queries, turn]);

  if (problem) return failed(problem, () => setTurn((t) => t + 1));
  if (!store || store.company !== id) return waiting;
  return <Here store={store}>{children}</Here>;
};

const Here = ({ store, children }: { readonly store: CompanyStore; readonly children: ReactNode }) => {
  const standing = useSyncExternalStore(store.subscribe, store.standing)!;
  const { replica, line } = standing;
  const ask = useCallback(
    (commands: readonly Command[], { silent = false, ...along }: Along & { readonly silent?: boolean } = {}): Asking => {
      const { book: before, me: by } = store.standing()!.replica;
      const at = new Date().toISOString();
      const answer = store.ask(commands, along);
      if (!answer.ok) {
        void import('./refusals-told.ts');
        return { ok: false, words: wordsOf(answer.refusal, store.standing()!.replica) };
      }
      if (!silent) keepForUndo({ company: store.company, commands, ctx: { by, at }, before, after: store.standing()!.replica.book });
      return { ok: true, landed: answer.value.landed };
    },
    [store],
  );
  const company = replica.book.company.get('company')!;
  const today = useToday(company.zone);
  const here = useMemo<CompanyHere>(() => {
    const { book, me, people, notes, wishes } = replica;
    return {
      id: store.company,
      company,
      book,
      me,
      role: roleOf(book, me) ?? 'viewer',
      today,
      line,
      waiting: wishes.filter((w) => !w.confirmed).length,
      people,
      notes,
      nameOf: (person) =>
        person === null ? 'nobody' : person === BY_LINK ? 'The requester, by a link' : (people.get(person)?.name ?? 'somebody who left'),
      noteOf: (note) => (note === null ? '' : (notes.get(note)?.text ?? '')),
      may: (command) => may(book, me, command),
      ask,
    };
  }, [store, replica, company, line, today, ask]);
  return <HereContext value={here}>{children}</HereContext>;
};

/** Today in a zone; looked at again every minute, because a tab may stand open over midnight. */
const useToday = (zone: string): Day => {
  const now = useCallback(() => dayIn(zone, new Date().toISOString()), [zone]);
  const [day, setDay] = useState(now);
  useEffect(() => {
    // The zone may have changed, and with it the day.
    // oxlint-disable-next-line react/set-state-in-effect
    setDay(now());
    const timer = setInterval(() => setDay(now()), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return day;
};
