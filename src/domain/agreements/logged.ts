/**
 * Logged decision: a question people had, what was decided, by whom, what else was thought of, and the numbers as they
 * stood. It is never reworded: who decides otherwise logs a new one that supersedes it, and both know each other.
 */
import type { Day } from '../../kernel/day.ts';
import type { LoggedId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, day, fresh, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import { subjectIn, type Subject } from './about.ts';
import { evidenceHolds, frozen, MOST_EVIDENCE, type Evidence } from './evidence.ts';
import type { ExpectationBook } from './expectation.ts';

/** What else could have been decided, and why it was not. */
export type Alternative = { readonly text: string; readonly against: string };

export type LoggedDecision = {
  readonly id: LoggedId;
  /** D- and its number in the order of logging. */
  readonly ref: string;
  /** What was to be decided, as a question. */
  readonly matter: string;
  readonly decided: string;
  /** Who decided, which need not be who wrote it down. */
  readonly deciders: readonly PersonId[];
  readonly on: Day;
  readonly alternatives: readonly Alternative[];
  readonly evidence: readonly Evidence[];
  readonly about: readonly Subject[];
  readonly supersedes: LoggedId | null;
  readonly supersededBy: LoggedId | null;
  readonly loggedBy: PersonId;
  readonly loggedAt: Instant;
};

type Content = Pick<LoggedDecision, 'matter' | 'decided' | 'deciders' | 'on' | 'alternatives' | 'evidence' | 'about'>;

export type LoggedCommand = {
  readonly type: 'logged/decide';
  readonly id: LoggedId;
  /** The one that no longer holds. */
  readonly supersedes: LoggedId | null;
} & Content;

export type LoggedEvent =
  | ({ readonly type: 'logged/decided'; readonly id: LoggedId; readonly ref: string; readonly supersedes: LoggedId | null } & Content)
  | { readonly type: 'logged/superseded'; readonly id: LoggedId; readonly with: LoggedId };

export type LoggedRefusal =
  | Basic
  | { readonly code: 'nothing-has-id'; readonly id: string }
  | { readonly code: 'deciders-needed' | 'said-twice' }
  | { readonly code: 'too-much-evidence'; readonly most: number }
  | { readonly code: 'superseded-already'; readonly id: LoggedId; readonly with: LoggedId };

export type AgreementsBook = ExpectationBook & { readonly logged: ReadonlyMap<LoggedId, LoggedDecision> };

type Refused = Result<null, LoggedRefusal>;

const contentHolds = (book: AgreementsBook, c: Content): Refused => {
  const checked = all(
    text('matter', c.matter, 300),
    text('decided', c.decided, 2000),
    day('on', c.on),
    ...c.alternatives.flatMap((a) => [text('alternative', a.text, 300), a.against === '' ? ok(null) : text('against', a.against, 500)]),
    ...c.evidence.map(evidenceHolds),
  );
  if (!checked.ok) return checked;
  if (c.deciders.length === 0) return refuse({ code: 'deciders-needed' });
  for (const list of [c.deciders, c.about]) if (new Set<string>(list).size < list.length) return refuse({ code: 'said-twice' });
  if (c.evidence.length > MOST_EVIDENCE) return refuse({ code: 'too-much-evidence', most: MOST_EVIDENCE });
  const nothing = c.about.find((id) => subjectIn(book, id) === null);
  return nothing === undefined ? ok(null) : refuse({ code: 'nothing-has-id', id: nothing });
};
const mayBeSuperseded = (book: AgreementsBook, id: LoggedId | null): Refused => {
  if (id === null) return ok(null);
  const was = book.logged.get(id);
  if (!was) return refuse({ code: 'not-there', thing: 'logged', id });
  return was.supersededBy === null ? ok(null) : refuse({ code: 'superseded-already', id, with: was.supersededBy });
};

export const logged: Decider<LoggedId, LoggedDecision, LoggedCommand, LoggedEvent, LoggedRefusal, AgreementsBook> = {
  keyOf: (message) => message.id,
  decide: {
    'logged/decide': (was, { id, matter, decided, deciders, on, alternatives, evidence, about, supersedes }, _, book) => {
      const checked = all(fresh('logged', 'l', id, was));
      if (!checked.ok) return checked;
      for (const holds of [
        contentHolds(book, { matter, decided, deciders, on, alternatives, evidence, about }),
        mayBeSuperseded(book, supersedes),
      ])
        if (!holds.ok) return holds;
      const written: LoggedEvent = {
        type: 'logged/decided',
        id,
        ref: `D-${book.logged.size + 1}`,
        supersedes,
        matter: matter.trim(),
        decided: decided.trim(),
        deciders,
        on,
        alternatives: alternatives.map((a) => ({ text: a.text.trim(), against: a.against.trim() })),
        evidence: evidence.map(frozen),
        about,
      };
      return ok(supersedes === null ? [written] : [written, { type: 'logged/superseded', id: supersedes, with: id }]);
    },
  },
  evolve: {
    'logged/decided': (_, { type: _type, ...content }, { by, at }) => ({ ...content, supersededBy: null, loggedBy: by, loggedAt: at }),
    'logged/superseded': (was, { with: next }) => ({ ...was!, supersededBy: next }),
  },
};
