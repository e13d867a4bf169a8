/**
 * Rules that look across areas: what an area further right has agreed may forbid what an area to its
 * left would allow. They stand here, not in the areas, so that arrows inside the domain stay one way.
 */
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ItemId, OutcomeId } from '../kernel/ids.ts';
import { gateFor } from './agreements/verdict-gate.ts';
import type { VerdictRefusal } from './agreements/verdict.ts';
import { allSigned, type BlueprintRefusal } from './blueprint/blueprint.ts';
import { freeOfBlueprint } from './blueprint/guarded.ts';
import type { MilestoneCommand } from './blueprint/milestone.ts';
import type { PriorityCommand } from './blueprint/priority.ts';
import type { Book, Command } from './book.ts';
import { span, stands, type Basic } from './check.ts';
import type { Purpose } from './capacity/line.ts';
import type { Company } from './company/company.ts';
import { rulesInForce } from './measurement/touch-rules.ts';
import { current, isLocked, isSigned } from './guidepoint/guidepoint.ts';

export type GuardRefusal =
  | Basic
  | Extract<BlueprintRefusal, { readonly code: 'agreed-in-blueprint' }>
  | Extract<VerdictRefusal, { readonly code: 'scale-over-capacity' }>
  | { readonly code: 'agreed-in-guidepoint'; readonly outcome: OutcomeId; readonly period: string }
  | { readonly code: 'look-back-in-touch-rules'; readonly version: number }
  | { readonly code: 'calendar-agreed'; readonly period: string }
  | { readonly code: 'calendar-budgeted'; readonly name: string };

/** What changes what was agreed about an outcome: its target and date, its baseline, how it is measured, that it stands. */
const AGREED_PARTS: ReadonlySet<Command['type']> = new Set([
  'outcome/move-target',
  'outcome/correct-baseline',
  'outcome/remeasure',
  'outcome/retire',
]);

/** What the areas to the right have agreed lets this command through, or says what stands in its way. */
export const guard = (book: Book, command: Command): Result<null, GuardRefusal> => {
  if (AGREED_PARTS.has(command.type)) return outcomeFree(book, (command as { readonly id: OutcomeId }).id);
  if (command.type === 'company/choose-fiscal') return calendarFree(book, command.fiscal);
  if (command.type === 'company/choose-look-back') return lookBackFree(book);
  if (command.type === 'budget/open' || command.type === 'budget/tie') return purposeStands(book, command.purpose);
  if (command.type === 'request/accept') return itemStands(book, command.item);
  if (command.type === 'campaign/reschedule') return stillFits(book, command);
  if (isPlanned(command)) return freeOfBlueprint(book, command);
  return ok(null);
};

/** Once touch rules are agreed, the look-back is one of them. */
const lookBackFree = (book: Book): Result<null, GuardRefusal> => {
  const { version } = rulesInForce(book);
  return version === 0 ? ok(null) : refuse({ code: 'look-back-in-touch-rules', version });
};

/** Money is for a priority or a campaign that stands. */
const purposeStands = (book: Book, purpose: Purpose | null): Result<null, GuardRefusal> => {
  if (purpose === null) return ok(null);
  return purpose.kind === 'priority'
    ? stands('priority', purpose.id, book.priority.get(purpose.id))
    : stands('campaign', purpose.id, book.campaign.get(purpose.id));
};

/** A follow-up was held against the Blueprint for the days it was planned for; on other days what it brings more into a quarter has to fit. */
const stillFits = (book: Book, { id, from, to }: Extract<Command, { type: 'campaign/reschedule' }>): Result<null, GuardRefusal> => {
  const c = book.campaign.get(id);
  const follows = c?.micro?.follows;
  if (!follows || c.retired || c.micro.ended || !span(from, to).ok) return ok(null);
  const now = new Map(gateFor(book, { from: c.from, to: c.to, ...follows }, id).map(({ period, days }) => [period, days]));
  // A quarter that is over for another reason refuses neither what leaves it nor what stays in it.
  const over = gateFor(book, { from, to, ...follows }, id).find(
    ({ period, days, shortfalls }) => shortfalls.length > 0 && days > (now.get(period) ?? 0),
  );
  return over ? refuse({ code: 'scale-over-capacity', period: over.period, short: over.shortfalls }) : ok(null);
};
const isPlanned = (command: Command): command is PriorityCommand | MilestoneCommand => /^(priority|milestone)\//.test(command.type);

/** A request is accepted into work that stands. */
const itemStands = (book: Book, item: ItemId): Result<null, GuardRefusal> => stands('item', item, book.item.get(item));

/** An outcome of a locked Guidepoint moves only through that Guidepoint. */
const outcomeFree = (book: Book, outcome: OutcomeId): Result<null, GuardRefusal> => {
  for (const g of book.guidepoint.values()) {
    if (isLocked(g) && current(g).outcomes.some((o) => o.outcome === outcome))
      return refuse({ code: 'agreed-in-guidepoint', outcome, period: g.period });
  }
  return ok(null);
};

/** Once a Guidepoint or a Blueprint has been signed by every seat, 2026-Q2 must not come to mean other days than those it was signed for. */
const calendarFree = (book: Book, { startMonth, pattern }: Company['fiscal']): Result<null, GuardRefusal> => {
  const now = book.company.get('company')?.fiscal;
  if (now?.startMonth === startMonth && now.pattern === pattern) return ok(null);
  for (const g of book.guidepoint.values()) if (g.versions.some(isSigned)) return refuse({ code: 'calendar-agreed', period: g.period });
  // Plan and spending stand by fiscal month: with other months they would mean other days.
  for (const { name, plan, commitments, entries } of book.budget.values())
    if (Object.keys(plan).length + commitments.length + entries.length > 0) return refuse({ code: 'calendar-budgeted', name });
  for (const b of book.blueprint.values()) if (b.versions.some(allSigned)) return refuse({ code: 'calendar-agreed', period: b.period });
  return ok(null);
};
