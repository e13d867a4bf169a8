/**
 * Practice: how this company runs its Backlog. Which ICE it scores by, what must be answered before work starts,
 * how much may be under way at once, and how many person-days a t-shirt size means to a team.
 */
import type { TeamId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, oneOf, stands, text, type Basic } from '../check.ts';
import type { RequestBook } from '../intake/request.ts';
import type { Decider } from '../decider.ts';

/** ICE is impact × confidence × ease, or × effort where 10 is the least effort: two habits, never compared with each other. */
export type IceVariant = 'ease' | 'effort';
export const ICE_VARIANTS: readonly IceVariant[] = ['ease', 'effort'];

export type Shirt = 'S' | 'M' | 'L' | 'XL';
export const SHIRTS: readonly Shirt[] = ['S', 'M', 'L', 'XL'];
/** Person-days by t-shirt size, none smaller than the one before it. */
export type ShirtDays = { readonly [size in Shirt]: number };

/** Columns of the board that hold work under way, and so may have a limit. */
export type Column = 'started' | 'waiting';
export const COLUMNS: readonly Column[] = ['started', 'waiting'];

/** At most so many items in a column: of one team, or of the whole company where team is null. */
export type Limit = { readonly team: TeamId | null; readonly column: Column; readonly most: number };
/** What t-shirt sizes mean to a team; team null where the whole company uses the same. */
export type Calibration = { readonly team: TeamId | null; readonly days: ShirtDays };
/** A question of the company's own, beside the four that every company asks. */
export type Question = { readonly id: string; readonly text: string };

/** The four questions that every item is asked; the first two are answered by its size and its dependencies. */
export const QUESTIONS: readonly Question[] = [
  { id: 'sized', text: 'Is it sized?' },
  { id: 'dependencies', text: 'What does it depend on?' },
  { id: 'success', text: 'What does success look like?' },
  { id: 'measured', text: 'How will it be measured?' },
];

export type Practice = {
  readonly ice: IceVariant;
  readonly questions: readonly Question[];
  /** Must every question be answered before work starts? */
  readonly readyToStart: boolean;
  readonly limits: readonly Limit[];
  readonly calibrations: readonly Calibration[];
};

export type PracticeCommand =
  | { readonly type: 'practice/choose-ice'; readonly ice: IceVariant }
  | { readonly type: 'practice/add-question'; readonly question: string; readonly text: string }
  | { readonly type: 'practice/drop-question'; readonly question: string }
  | { readonly type: 'practice/rule-readiness'; readonly readyToStart: boolean }
  | { readonly type: 'practice/limit'; readonly team: TeamId | null; readonly column: Column; readonly most: number | null }
  | { readonly type: 'practice/calibrate'; readonly team: TeamId | null; readonly days: ShirtDays };

export type PracticeEvent =
  | { readonly type: 'practice/ice-chosen'; readonly ice: IceVariant }
  | { readonly type: 'practice/question-added'; readonly question: string; readonly text: string }
  | { readonly type: 'practice/question-dropped'; readonly question: string }
  | { readonly type: 'practice/readiness-ruled'; readonly readyToStart: boolean }
  | { readonly type: 'practice/limited'; readonly team: TeamId | null; readonly column: Column; readonly most: number | null }
  | { readonly type: 'practice/calibrated'; readonly team: TeamId | null; readonly days: ShirtDays };

export type PracticeRefusal =
  | Basic
  | { readonly code: 'sizes-not-ascending' }
  | { readonly code: 'not-a-question-id'; readonly found: string };
export type PracticeBook = RequestBook & { readonly practice: ReadonlyMap<'practice', Practice> };

/** What holds where nobody has decided otherwise: ICE by ease, four questions, nothing forbidden. */
export const USUAL: Practice = { ice: 'ease', questions: QUESTIONS, readyToStart: false, limits: [], calibrations: [] };

/** How this company runs its Backlog now. */
export const practiceOf = (book: { readonly practice: PracticeBook['practice'] }): Practice => book.practice.get('practice') ?? USUAL;

/** What t-shirt sizes mean to this team: its own calibration, else the company's; null where neither is recorded. */
export const shirtDays = ({ calibrations }: Practice, team: TeamId | null): ShirtDays | null =>
  (calibrations.find((c) => c.team === team) ?? calibrations.find((c) => c.team === null))?.days ?? null;

const isLimit = (team: TeamId | null, column: Column) => (limit: Limit) => limit.team === team && limit.column === column;
const teamStands = (book: PracticeBook, team: TeamId | null): Result<null, Basic> =>
  team === null ? ok(null) : stands('team', team, book.team.get(team));
const ascending = ({ S, M, L, XL }: ShirtDays): boolean => S <= M && M <= L && L <= XL;

export const practice: Decider<'practice', Practice, PracticeCommand, PracticeEvent, PracticeRefusal, PracticeBook> = {
  keyOf: () => 'practice',
  decide: {
    'practice/choose-ice': (now = USUAL, { ice }) => {
      const checked = oneOf('ice', ice, ICE_VARIANTS);
      return checked.ok ? ok(now.ice === ice ? [] : [{ type: 'practice/ice-chosen', ice }]) : checked;
    },
    'practice/add-question': (now = USUAL, { question, text: words }) => {
      if (!/^[a-z0-9-]{1,40}$/.test(question)) return refuse({ code: 'not-a-question-id', found: question });
      const checked = text('text', words);
      if (!checked.ok) return checked;
      if (now.questions.some((q) => q.id === question)) return refuse({ code: 'there-already', thing: 'question', id: question });
      return ok([{ type: 'practice/question-added', question, text: words.trim() }]);
    },
    'practice/drop-question': (now = USUAL, { question }) =>
      now.questions.some((q) => q.id === question) && !QUESTIONS.some((q) => q.id === question)
        ? ok([{ type: 'practice/question-dropped', question }])
        : refuse({ code: 'not-there', thing: 'question', id: question }),
    'practice/rule-readiness': (now = USUAL, { readyToStart }) =>
      ok(now.readyToStart === readyToStart ? [] : [{ type: 'practice/readiness-ruled', readyToStart }]),
    'practice/limit': (now = USUAL, { team, column, most }, _, book) => {
      const checked = all(
        teamStands(book, team),
        oneOf('column', column, COLUMNS),
        amount('most', most ?? 1, 1),
        amount('most', Number.isInteger(most ?? 1) ? 1 : NaN),
      );
      if (!checked.ok) return checked;
      const was = now.limits.find(isLimit(team, column))?.most ?? null;
      return ok(was === most ? [] : [{ type: 'practice/limited', team, column, most }]);
    },
    'practice/calibrate': (now = USUAL, { team, days }, _, book) => {
      const checked = all(teamStands(book, team), ...SHIRTS.map((size) => amount(size, days[size])));
      if (!checked.ok) return checked;
      if (!ascending(days)) return refuse({ code: 'sizes-not-ascending' });
      const was = now.calibrations.find((c) => c.team === team)?.days;
      return ok(was && SHIRTS.every((size) => was[size] === days[size]) ? [] : [{ type: 'practice/calibrated', team, days }]);
    },
  },
  evolve: {
    'practice/ice-chosen': (now = USUAL, { ice }) => ({ ...now, ice }),
    'practice/question-added': (now = USUAL, { question: id, text: words }) => ({
      ...now,
      questions: [...now.questions, { id, text: words }],
    }),
    'practice/question-dropped': (now = USUAL, { question }) => ({ ...now, questions: now.questions.filter((q) => q.id !== question) }),
    'practice/readiness-ruled': (now = USUAL, { readyToStart }) => ({ ...now, readyToStart }),
    'practice/limited': (now = USUAL, { team, column, most }) => {
      const others = now.limits.filter((limit) => !isLimit(team, column)(limit));
      return { ...now, limits: most === null ? others : [...others, { team, column, most }] };
    },
    'practice/calibrated': (now = USUAL, { team, days }) => ({
      ...now,
      calibrations: [...now.calibrations.filter((c) => c.team !== team), { team, days }],
    }),
  },
};
