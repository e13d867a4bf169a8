/** What changed between two plans, in lines that a person reads. */
import type { Book } from '../../domain/book.ts';
import type { Lever, NotDoing, PlanLine } from '../../domain/blueprint/plan.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { count, days, dayWords, list, moneyShort } from '../words/format.ts';
import { leverWords } from '../words/events-blueprint.ts';
import { thingTitle } from '../words/names.ts';
import type { Altered, LineField, PlanDifference } from './difference.ts';
import { CLASSES } from './classes.ts';

type Reader = { readonly book: Book; readonly today: string; readonly nameOf: (person: PersonId | null) => string };
export type DifferenceLine = {
  readonly kind: 'in' | 'out' | 'changed' | 'ground';
  readonly title: string;
  /** null where there was nothing to compare with. */
  readonly was: string | null;
  readonly now: string | null;
};

const money = ({ book }: Reader, minor: number | null): string =>
  minor === null ? 'none recorded' : moneyShort({ minor, currency: book.company.get('company')?.currency ?? null });
const titles = ({ book }: Reader, thing: 'outcome' | 'priority', ids: readonly string[]): string =>
  list(ids.map((id) => thingTitle(book, thing, id))) || 'none';

const FIELD: { readonly [F in LineField]: readonly [string, (line: PlanLine, r: Reader) => string] } = {
  title: ['Title', (l) => l.title],
  moscow: ['Class', (l) => CLASSES[l.moscow]],
  outcomes: ['Serves', (l, r) => titles(r, 'outcome', l.outcomes)],
  effortDays: ['Effort', (l) => days(l.effortDays)],
  budgetMinor: ['Money', (l, r) => money(r, l.budgetMinor)],
  from: ['Start', (l, r) => dayWords(l.from, r.today)],
  to: ['End', (l, r) => dayWords(l.to, r.today)],
  owner: ['Owner', (l, r) => r.nameOf(l.owner)],
  dependsOn: ['Waits for', (l, r) => titles(r, 'priority', l.dependsOn)],
  skills: ['By skill', (l) => list(l.skills.map((s) => `${count(s.days, 1)} d ${s.skill}`)) || 'not split'],
  milestones: ['Milestones', (l, r) => list(l.milestones.map((m) => `${m.title} on ${dayWords(m.day, r.today)}`)) || 'none'],
};

/** "46 days, €28 k, Must": what a line takes. */
export const takes = (line: PlanLine, r: Reader): string =>
  [days(line.effortDays), ...(line.budgetMinor === null ? [] : [money(r, line.budgetMinor)]), CLASSES[line.moscow]].join(', ');

const altered = ({ was, now, fields }: Altered, r: Reader): DifferenceLine[] =>
  fields.map((field) => ({
    kind: 'changed',
    title: `${now.title}: ${FIELD[field][0].toLowerCase()}`,
    was: FIELD[field][1](was, r),
    now: FIELD[field][1](now, r),
  }));

/** One line for each thing that changed, priorities first. */
export const differenceLines = ({ added, removed, altered: changed, parts, partsWas }: PlanDifference, r: Reader): DifferenceLine[] => {
  const lines: DifferenceLine[] = [
    ...added.map((l): DifferenceLine => ({ kind: 'in', title: l.title, was: null, now: takes(l, r) })),
    ...removed.map((l): DifferenceLine => ({ kind: 'out', title: l.title, was: takes(l, r), now: null })),
    ...changed.flatMap((c) => altered(c, r)),
  ];
  const ground = (title: string, was: string, now: string): void => {
    if (was !== now) lines.push({ kind: 'ground', title, was, now });
  };
  const { capacity, rule, carried } = parts;
  if (capacity && partsWas.capacity) {
    const people = (d: number | null): string => (d === null ? 'nobody recorded any' : days(d));
    ground('Recorded days', people(partsWas.capacity.days), people(capacity.days));
    ground('Recorded money', money(r, partsWas.capacity.moneyMinor), money(r, capacity.moneyMinor));
  }
  if (rule && partsWas.rule) {
    const said = (x: typeof rule): string => `Must ${x.mustPercent} %, Could about ${x.couldPercent} %`;
    ground('Rule', said(partsWas.rule), said(rule));
  }
  if (carried && partsWas.carried) {
    const said = (x: typeof carried): string => list(x.map((c) => `${c.title}, ${days(c.days)}`)) || 'nothing';
    ground('Carried in', said(partsWas.carried), said(carried));
  }
  if (parts.levers && partsWas.levers) {
    const told = (levers: readonly Lever[]): string => list(levers.map((l) => leverWords(l, r))) || 'none';
    ground('Levers', told(partsWas.levers), told(parts.levers));
  }
  if (parts.stopped && partsWas.stopped) {
    const told = (all: typeof parts.stopped): string => list(all.map((s) => `${s.title}, ${days(s.spentDays)} spent`)) || 'nothing';
    ground('Stopped', told(partsWas.stopped), told(parts.stopped));
  }
  if (parts.notDoing && partsWas.notDoing) {
    const told = (all: readonly NotDoing[]): string => list(all.map((n) => n.title)) || 'nothing';
    ground('Not doing', told(partsWas.notDoing), told(parts.notDoing));
  }
  return lines;
};
