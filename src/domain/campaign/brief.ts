/** The brief of a micro-campaign, its readiness questions, and its start. */
import type { Day } from '../../kernel/day.ts';
import type { CampaignId, CommitmentId, NoteId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, oneOf, stands, text, type Basic } from '../check.ts';
import type { Campaign, CampaignBook, CampaignPart, HeldRefusal } from './campaign.ts';
import { criteriaHold, type CriteriaRefusal } from './criteria-hold.ts';
import type { Variant } from './criteria.ts';
import { isFrozen, overtaken, QUESTIONS, unanswered, type Brief, type Micro, type Question } from './micro.ts';
import { lineHolds, setAside, todayOf, type SetAsideRefusal } from './set-aside.ts';

export type BriefCommand =
  | ({ readonly type: 'campaign/brief'; readonly id: CampaignId } & Brief)
  | { readonly type: 'campaign/answer'; readonly id: CampaignId; readonly question: string; readonly answer: NoteId }
  | { readonly type: 'campaign/withdraw-answer'; readonly id: CampaignId; readonly question: string }
  /** Names the commitment by which its budget is set aside. */
  | { readonly type: 'campaign/start'; readonly id: CampaignId; readonly commitment: CommitmentId };
export type BriefEvent =
  | ({ readonly type: 'campaign/briefed'; readonly id: CampaignId } & Brief)
  | { readonly type: 'campaign/answered'; readonly id: CampaignId; readonly question: string; readonly answer: NoteId }
  | { readonly type: 'campaign/answer-withdrawn'; readonly id: CampaignId; readonly question: string }
  | { readonly type: 'campaign/started'; readonly id: CampaignId; readonly on: Day }
  /** Money of its line is kept for it; in the same batch the line committed it. */
  | { readonly type: 'campaign/money-set-aside'; readonly id: CampaignId; readonly commitment: CommitmentId };

export type BriefRefusal =
  | SetAsideRefusal
  | CriteriaRefusal
  | HeldRefusal
  | { readonly code: 'no-brief'; readonly campaign: CampaignId }
  | { readonly code: 'criteria-frozen'; readonly campaign: CampaignId }
  | { readonly code: 'criteria-not-frozen'; readonly campaign: CampaignId }
  | { readonly code: 'campaign-ended'; readonly campaign: CampaignId; readonly how: 'scaled' | 'aborted' }
  | { readonly code: 'starts-later'; readonly from: Day }
  | { readonly code: 'deadline-passed'; readonly deadline: Day }
  | { readonly code: 'questions-open'; readonly questions: readonly Question[] }
  | { readonly code: 'said-twice' }
  | { readonly code: 'variants-needed'; readonly least: number };

const MOST_VARIANTS = 10;

const variantsHold = ({ variants, randomised }: Brief): Result<null, BriefRefusal> => {
  const least = randomised ? 2 : 1;
  if (variants.length < least || variants.length > MOST_VARIANTS) return refuse({ code: 'variants-needed', least });
  const names = variants.map(({ name }) => name.trim().toLowerCase());
  if (new Set(names).size < names.length) return refuse({ code: 'said-twice' });
  return all(
    ...variants.flatMap(({ name, weight }: Variant) => [
      text('variant', name, 80),
      Number.isFinite(weight) && weight > 0 ? ok(null) : refuse<Basic>({ code: 'not-a-number', field: 'weight' }),
    ]),
  );
};

/** A micro-campaign that stands. */
export const microOf = (c: Campaign | undefined, id: CampaignId): Result<Micro, Basic | BriefRefusal> => {
  const checked = stands('campaign', id, c);
  if (!checked.ok) return checked;
  return c!.micro ? ok(c!.micro) : refuse({ code: 'no-brief', campaign: id });
};

const briefHolds = (book: CampaignBook, b: Brief): Result<null, BriefRefusal> => {
  const variants = variantsHold(b);
  if (!variants.ok) return variants;
  const segment = b.segment === null ? ok(null) : stands('segment', b.segment, book.segment.get(b.segment));
  if (!segment.ok || b.line === null) return segment;
  const line = lineHolds(book, b.line);
  return line.ok ? ok(null) : line;
};

export const brief: CampaignPart<BriefCommand, BriefEvent, BriefRefusal> = {
  decide: {
    'campaign/brief': (c, { id, hypothesis, segment, line, variants, randomised }, _, book) => {
      const checked = stands('campaign', id, c);
      if (!checked.ok) return checked;
      if (isFrozen(c!.micro)) return refuse({ code: 'criteria-frozen', campaign: id });
      if (c!.micro?.setAside && c!.micro.line !== line) return refuse({ code: 'money-set-aside', campaign: id });
      const said: Brief = {
        hypothesis,
        segment,
        line,
        variants: variants.map(({ name, weight }) => ({ name: name.trim(), weight })),
        randomised,
      };
      const holds = briefHolds(book, said);
      return holds.ok ? ok([{ type: 'campaign/briefed', id, ...said }]) : holds;
    },
    'campaign/answer': (c, { id, question, answer }) => {
      const micro = microOf(c, id);
      if (!micro.ok) return micro;
      const known = oneOf('question', question, QUESTIONS);
      if (!known.ok) return known;
      if (micro.value.answers[question] === answer) return ok([]);
      if (micro.value.started) return refuse({ code: 'campaign-runs', campaign: id });
      return ok([{ type: 'campaign/answered', id, question, answer }]);
    },
    'campaign/withdraw-answer': (c, { id, question }) => {
      const micro = microOf(c, id);
      if (!micro.ok) return micro;
      if (micro.value.started) return refuse({ code: 'campaign-runs', campaign: id });
      return ok(Object.hasOwn(micro.value.answers, question) ? [{ type: 'campaign/answer-withdrawn', id, question }] : []);
    },
    'campaign/start': (c, { id, commitment }, ctx, book) => {
      const found = microOf(c, id);
      if (!found.ok) return found;
      const micro = found.value;
      if (micro.started) return ok([]);
      if (!micro.written?.frozen) return refuse({ code: 'criteria-not-frozen', campaign: id });
      const on = todayOf(book, ctx);
      if (on < c!.from) return refuse({ code: 'starts-later', from: c!.from });
      if (on > micro.written.criteria.deadline) return refuse({ code: 'deadline-passed', deadline: micro.written.criteria.deadline });
      const holds = criteriaHold(micro.written.criteria, on, micro.variants);
      if (!holds.ok) return holds;
      const questions = unanswered(micro);
      if (questions.length > 0) return refuse({ code: 'questions-open', questions });
      const started: BriefEvent = { type: 'campaign/started', id, on };
      if (micro.setAside || !c!.budgetMinor) return ok([started]);
      const money = setAside(book, { campaign: c!, line: micro.line, commitment }, ctx);
      return money.ok ? ok([...money.value, { type: 'campaign/money-set-aside', id, commitment }, started]) : money;
    },
  },
  evolve: {
    'campaign/briefed': (c, { type: _type, id: _id, ...said }) => ({
      ...c!,
      micro: overtaken({
        answers: {},
        written: null,
        setAside: null,
        started: null,
        looks: [],
        ended: null,
        renamed: [],
        follows: null,
        ...c!.micro,
        ...said,
      }),
    }),
    'campaign/answered': (c, { question, answer }) => withMicro(c!, (m) => ({ ...m, answers: { ...m.answers, [question]: answer } })),
    'campaign/answer-withdrawn': (c, { question }) =>
      withMicro(c!, (m) => ({ ...m, answers: Object.fromEntries(Object.entries(m.answers).filter(([asked]) => asked !== question)) })),
    'campaign/started': (c, { on }, { by, at }) => withMicro(c!, (m) => ({ ...m, started: { by, at, on } })),
    'campaign/money-set-aside': (c, { commitment }) => withMicro(c!, (m) => ({ ...m, setAside: commitment })),
  },
};

export const withMicro = (c: Campaign, change: (m: Micro) => Micro): Campaign => ({ ...c, micro: change(c.micro!) });
