/**
 * Scale, in one act: the follow-up campaign with its brief and the criteria copied (open until its start), the money moved
 * and set aside, the work put into the Backlog, the gate of the Blueprint asked. All of it lands, or nothing does.
 *
 * The gate is that of the Blueprint, in every quarter that the follow-up touches (verdict-gate.ts). Where it does not fit,
 * nothing is scaled until the cut stands there: a lever on a draft (which may be pulled in the same batch), a signed change
 * of an agreed Blueprint. A follow-up starts today or later: a quarter that has passed holds nothing against anybody.
 * Money is asked of the budget line itself.
 */
import type { Day } from '../../kernel/day.ts';
import type { PriorityId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { item as items, type ItemEvent } from '../backlog/decide-item.ts';
import type { Placed } from '../backlog/placing.ts';
import { core, type Campaign } from '../campaign/campaign.ts';
import { brief } from '../campaign/brief.ts';
import { leftOn, lineHolds, setAside, todayOf } from '../campaign/set-aside.ts';
import type { Criteria } from '../campaign/criteria.ts';
import type { Micro } from '../campaign/micro.ts';
import type { BudgetEvent } from '../capacity/budget.ts';
import { decideBudget } from '../capacity/decide-budget.ts';
import { amount, stands } from '../check.ts';
import type { Ctx } from '../decider.ts';
import type { LoggedRefusal } from './logged.ts';
import { maySay } from './verdict-acts.ts';
import { gateFor } from './verdict-gate.ts';
import { scaledInLog } from './verdict-log.ts';
import { takenNow } from './verdict.ts';
import type { NewItem, Scaling, Verdict, VerdictBook, VerdictCommand, VerdictProduced, VerdictRefusal } from './verdict.ts';

type Scale = Extract<VerdictCommand, { readonly type: 'verdict/scale' }>;
type Held<T> = Result<T, VerdictRefusal>;

export const daysOf = (added: readonly NewItem[]): number =>
  Math.round(added.reduce((sum, { sizeDays }) => sum + sizeDays, 0) * 1000) / 1000;

/** Plan moved to the line that pays: no more than the giving line has left, besides what its month has planned. */
const moved = (book: VerdictBook, { move, follow, why }: Scaling, ctx: Ctx): Held<readonly BudgetEvent[]> => {
  if (move === null) return ok([]);
  if (follow.line === null) return refuse({ code: 'line-needed', campaign: follow.id });
  const from = lineHolds(book, move.from);
  if (!from.ok) return from;
  const left = leftOn(book, from.value);
  if (move.minor > left && move.from !== follow.line)
    return refuse({ code: 'more-than-left', line: move.from, left, wanted: move.minor, currency: from.value.currency });
  const { month, toMonth, minor } = move;
  return decideBudget['budget/transfer'](
    from.value,
    { type: 'budget/transfer', id: move.from, to: follow.line, month, toMonth, minor, why },
    ctx,
    book,
  );
};

const worked = (
  book: VerdictBook,
  added: readonly NewItem[],
  priority: PriorityId | null,
  ctx: Ctx,
  why: Scaling['why'],
): Held<readonly (ItemEvent | Placed)[]> => {
  if (new Set(added.map(({ id }) => id)).size < added.length) return refuse({ code: 'said-twice' });
  const on = todayOf(book, ctx);
  const events: (ItemEvent | Placed)[] = [];
  for (const [n, { id, title, sizeDays, owner }] of added.entries()) {
    const sized = amount('sizeDays', sizeDays);
    if (!sized.ok) return sized;
    const command = {
      type: 'item/add',
      id,
      title,
      priority,
      owner,
      sizeDays,
      request: null,
      foundational: priority === null ? why : null,
      on,
    } as const;
    const answer = items.decide['item/add'](book.item.get(id), command, ctx, book);
    if (!answer.ok) return answer;
    for (const event of answer.value) events.push(event.type === 'item/added' ? { ...event, ref: `W-${book.item.size + n + 1}` } : event);
  }
  return ok(events);
};

/** The criteria of a follow-up: as they were, their deadline at least its own last day. */
export const copiedCriteria = (criteria: Criteria, to: Day): Criteria => ({
  ...criteria,
  deadline: criteria.deadline < to ? to : criteria.deadline,
});

/** The follow-up as it is planned: the brief and the channel of the first, and its own name, key, dates and money. */
const planned = (book: VerdictBook, c: Campaign, micro: Micro, { follow, items: added }: Scaling, ctx: Ctx): Held<VerdictProduced[]> => {
  const { id, name, key, from, to, budgetMinor, owner } = follow;
  const plan = {
    type: 'campaign/plan',
    id,
    name,
    channel: c.channel,
    from,
    to,
    budgetMinor,
    key,
    aliases: [],
    item: null,
    foundational: c.foundational,
    owner,
  } as const;
  const made = core.decide['campaign/plan'](book.campaign.get(id), plan, ctx, book);
  if (!made.ok) return made;
  const { hypothesis, segment, variants, randomised, written } = micro;
  const standing = segment !== null && !book.segment.get(segment)?.retired ? segment : null;
  const said = { hypothesis, segment: standing, line: follow.line, variants, randomised };
  const briefed = brief.decide['campaign/brief']({ ...c, micro: null }, { type: 'campaign/brief', id, ...said }, ctx, book);
  if (!briefed.ok) return briefed;
  const copied = copiedCriteria(written!.criteria, to);
  return ok([
    ...made.value.map((event) => (event.type === 'campaign/planned' ? { ...event, item: added[0]?.id ?? null } : event)),
    ...briefed.value,
    { type: 'campaign/criteria-written', id, revision: 1, criteria: copied },
  ]);
};

export const scale = (
  v: Verdict | undefined,
  { type: _type, id, ...scaling }: Scale,
  ctx: Ctx,
  book: VerdictBook,
): Result<readonly VerdictProduced[], VerdictRefusal | LoggedRefusal> => {
  const may = maySay(book, id, 'scale');
  if (!may.ok) return may;
  const c = book.campaign.get(id)!;
  const { follow } = scaling;
  const priority = scaling.priority ?? (c.item === null ? null : (book.item.get(c.item)?.priority ?? null));
  const serves = priority === null ? ok(null) : stands('priority', priority, book.priority.get(priority));
  if (!serves.ok) return serves;
  const campaign = planned(book, c, may.value, scaling, ctx);
  if (!campaign.ok) return campaign;
  const today = todayOf(book, ctx);
  if (follow.from < today) return refuse({ code: 'follow-in-the-past', from: follow.from, today });
  const money = moved(book, scaling, ctx);
  if (!money.ok) return money;
  const coming = scaling.move && scaling.move.from !== follow.line ? scaling.move.minor : 0;
  const kept = setAside(book, { campaign: follow, line: follow.line, commitment: follow.commitment, coming }, ctx);
  if (!kept.ok) return kept;
  const work = worked(book, scaling.items, priority, ctx, scaling.why);
  if (!work.ok) return work;
  const days = daysOf(scaling.items);
  const over = gateFor(book, { from: follow.from, to: follow.to, days, priority }).find(({ shortfalls }) => shortfalls.length > 0);
  if (over) return refuse({ code: 'scale-over-capacity', period: over.period, short: over.shortfalls });
  const follows = { into: follow.id, name: follow.name.trim(), items: scaling.items.length, days };
  const entry = scaledInLog(book, { id, log: scaling.log }, takenNow(v)!, follows, ctx);
  if (!entry.ok) return entry;
  return ok([
    ...work.value,
    ...campaign.value,
    ...money.value,
    ...kept.value,
    ...(kept.value.length > 0 ? [{ type: 'campaign/money-set-aside' as const, id: follow.id, commitment: follow.commitment }] : []),
    { type: 'campaign/followed', id: follow.id, campaign: id, priority, days, items: scaling.items.map((one) => one.id) },
    { type: 'campaign/scaled', id, into: follow.id },
    { type: 'verdict/logged', id, did: 'scaled', log: scaling.log, why: scaling.why },
    ...entry.value,
  ]);
};
