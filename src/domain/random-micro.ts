/** Micro-campaigns at random: briefs, criteria, looks and verdicts that people might ask for, often not quite. */
import type { PersonId } from '../kernel/ids.ts';
import type { Evidence } from './agreements/evidence.ts';
import { takenNow, waitingOverrule, type Said } from './agreements/verdict.ts';
import type { Command } from './book.ts';
import type { Campaign } from './campaign/campaign.ts';
import { isByHand } from './campaign/criteria-hold.ts';
import { WORDS, type Arm, type Counted, type Criteria, type Measure } from './campaign/criteria.ts';
import { isRunning, QUESTIONS, type Micro } from './campaign/micro.ts';
import type { Draw } from './random-draw.ts';

type MicroCommand = Extract<
  Command,
  {
    readonly type:
      | `campaign/${'brief' | 'answer' | 'withdraw-answer' | 'start' | 'write-criteria' | 'propose-criteria' | 'freeze' | 'decline-criteria' | 'look'}`
      | `verdict/${string}`;
  }
>;
type Makers = { readonly [T in MicroCommand['type']]: (d: Draw) => Omit<Extract<MicroCommand, { readonly type: T }>, 'type'> };

const micros = (d: Draw, fits: (m: Micro) => boolean): Campaign[] => [...d.book.campaign.values()].filter((c) => c.micro && fits(c.micro));
/** A micro-campaign in the state that the command needs, mostly. */
const of = (d: Draw, fits: (m: Micro) => boolean): Campaign | undefined => {
  const all = micros(d, fits);
  return all.length > 0 && !d.random.chance(0.1) ? d.random.pick(all) : d.book.campaign.get(d.campaign());
};
const idOf = (d: Draw, c: Campaign | undefined) => c?.id ?? d.campaign();
/** A line with money on it, mostly. */
const line = (d: Draw) => {
  const all = [...d.book.budget.values()];
  const rich = all.filter(({ plan, retired }) => !retired && Object.keys(plan).length > 0);
  return all.length === 0 ? 'b_none' : d.random.pick(rich.length > 0 && d.random.chance(0.8) ? rich : all).id;
};
const second = (d: Draw): PersonId => d.random.pick(['p_sales', 'p_money', 'p_owner', 'p_plan', 'p_view']);

const counted = (d: Draw, hand: boolean): Counted =>
  hand
    ? { what: 'hand', name: d.text() }
    : d.random.pick<Counted>([
        { what: 'touch', kind: d.text() },
        { what: 'lead' },
        { what: 'won' },
        { what: 'revenue' },
        { what: 'stage', stage: d.text() },
      ]);
const measure = (d: Draw): Measure => {
  const hand = d.random.chance(0.7);
  return {
    kind: d.random.chance(0.6) ? 'share' : d.random.pick(['count', 'mean', 'ratio'] as const),
    better: d.random.chance(0.8) ? 'more' : 'less',
    of: counted(d, hand),
    outOf: counted(d, d.random.chance(0.95) === hand),
    relative: d.random.chance(0.15),
  };
};
const criteria = (d: Draw): Criteria => {
  const measured = measure(d);
  const [low, high] = [d.random.whole(1, 20) / 100, d.random.whole(20, 90) / 100];
  const crossed = d.random.chance(0.05) === (measured.better === 'more');
  return {
    measure: measured,
    scale: crossed ? low : high,
    abort: crossed ? high : low,
    minimum: d.random.chance(0.95) ? d.random.whole(1, 200) : d.number(),
    deadline: d.random.chance(0.8) ? '2026-12-28' : d.day(),
    error: d.random.chance(0.95) ? d.random.whole(1, 20) / 100 : d.number(),
    guardrails: d.random.chance(0.3) ? [{ measure: { ...measure(d), relative: false }, limit: 0.5 }] : [],
  };
};
const arm = (d: Draw, kind: Measure['kind'], was: Arm | undefined): Arm => {
  const n = (was?.n ?? 0) + d.random.whole(d.random.chance(0.05) ? -5 : 0, 50);
  const hits = (was?.of ?? 0) + d.random.whole(0, 3);
  const squares = kind === 'mean' || kind === 'ratio' ? (was?.ofSquares ?? 0) + d.random.whole(0, 90) : null;
  const below = kind === 'ratio' ? d.random.whole(1, 90) : null;
  return {
    n: Math.max(n, d.random.chance(0.95) ? hits : 0),
    of: hits,
    ofSquares: squares,
    outOf: below,
    outOfSquares: below,
    products: below,
  };
};

const evidence = (d: Draw): Evidence => ({
  what: 'Replies',
  shown: '9 of 300',
  value: 9,
  low: null,
  high: null,
  unit: 'count',
  currency: null,
  askedBy: d.random.chance(0.5) ? { name: 'verdict', parameters: [], row: 'now', figure: 'of' } : null,
  coverage: null,
  asOf: d.day(),
  loads: [],
});
const saying = (d: Draw, word: Said['word']): Said => ({
  word,
  finding: d.text(),
  asOf: d.random.chance(0.9) ? `2026-${String(d.random.whole(1, 12)).padStart(2, '0')}-20` : d.day(),
  sha256: d.random.chance(0.97) ? String(d.random.whole(0, 9)).repeat(64) : 'none',
  evidence: d.random.chance(0.5) ? [evidence(d)] : [],
});
const word = (d: Draw) => d.random.pick(WORDS);
const said = (d: Draw): Said => saying(d, word(d));
const frozen = (m: Micro): boolean => m.written?.frozen != null;
const waits = (d: Draw) => {
  const all = [...d.book.verdict.values()].filter((v) => waitingOverrule(v) !== null);
  const v = all.length > 0 ? d.random.pick(all) : d.book.verdict.values().next().value;
  return { id: v?.id ?? d.campaign(), overrule: waitingOverrule(v)?.n ?? 1 };
};
const taken = (d: Draw, wanted: Said['word']): Campaign | undefined => {
  const all = micros(d, isRunning).filter((c) => takenNow(d.book.verdict.get(c.id))?.word === wanted);
  return all.length > 0 ? d.random.pick(all) : of(d, isRunning);
};

/** Who would ask this: the second person who was named. null for any other command. */
export const likelySecond = (d: Draw, command: Command): PersonId | null => {
  if (command.type === 'campaign/freeze' || command.type === 'campaign/decline-criteria')
    return d.book.campaign.get(command.id)?.micro?.written?.proposed?.second ?? null;
  if (command.type === 'verdict/confirm-overrule' || command.type === 'verdict/decline-overrule')
    return waitingOverrule(d.book.verdict.get(command.id))?.second ?? null;
  return command.type === 'verdict/withdraw-overrule' ? (waitingOverrule(d.book.verdict.get(command.id))?.by ?? null) : null;
};

/** What a micro-campaign needs next, so that journals at random get as far as a verdict. */
export const nextStep = (d: Draw): MicroCommand['type'] => {
  const all = micros(d, (m) => m.ended === null);
  if (all.length === 0) return 'campaign/brief';
  const { id, micro } = d.random.pick(all);
  const written = micro!.written;
  if (!written) return 'campaign/write-criteria';
  if (!written.frozen) return written.proposed ? 'campaign/freeze' : 'campaign/propose-criteria';
  if (!micro!.started) return Object.keys(micro!.answers).length < QUESTIONS.length ? 'campaign/answer' : 'campaign/start';
  const verdict = d.book.verdict.get(id);
  if (waitingOverrule(verdict))
    return d.random.pick(['verdict/confirm-overrule', 'verdict/decline-overrule', 'verdict/withdraw-overrule'] as const);
  const now = takenNow(verdict)?.word;
  if (now === 'scale' || now === 'abort') return `verdict/${now}`;
  return d.random.pick(['campaign/look', 'verdict/take', 'verdict/ask-overrule'] as const);
};

export const MICRO_MAKERS: Makers = {
  'campaign/brief': (d) => {
    const variants = Array.from({ length: d.random.whole(1, 3) }, (_, n) => ({ name: `variant ${n}`, weight: d.random.whole(1, 3) }));
    const segment = d.book.segment.size > 0 && d.random.chance(0.5) ? d.segment() : null;
    return {
      id: d.campaign(),
      hypothesis: d.note(),
      segment,
      line: d.random.chance(0.8) ? line(d) : null,
      variants,
      randomised: variants.length > 1 ? d.random.chance(0.5) : d.random.chance(0.05),
    };
  },
  'campaign/answer': (d) => {
    const c = of(d, (m) => frozen(m) && !m.started);
    const open = QUESTIONS.filter((q) => !c?.micro || !Object.hasOwn(c.micro.answers, q));
    return { id: idOf(d, c), question: d.random.pick(open.length > 0 ? open : QUESTIONS), answer: d.note() };
  },
  'campaign/withdraw-answer': (d) => ({
    id: idOf(
      d,
      of(d, () => true),
    ),
    question: d.random.pick(QUESTIONS),
  }),
  'campaign/start': (d) => ({
    id: idOf(
      d,
      of(d, (m) => frozen(m) && !m.started),
    ),
    commitment: d.fresh('g'),
  }),
  'campaign/write-criteria': (d) => ({
    id: idOf(
      d,
      of(d, (m) => !frozen(m)),
    ),
    criteria: criteria(d),
  }),
  'campaign/propose-criteria': (d) => {
    const c = of(d, (m) => m.written !== null && !frozen(m));
    return { id: idOf(d, c), revision: (c?.micro?.written?.revision ?? 1) - (d.random.chance(0.05) ? 1 : 0), second: second(d) };
  },
  'campaign/freeze': (d) => {
    const c = of(d, (m) => m.written?.proposed != null && !frozen(m));
    return { id: idOf(d, c), revision: c?.micro?.written?.revision ?? 1 };
  },
  'campaign/decline-criteria': (d) => {
    const c = of(d, (m) => m.written?.proposed != null && !frozen(m));
    return { id: idOf(d, c), revision: c?.micro?.written?.revision ?? 1, why: d.note() };
  },
  'campaign/look': (d) => {
    const c = of(d, (m) => m.started !== null);
    const m = c?.micro;
    const last = m?.looks.at(-1);
    const written = m?.written?.criteria;
    const told = (one: Measure, was: readonly Arm[] | undefined): Arm[] =>
      isByHand(one) ? m!.variants.map((_, n) => arm(d, one.kind, was?.[n])) : [];
    return {
      id: idOf(d, c),
      on: d.random.chance(0.8) ? (m?.started?.on ?? d.day()) : d.day(),
      arms: written ? told(written.measure, last?.arms) : [],
      guards: written?.guardrails.map((g, n) => told(g.measure, last?.guards[n])) ?? [],
      spentMinor: d.budget(),
      correction: d.random.chance(0.2) ? d.note() : null,
    };
  },
  'verdict/take': (d) => ({ id: idOf(d, of(d, isRunning)), said: said(d), log: d.fresh('l') }),
  'verdict/ask-overrule': (d) => ({ id: idOf(d, of(d, isRunning)), word: word(d), said: said(d), second: second(d), why: d.note() }),
  'verdict/confirm-overrule': (d) => ({ ...waits(d), log: d.fresh('l') }),
  'verdict/decline-overrule': (d) => ({ ...waits(d), why: d.note(), log: d.fresh('l') }),
  'verdict/withdraw-overrule': (d) => waits(d),
  'verdict/scale': (d) => {
    const pays = line(d);
    const budget = d.random.chance(0.6) ? d.budget() : null;
    const gives = line(d);
    const month = Object.keys(d.book.budget.get(gives)?.plan ?? {})[0] ?? '2026-M04';
    return {
      id: idOf(d, taken(d, 'scale')),
      follow: {
        id: d.fresh('c'),
        name: `${d.name()}-next`,
        key: `${d.name()}-next-${d.random.whole(0, 99)}`,
        ...(d.random.chance(0.8) ? { from: '2026-02-01', to: d.random.pick(['2026-03-20', '2026-05-20', '2026-12-28']) } : d.span()),
        budgetMinor: budget,
        line: d.random.chance(0.8) ? pays : null,
        commitment: d.fresh('g'),
        owner: d.nobody(),
      },
      move: d.random.chance(0.4) ? { from: gives, month, toMonth: month, minor: d.budget() ?? 0 } : null,
      priority: d.random.chance(0.3) ? d.priority() : null,
      items: Array.from({ length: d.random.whole(0, 2) }, () => ({
        id: d.fresh('w'),
        title: d.text(),
        sizeDays: d.random.whole(0, 12),
        owner: d.nobody(),
      })),
      why: d.note(),
      log: d.fresh('l'),
    };
  },
  'verdict/abort': (d) => {
    const c = taken(d, 'abort');
    return { id: idOf(d, c), drop: c?.item && d.random.chance(0.5) ? [c.item] : [], why: d.note(), log: d.fresh('l') };
  },
};
