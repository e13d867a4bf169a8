/** Commands at random about priorities, milestones, Blueprints and scenarios; they lean towards one that can be agreed, or no journal would hold one. */
import type { ChangeId, PriorityId } from '../kernel/ids.ts';
import type { Command } from './book.ts';
import { quarterNamed } from '../kernel/fiscal.ts';
import { isAgreed, newest, waitingChange, type Blueprint } from './blueprint/blueprint.ts';
import { standingPlan } from './blueprint/draft.ts';
import type { Edit } from './blueprint/edits.ts';
import type { Lever, PlanLine } from './blueprint/plan.ts';
import { MOSCOW } from './blueprint/priority.ts';
import type { Draw } from './random-draw.ts';

type Asked = Extract<Command, { readonly type: `${'priority' | 'milestone' | 'blueprint' | 'scenario'}/${string}` }>;
type Makers = { readonly [T in Asked['type']]: (d: Draw) => Omit<Extract<Asked, { readonly type: T }>, 'type'> };

/** The quarter that got furthest, mostly. */
const quarter = (d: Draw): string => {
  const known = [...d.book.blueprint.values()].toSorted((a, b) => b.versions.length - a.versions.length);
  const first = known[0]?.period;
  if (first && d.random.chance(0.7)) return first;
  const planned = [...d.book.priority.values()].map((p) => p.period);
  return planned.length > 0 && d.random.chance(0.8) ? d.random.pick(planned) : d.quarter();
};
const known = (d: Draw, period: string): Blueprint | undefined => d.book.blueprint.get(period);
const lines = (d: Draw, period: string): readonly PlanLine[] =>
  quarterNamed(d.book.company.get('company')!.fiscal, period) ? standingPlan(d.book, period).lines : [];
const priorityIn = (d: Draw, period: string): PriorityId => {
  const all = lines(d, period);
  return all.length > 0 && d.random.chance(0.9) ? d.random.pick(all).id : d.priority();
};
/** Nothing for it to fail at but what it is about: inside its quarter, without money. */
const fitting = (d: Draw, period: string, id: PriorityId): PlanLine => {
  const days = quarterNamed(d.book.company.get('company')!.fiscal, period);
  const span = days && d.random.chance(0.9) ? { from: days.from, to: days.from } : d.span();
  return {
    id,
    owner: d.nobody(),
    title: d.text(),
    moscow: d.random.pick(MOSCOW),
    outcomes: [],
    effortDays: d.random.whole(0, 3),
    budgetMinor: d.random.chance(0.8) ? null : d.budget(),
    ...span,
    dependsOn: d.random.chance(0.2) ? [d.priority()] : [],
    skills: d.random.chance(0.2) ? [{ skill: 'words', days: 0 }] : [],
    milestones: d.random.chance(0.4) ? [{ id: d.fresh('m'), title: d.text(), day: span.from }] : [],
  };
};
const lever = (d: Draw, period: string): Lever => {
  const why = d.note();
  const priority = priorityIn(d, period);
  const kind = d.random.pick(['cut', 'cut', 'cut', 'defer', 'extend', 'add'] as const);
  if (kind === 'cut') return { lever: 'cut', priority, why };
  if (kind === 'defer') return { lever: 'defer', priority, period: d.random.chance(0.8) ? '2027-Q1' : d.quarter(), why };
  if (kind === 'extend') return { lever: 'extend', priority, to: '2027-03-01', daysAfter: d.random.whole(0, 3), minorAfter: null, why };
  return { lever: 'add', days: d.number(), skill: d.random.chance(0.5) ? null : d.text(), minor: d.budget(), why };
};
const edits = (d: Draw, period: string): Edit[] =>
  Array.from({ length: d.random.whole(1, 2) }, (): Edit => {
    const about = priorityIn(d, period);
    switch (d.random.pick(['in', 'alter', 'out', 'lever'] as const)) {
      case 'in':
        return { edit: 'in', line: fitting(d, period, d.fresh('r')) };
      case 'alter': {
        const was = lines(d, period).find((l) => l.id === about);
        const line = fitting(d, period, about);
        return {
          edit: 'alter',
          line: d.random.chance(0.5) && was ? { ...line, milestones: was.milestones.map((m) => ({ ...m, title: d.text() })) } : line,
        };
      }
      case 'out':
        return { edit: 'out', priority: about, spentDays: d.random.whole(0, 2), spentMinor: null, why: d.note() };
      case 'lever':
        return { edit: 'lever', lever: lever(d, period) };
    }
  });
const seatOf = (d: Draw, of: { readonly seats: readonly string[]; readonly signatures: object } | null | undefined): string => {
  const open = of?.seats.filter((s) => !Object.hasOwn(of.signatures, s)) ?? [];
  return open.length > 0 && d.random.chance(0.95) ? d.random.pick(open) : d.seat();
};
const answer = (d: Draw) => {
  const period = quarter(d);
  const v = newest(known(d, period));
  return { period, version: (v?.n ?? 1) - (d.random.chance(0.1) ? 1 : 0), seat: seatOf(d, v) };
};
const change = (d: Draw): { period: string; change: ChangeId; seat: string } => {
  const b = [...d.book.blueprint.values()].find((one) => waitingChange(one)) ?? known(d, quarter(d));
  const open = waitingChange(b) ?? b?.changes.at(-1);
  return { period: b?.period ?? d.quarter(), change: open?.id ?? 'x_none', seat: seatOf(d, open) };
};
const lineOf = (d: Draw, period: string) => {
  const line = known(d, period)?.leftOut.at(-1)?.n ?? 1;
  return d.random.chance(0.5) ? { priority: d.priority(), line: null } : { priority: null, line };
};

export const BLUEPRINT_MAKERS: Makers = {
  'priority/plan': (d) => {
    const id = d.fresh('r');
    const period = d.quarter();
    const days = quarterNamed(d.book.company.get('company')!.fiscal, period);
    const small = d.random.chance(0.6); // small enough to be agreed some day
    return {
      id,
      period,
      owner: d.nobody(),
      title: d.text(),
      moscow: d.random.pick(MOSCOW),
      outcomes: d.outcomes(),
      effortDays: small ? d.random.whole(0, 6) : d.number(),
      budgetMinor: small ? null : d.budget(),
      ...(small && days ? { from: days.from, to: days.from } : d.span()),
    };
  },
  'priority/reword': (d) => ({ id: d.priority(), title: d.text() }),
  'priority/class': (d) => ({ id: d.priority(), moscow: d.random.pick(MOSCOW) }),
  'priority/serve': (d) => ({ id: d.priority(), outcomes: d.outcomes() }),
  'priority/resize': (d) => ({ id: d.priority(), effortDays: d.number(), budgetMinor: d.budget() }),
  'priority/reschedule': (d) => ({ id: d.priority(), ...d.span() }),
  'priority/hand-over': (d) => ({ id: d.priority(), owner: d.person() }),
  'priority/depend': (d) => ({ id: d.priority(), on: [d.priority(), d.priority()].slice(d.random.whole(0, 2)) }),
  'priority/split': (d) => ({ id: d.priority(), skills: [{ skill: d.text(), days: d.number() }] }),
  'priority/defer': (d) => ({ id: d.priority(), period: d.quarter(), ...d.span() }),
  'priority/drop': (d) => ({ id: d.priority(), why: d.note() }),
  'milestone/set': (d) => ({ id: d.fresh('m'), priority: d.priority(), title: d.text(), day: d.day() }),
  'milestone/reword': (d) => ({ id: d.milestone(), title: d.text() }),
  'milestone/move': (d) => ({ id: d.milestone(), day: d.day() }),
  'milestone/reach': (d) => ({ id: d.milestone(), on: d.day() }),
  'milestone/reopen': (d) => ({ id: d.milestone() }),
  'milestone/remove': (d) => ({ id: d.milestone() }),
  'blueprint/pull-lever': (d) => {
    const period = quarter(d);
    return { period, lever: lever(d, period) };
  },
  'blueprint/release-lever': (d) => {
    const period = quarter(d);
    return { period, n: known(d, period)?.levers.at(-1)?.n ?? 1 };
  },
  'blueprint/leave-out': (d) => {
    const period = quarter(d);
    const bare = [...d.book.priority.values()].find((p) => p.period === period && p.moscow === 'wont');
    return { period, priority: d.random.chance(0.7) ? (bare?.id ?? null) : null, title: d.text(), why: d.note() };
  },
  'blueprint/reconsider': (d) => {
    const period = quarter(d);
    return { period, n: known(d, period)?.leftOut.at(-1)?.n ?? 1 };
  },
  'blueprint/tell': (d) => {
    const period = quarter(d);
    return { period, ...lineOf(d, period), person: d.person() };
  },
  'blueprint/propose': (d) => {
    const period = quarter(d);
    const after = newest(known(d, period))?.n ?? 0;
    return { period, after: d.random.chance(0.95) ? after : after + 1, seats: d.random.chance(0.8) ? ['ceo'] : d.seats() };
  },
  'blueprint/sign': answer,
  'blueprint/decline': (d) => ({ ...answer(d), why: d.note() }),
  'blueprint/ask-change': (d) => {
    const period = ([...d.book.blueprint.values()].find(isAgreed) ?? { period: quarter(d) }).period;
    const version = newest(known(d, period))?.n ?? 1;
    return { period, version, change: d.fresh('x'), words: d.note(), edits: edits(d, period) };
  },
  'blueprint/sign-change': change,
  'blueprint/decline-change': (d) => ({ ...change(d), why: d.note() }),
  'blueprint/withdraw-change': (d) => {
    const { period, change: id } = change(d);
    return { period, change: id };
  },
  'scenario/try': (d) => {
    const period = quarter(d);
    return { id: d.fresh('v'), period, name: d.text(), edits: edits(d, period) };
  },
  'scenario/rename': (d) => ({ id: d.scenario(), name: d.text() }),
  'scenario/edit': (d) => {
    const id = d.scenario();
    return { id, edits: edits(d, d.book.scenario.get(id)?.period ?? quarter(d)) };
  },
  'scenario/choose': (d) => ({ id: d.scenario() }),
  'scenario/drop': (d) => ({ id: d.scenario() }),
};
