/**
 * Stage definitions: what the stages of the company's funnel mean, agreed by marketing and sales.
 *
 * A version is proposed with its reason, signed by both sides and then in force from its day on; no person signs for both.
 * Until one is in force the stages of the files are used. Each stage says in plain words what counts as entering it, by
 * which signs of the facts it is seen, and which side owns it.
 *
 * Skips    a deal that went from the first stage to the third: `passed`, it entered the second on the day of the third, for 0 days;
 *          `left-out`, it never entered the second. A version says which
 * Rule     what skips, falls, deals opened again, same days, unknown stages and days after the close count for: docs/stages.md,
 *          case by case, and read by facts/questions/stage-rules.ts
 */
import { isDay, type Day } from '../../kernel/day.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { all, oneOf, text, type Basic } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import type { Decider } from '../decider.ts';
import { seatsOf, type Signature } from '../guidepoint/guidepoint.ts';

export const SIDES_OF_FUNNEL = ['marketing', 'sales'] as const;
/** Which side owns a stage, and which seats sign. */
export type FunnelSide = (typeof SIDES_OF_FUNNEL)[number];

export const SIGN_KINDS = ['touch', 'lead', 'opened', 'stage', 'won', 'lost', 'closed'] as const;
/**
 * What shows that a stage was entered: the first touch · a lead was created · the deal was opened · it entered one of these
 * stages of the CRM · it was won, lost, or either.
 */
export type StageSign = { readonly sign: (typeof SIGN_KINDS)[number]; readonly names: readonly string[] };

export type FunnelStage = {
  readonly id: string;
  readonly name: string;
  /** What counts as entering it, in plain words: what both sides sign. */
  readonly words: string;
  readonly side: FunnelSide;
  readonly signs: readonly StageSign[];
};
export const SKIPS = ['passed', 'left-out'] as const;
export type StageRules = { readonly since: Day; readonly stages: readonly FunnelStage[]; readonly skipped: (typeof SKIPS)[number] };

/** A first draft for people to change; nothing is in force by it. */
export const FIRST_STAGES: readonly FunnelStage[] = [
  {
    id: 'awareness',
    name: 'Awareness',
    words: 'Somebody of the account met us for the first time: a visit, an ad, a letter, a fair.',
    side: 'marketing',
    signs: [{ sign: 'touch', names: [] }],
  },
  {
    id: 'engagement',
    name: 'Engagement',
    words: 'Somebody of the account gave us a name and an interest, and is a lead.',
    side: 'marketing',
    signs: [{ sign: 'lead', names: [] }],
  },
  {
    id: 'qualified',
    name: 'Qualified opportunity',
    words: 'Sales has spoken to the account, there is a need and a budget, and a deal is open.',
    side: 'sales',
    signs: [{ sign: 'opened', names: [] }],
  },
  {
    id: 'closed',
    name: 'Closed won',
    words: 'The customer has signed.',
    side: 'sales',
    signs: [{ sign: 'won', names: [] }],
  },
];

type Signed = { readonly [S in FunnelSide]?: Signature };
export type StagesVersion = {
  /** 1 is the first that both sides signed. */
  readonly n: number;
  readonly rules: StageRules;
  readonly why: NoteId;
  readonly proposedBy: PersonId;
  readonly signatures: Signed;
  readonly at: Instant;
};
/** `n` numbers proposals, so that nobody signs another one than he read. */
export type StagesProposal = {
  readonly n: number;
  readonly rules: StageRules;
  readonly why: NoteId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly signatures: Signed;
  readonly declined: { readonly [S in FunnelSide]?: { readonly by: PersonId; readonly at: Instant; readonly why: NoteId } };
};
export type Stages = { readonly versions: readonly StagesVersion[]; readonly proposal: StagesProposal | null; readonly proposals: number };

export type StagesCommand =
  | { readonly type: 'stages/propose'; readonly rules: StageRules; readonly why: NoteId }
  | { readonly type: 'stages/sign'; readonly proposal: number; readonly seat: FunnelSide }
  | { readonly type: 'stages/decline'; readonly proposal: number; readonly seat: FunnelSide; readonly why: NoteId }
  | { readonly type: 'stages/withdraw'; readonly proposal: number };
export type StagesEvent =
  | { readonly type: 'stages/proposed'; readonly proposal: number; readonly rules: StageRules; readonly why: NoteId }
  | { readonly type: 'stages/signed'; readonly proposal: number; readonly seat: FunnelSide }
  | { readonly type: 'stages/declined'; readonly proposal: number; readonly seat: FunnelSide; readonly why: NoteId }
  | { readonly type: 'stages/withdrawn'; readonly proposal: number };
export type StagesRefusal =
  | Basic
  | { readonly code: 'not-your-seat'; readonly seat: string }
  | { readonly code: 'rules-in-force' }
  | { readonly code: 'no-such-proposal'; readonly proposal: number }
  | { readonly code: 'signed-other-seat'; readonly seat: FunnelSide }
  | { readonly code: 'stages-out-of-range' }
  | { readonly code: 'stage-twice'; readonly name: string }
  | { readonly code: 'stage-without-sign'; readonly name: string }
  | { readonly code: 'sign-in-two-stages'; readonly found: string };

export type StagesBook = CompanyBook & { readonly stages: ReadonlyMap<'stage-rules', Stages> };

/** The version in force on a day: the latest signed whose day has come; null before any. */
export const stageRuleOf = (book: StagesBook, on: Day): StagesVersion | null =>
  stagesInForce(book).findLast(({ rules }) => rules.since <= on) ?? null;

/** Signed versions in the order of the days from which they hold; of two with one day the later signed. */
export const stagesInForce = (book: StagesBook): readonly StagesVersion[] => {
  const signed = book.stages.get('stage-rules')?.versions ?? [];
  // A version is over as soon as a later one holds: one that was signed earlier for a later day never begins.
  return signed.filter((v, i) => signed.slice(i + 1).every((later) => later.rules.since > v.rules.since));
};

const LEAST = 2;
const MOST = 12;
const fold = (name: string): string => name.trim().toLowerCase();

const tidy = ({ since, stages, skipped }: StageRules): StageRules => ({
  since,
  skipped,
  stages: stages.map(({ id, name, words, side, signs }) => ({
    id: id.trim(),
    name: name.trim(),
    words: words.trim(),
    side,
    signs: signs.map(({ sign, names }) => ({
      sign,
      names: sign === 'stage' ? [...new Map(names.map((one) => [fold(one), one.trim()])).values()] : [],
    })),
  })),
});

const checked = (rules: StageRules): Result<StageRules, StagesRefusal> => {
  if (!isDay(rules.since)) return refuse({ code: 'not-a-day', field: 'in force from', found: rules.since });
  if (rules.stages.length < LEAST || rules.stages.length > MOST) return refuse({ code: 'stages-out-of-range' });
  const words = all(
    oneOf('skipped', rules.skipped, SKIPS),
    ...rules.stages.flatMap(({ id, name, words: means, side, signs }) => [
      text('stage', id, 60),
      text('name', name, 60),
      text('what counts as entering it', means, 600),
      oneOf('side', side, SIDES_OF_FUNNEL),
      ...signs.flatMap(({ sign, names }) => [oneOf('sign', sign, SIGN_KINDS), ...names.map((one) => text('stage of the CRM', one, 120))]),
    ]),
  );
  if (!words.ok) return words;
  const fit = tidy(rules);
  const [ids, names, signs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const stage of fit.stages) {
    if (ids.has(stage.id) || names.has(fold(stage.name))) return refuse({ code: 'stage-twice', name: stage.name });
    ids.add(stage.id);
    names.add(fold(stage.name));
    if (stage.signs.length === 0 || stage.signs.some(({ sign, names: of }) => sign === 'stage' && of.length === 0))
      return refuse({ code: 'stage-without-sign', name: stage.name });
    for (const key of stage.signs.flatMap(({ sign, names: of }) => (sign === 'stage' ? of.map(fold) : [`(${sign})`]))) {
      if (signs.has(key)) return refuse({ code: 'sign-in-two-stages', found: key });
      signs.add(key);
    }
  }
  return ok(fit);
};

const NONE: Stages = { versions: [], proposal: null, proposals: 0 };
const same = (a: StageRules, b: StageRules): boolean => JSON.stringify(a) === JSON.stringify(b);
const stands = (now: Stages | undefined, proposal: number): Result<StagesProposal, StagesRefusal> =>
  now?.proposal?.n === proposal ? ok(now.proposal) : refuse({ code: 'no-such-proposal', proposal });
const other = (seat: FunnelSide): FunnelSide => (seat === 'sales' ? 'marketing' : 'sales');

export const stages: Decider<'stage-rules', Stages, StagesCommand, StagesEvent, StagesRefusal, StagesBook> = {
  keyOf: () => 'stage-rules',
  decide: {
    'stages/propose': (now, { rules, why }) => {
      const fit = checked(rules);
      if (!fit.ok) return fit;
      const last = now?.versions.at(-1);
      if (last && same(fit.value, last.rules)) return refuse({ code: 'rules-in-force' });
      if (now?.proposal && same(fit.value, now.proposal.rules)) return ok([]);
      return ok([{ type: 'stages/proposed', proposal: (now?.proposals ?? 0) + 1, rules: fit.value, why }]);
    },
    'stages/sign': (now, { proposal, seat }, { by }, book) => {
      const known = oneOf('seat', seat, SIDES_OF_FUNNEL);
      if (!known.ok) return known;
      const open = stands(now, proposal);
      if (!open.ok) return open;
      if (!seatsOf(book, by).includes(seat)) return refuse({ code: 'not-your-seat', seat });
      if (open.value.signatures[seat]) return ok([]);
      if (open.value.signatures[other(seat)]?.by === by) return refuse({ code: 'signed-other-seat', seat: other(seat) });
      return ok([{ type: 'stages/signed', proposal, seat }]);
    },
    'stages/decline': (now, { proposal, seat, why }, { by }, book) => {
      const known = oneOf('seat', seat, SIDES_OF_FUNNEL);
      if (!known.ok) return known;
      const open = stands(now, proposal);
      if (!open.ok) return open;
      if (!seatsOf(book, by).includes(seat)) return refuse({ code: 'not-your-seat', seat });
      return ok([{ type: 'stages/declined', proposal, seat, why }]);
    },
    'stages/withdraw': (now, { proposal }) => {
      const open = stands(now, proposal);
      return open.ok ? ok([{ type: 'stages/withdrawn', proposal }]) : open;
    },
  },
  evolve: {
    'stages/proposed': (now, { proposal: n, rules, why }, { by, at }) => ({
      ...(now ?? NONE),
      proposal: { n, rules, why, by, at, signatures: {}, declined: {} },
      proposals: n,
    }),
    'stages/signed': (now, { seat }, { by, at }) => {
      const { n: _n, rules, why, by: proposedBy, signatures: before, declined } = now!.proposal!;
      const signatures = { ...before, [seat]: { by, at } };
      if (SIDES_OF_FUNNEL.every((one) => signatures[one] !== undefined))
        return {
          ...now!,
          proposal: null,
          versions: [...now!.versions, { n: now!.versions.length + 1, rules, why, proposedBy, signatures, at }],
        };
      const kept = Object.fromEntries(Object.entries(declined).filter(([one]) => one !== seat));
      return { ...now!, proposal: { ...now!.proposal!, signatures, declined: kept } };
    },
    'stages/declined': (now, { seat, why }, { by, at }) => {
      const left = Object.fromEntries(Object.entries(now!.proposal!.signatures).filter(([one]) => one !== seat));
      return {
        ...now!,
        proposal: { ...now!.proposal!, signatures: left, declined: { ...now!.proposal!.declined, [seat]: { by, at, why } } },
      };
    },
    'stages/withdrawn': (now) => ({ ...now!, proposal: null }),
  },
};
