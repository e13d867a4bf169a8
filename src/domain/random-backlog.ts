/** Commands at random about the Backlog: its items, their order, its cycles, and how the company runs it. */
import type { CycleId, ItemId, NoteId, TeamId } from '../kernel/ids.ts';
import { CYCLE_DAYS, isOpenCycle } from './backlog/cycle.ts';
import type { Item } from './backlog/item.ts';
import { COLUMNS, ICE_VARIANTS, practiceOf, SHIRTS } from './backlog/practice.ts';
import { RICE_CONFIDENCES, RICE_IMPACTS } from './backlog/scoring.ts';
import type { Command } from './book.ts';
import type { Draw } from './random-draw.ts';

type Asked = Extract<Command, { readonly type: `${'practice' | 'item' | 'backlog' | 'cycle'}/${string}` }>;
type Makers = { readonly [T in Asked['type']]: (d: Draw) => Omit<Extract<Asked, { readonly type: T }>, 'type'> };

const maybe = <T>(d: Draw, make: () => T): T | null => (d.random.chance(0.4) ? null : make());
const request = (d: Draw) => ({ by: d.person(), on: d.day(), words: d.note() });
const team = (d: Draw): TeamId | null => d.random.pick([null, null, ...d.book.team.keys(), 't_nobody']);
const over = (d: Draw): { over?: NoteId } => (d.random.chance(0.7) ? { over: d.note() } : {});
const question = (d: Draw): string =>
  d.random.chance(0.06) ? 'constructor' : d.random.pick(practiceOf(d.book).questions.map((q) => q.id));
const score = (d: Draw): number => (d.random.chance(0.06) ? d.random.pick([-1, 0, 11, Number.NaN]) : d.random.whole(1, 10));
const cycle = (d: Draw): CycleId => {
  const ids = [...d.book.cycle.values()].filter((c) => d.random.chance(0.1) || isOpenCycle(c)).map((c) => c.id);
  return ids.length === 0 || d.random.chance(0.06) ? 'y_nobody' : d.random.pick(ids);
};
/** An item of which something is true, if there is one. */
const itemThat = (d: Draw, is: (item: Item) => boolean): Item | undefined => [...d.book.item.values()].find((i) => !i.retired && is(i));
const started = (d: Draw): ItemId => itemThat(d, (i) => i.startedOn !== null && i.finishedOn === null)?.id ?? d.item();

export const BACKLOG_MAKERS: Makers = {
  'item/add': (d) => {
    const links = { priority: maybe(d, d.priority), request: maybe(d, () => request(d)), foundational: maybe(d, d.note) };
    return { id: d.fresh('w'), title: d.text(), owner: d.nobody(), sizeDays: maybe(d, d.number), ...links, on: d.day() };
  },
  'item/retitle': (d) => ({ id: d.item(), title: d.text() }),
  'practice/choose-ice': (d) => ({ ice: d.random.pick(ICE_VARIANTS) }),
  'practice/add-question': (d) => ({ question: d.random.pick(['legal', 'budget', 'sized', 'Not an id']), text: d.text() }),
  'practice/drop-question': (d) => ({ question: question(d) }),
  'practice/rule-readiness': (d) => ({ readyToStart: d.random.chance(0.2) }),
  'practice/limit': (d) => ({
    team: d.random.chance(0.7) ? null : team(d),
    column: d.random.pick(['started', ...COLUMNS]),
    most: d.random.pick([1, 1, 1, 2, null, 0, 1.5]),
  }),
  'practice/calibrate': (d) => ({
    team: team(d),
    days: d.random.pick([
      { S: 1, M: 3, L: 8, XL: 20 },
      { S: 2, M: 5, L: 10, XL: 30 },
      { S: 5, M: 3, L: 8, XL: 20 },
    ]),
  }),
  'item/size': (d) => ({ id: d.item(), sizeDays: d.number() }),
  'item/size-by-skill': (d) => ({
    id: d.item(),
    bySkill: Array.from({ length: d.random.whole(0, 3) }, () => ({ skill: d.random.pick(['Writing', 'Design', '']), days: d.number() })),
  }),
  'item/size-shirt': (d) => ({ id: d.item(), shirt: d.random.pick(SHIRTS) }),
  'item/score-rice': (d) => ({
    id: d.item(),
    rice: maybe(d, () => ({
      reach: d.number(),
      impact: d.random.pick([...RICE_IMPACTS, 7]),
      confidence: d.random.pick([...RICE_CONFIDENCES, 99]),
      effortMonths: score(d),
    })),
  }),
  'item/score-ice': (d) => ({
    id: d.item(),
    ice: maybe(d, () => ({ variant: d.random.pick(ICE_VARIANTS), impact: score(d), confidence: score(d), last: score(d) })),
  }),
  'item/score-wsjf': (d) => ({
    id: d.item(),
    wsjf: maybe(d, () => ({ value: score(d), urgency: score(d), enablement: score(d), jobSize: score(d) })),
  }),
  'item/estimate-value': (d) => ({ id: d.item(), outcome: d.outcome(), percent: maybe(d, d.number) }),
  'item/answer': (d) => ({ id: d.item(), question: question(d), answer: d.note() }),
  'item/withdraw-answer': (d) => {
    const item = itemThat(d, (i) => Object.keys(i.answers).length > 0);
    return { id: item?.id ?? d.item(), question: (item && Object.keys(item.answers)[0]) ?? question(d) };
  },
  'item/depend': (d) => ({ id: d.item(), needs: d.item() }),
  'item/undepend': (d) => {
    const item = itemThat(d, (i) => i.needs.length > 0);
    return { id: item?.id ?? d.item(), needs: item?.needs[0] ?? d.item() };
  },
  'item/enable': (d) => ({ id: d.item(), outcomes: [...new Set(d.outcomes())], priorities: maybe(d, () => [d.priority()]) ?? [] }),
  'item/give-to-team': (d) => ({ id: d.item(), team: team(d) }),
  'item/record-source': (d) => ({
    id: d.item(),
    source: { system: 'jira', key: d.name(), url: d.random.pick([null, 'https://jira.test/1', 'javascript:']) },
  }),
  'item/label': (d) => ({ id: d.item(), labels: d.random.pick([[], ['SEO', ' seo '], ['Fair'], ['']]) }),
  'item/assign': (d) => ({ id: d.item(), owner: d.person() }),
  'item/link': (d) => ({ id: d.item(), priority: maybe(d, d.priority) }),
  'item/justify': (d) => ({ id: d.item(), foundational: d.note() }),
  'item/record-request': (d) => ({ id: d.item(), request: request(d) }),
  'item/start': (d) => ({
    id: itemThat(d, (i) => i.startedOn === null && i.finishedOn === null && d.random.chance(0.5))?.id ?? d.item(),
    on: d.day(),
    ...over(d),
  }),
  'item/wait': (d) => ({ id: started(d), on: d.random.chance(0.7) ? '2026-12-30' : d.day(), why: d.note(), ...over(d) }),
  'item/resume': (d) => {
    const waiting = itemThat(d, (i) => i.waiting !== null);
    return { id: waiting?.id ?? d.item(), on: d.random.chance(0.7) ? '2026-12-31' : d.day(), ...over(d) };
  },
  'item/finish': (d) => ({ id: d.item(), on: d.day() }),
  'item/reopen': (d) => ({ id: d.item(), ...over(d) }),
  'item/put-back': (d) => ({ id: started(d) }),
  'item/drop': (d) => ({ id: d.item(), why: d.note() }),
  'item/restore': (d) => ({ id: [...d.book.item.values()].find((i) => i.retired)?.id ?? d.item() }),
  'backlog/place': (d) => ({ item: d.item(), before: maybe(d, d.item) }),
  'backlog/adopt': (d) => ({ items: [...new Set([d.item(), d.item(), d.item()])] }),
  'cycle/plan': (d) => ({ id: d.fresh('y'), team: team(d), from: d.day(), days: d.random.pick([...CYCLE_DAYS, 7]) }),
  'cycle/take': (d) => ({ id: cycle(d), item: d.item() }),
  'cycle/leave': (d) => {
    const held = [...d.book.cycle.values()].find((c) => isOpenCycle(c) && c.items.length > 0);
    return { id: held?.id ?? cycle(d), item: held?.items[0] ?? d.item() };
  },
  'cycle/start': (d) => ({ id: cycle(d), on: d.day() }),
  'cycle/close': (d) => {
    const running = [...d.book.cycle.values()].find((c) => isOpenCycle(c) && c.startedOn);
    return { id: running?.id ?? cycle(d), on: d.random.chance(0.7) ? '2026-12-31' : d.day(), into: maybe(d, () => cycle(d)) };
  },
  'cycle/drop': (d) => ({ id: cycle(d), why: d.note() }),
};
