/**
 * The book: everything decided so far, folded. One map per kind of thing.
 *
 * `fold` copies each map once per call, never once per event: a spread per event made 20,000 events
 * over 5,000 things take over a minute instead of milliseconds.
 */
import { duty, type DutyCommand, type DutyEvent, type DutyRefusal } from './agreements/duty.ts';
import { expectation } from './agreements/expectation-decide.ts';
import type { ExpectationCommand, ExpectationEvent, ExpectationRefusal } from './agreements/expectation.ts';
import { logged, type LoggedCommand, type LoggedEvent, type LoggedRefusal } from './agreements/logged.ts';
import { verdict } from './agreements/verdict-decide.ts';
import type { VerdictBook, VerdictCommand, VerdictEvent, VerdictRefusal } from './agreements/verdict.ts';
import {
  assumption,
  type AssumptionBook,
  type AssumptionCommand,
  type AssumptionEvent,
  type AssumptionRefusal,
} from './backlog/assumption.ts';
import { order } from './backlog/order.ts';
import { cycle, type CycleCommand, type CycleEvent, type CycleRefusal } from './backlog/cycle.ts';
import { item } from './backlog/decide-item.ts';
import type { BlueprintCommand, BlueprintEvent, BlueprintRefusal } from './blueprint/blueprint.ts';
import { blueprint } from './blueprint/decide.ts';
import { milestone, type MilestoneCommand, type MilestoneEvent } from './blueprint/milestone.ts';
import { priority } from './blueprint/priority.ts';
import { campaign, type CampaignCommand, type CampaignEvent, type CampaignRefusal } from './campaign/decide-campaign.ts';
import { scenario, type ScenarioCommand, type ScenarioEvent, type ScenarioRefusal } from './blueprint/scenario.ts';
import { calendar, type CalendarCommand, type CalendarEvent, type CalendarRefusal } from './capacity/calendar.ts';
import { capacity } from './capacity/decide-people.ts';
import type { CapacityCommand, CapacityEvent, CapacityRefusal } from './capacity/people.ts';
import { budget } from './capacity/evolve-budget.ts';
import type { MoneyCommand, MoneyEvent, MoneyRefusal } from './capacity/money.ts';
import { month } from './capacity/month.ts';
import { rate } from './capacity/rate.ts';
import { team, type TeamCommand, type TeamEvent, type TeamRefusal } from './capacity/team.ts';
import { company, type CompanyCommand, type CompanyEvent, type CompanyRefusal } from './company/company.ts';
import { handlerOf, type AnyDecider, type Entry, type Stamp, type Typed } from './decider.ts';
import { request } from './intake/decide.ts';
import { form, type FormCommand, type FormEvent, type FormRefusal } from './intake/form.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './intake/request.ts';
import { guidepoint } from './guidepoint/decide.ts';
import type { GuidepointCommand, GuidepointEvent, GuidepointRefusal } from './guidepoint/guidepoint.ts';
import type { ItemCommand, ItemEvent, ItemRefusal } from './backlog/decide-item.ts';
import type { OrderCommand, OrderEvent, OrderRefusal } from './backlog/order.ts';
import { practice, type PracticeCommand, type PracticeEvent, type PracticeRefusal } from './backlog/practice.ts';
import type { PriorityCommand, PriorityEvent, PriorityRefusal } from './blueprint/priority.ts';
import type { Basic } from './check.ts';
import { costs, type CostsBook, type CostsCommand, type CostsEvent, type CostsRefusal } from './measurement/costs.ts';
import {
  publication,
  type PublicationBook,
  type PublicationCommand,
  type PublicationEvent,
  type PublicationRefusal,
} from './measurement/publication.ts';
import { stages, type StagesBook, type StagesCommand, type StagesEvent, type StagesRefusal } from './measurement/stages.ts';
import { touches, type TouchesBook, type TouchesCommand, type TouchesEvent, type TouchesRefusal } from './measurement/touch-rules.ts';
import { objective, type ObjectiveCommand, type ObjectiveEvent } from './strategy/objective.ts';
import { segment, type SegmentCommand, type SegmentEvent, type SegmentRefusal } from './audience/segment.ts';
import { outcome } from './strategy/decide-outcome.ts';
import { direction, type DirectionCommand, type DirectionEvent } from './strategy/direction.ts';
import { kpi, type KpiCommand, type KpiEvent, type KpiRefusal } from './strategy/kpi.ts';
import type { OutcomeCommand, OutcomeEvent, OutcomeRefusal } from './strategy/outcome.ts';
import { workshop } from './workshop/decide.ts';
import type { WorkshopBook, WorkshopCommand, WorkshopEvent, WorkshopRefusal } from './workshop/workshop.ts';

export type Command =
  | CompanyCommand
  | DirectionCommand
  | ObjectiveCommand
  | OutcomeCommand
  | KpiCommand
  | SegmentCommand
  | GuidepointCommand
  | CalendarCommand
  | TeamCommand
  | CapacityCommand
  | MoneyCommand
  | PriorityCommand
  | MilestoneCommand
  | BlueprintCommand
  | ScenarioCommand
  | FormCommand
  | RequestCommand
  | PracticeCommand
  | ItemCommand
  | OrderCommand
  | CycleCommand
  | CampaignCommand
  | PublicationCommand
  | TouchesCommand
  | StagesCommand
  | CostsCommand
  | DutyCommand
  | ExpectationCommand
  | LoggedCommand
  | VerdictCommand
  | AssumptionCommand
  | WorkshopCommand;
export type Event =
  | CompanyEvent
  | DirectionEvent
  | ObjectiveEvent
  | OutcomeEvent
  | KpiEvent
  | SegmentEvent
  | GuidepointEvent
  | PriorityEvent
  | MilestoneEvent
  | BlueprintEvent
  | ScenarioEvent
  | FormEvent
  | RequestEvent
  | CalendarEvent
  | TeamEvent
  | CapacityEvent
  | MoneyEvent
  | PracticeEvent
  | ItemEvent
  | OrderEvent
  | CycleEvent
  | CampaignEvent
  | PublicationEvent
  | TouchesEvent
  | StagesEvent
  | CostsEvent
  | DutyEvent
  | ExpectationEvent
  | LoggedEvent
  | VerdictEvent
  | AssumptionEvent
  | WorkshopEvent;
export type AreaRefusal =
  | Basic
  | CompanyRefusal
  | OutcomeRefusal
  | KpiRefusal
  | SegmentRefusal
  | GuidepointRefusal
  | CalendarRefusal
  | TeamRefusal
  | CapacityRefusal
  | MoneyRefusal
  | PriorityRefusal
  | BlueprintRefusal
  | ScenarioRefusal
  | FormRefusal
  | PublicationRefusal
  | TouchesRefusal
  | StagesRefusal
  | CostsRefusal
  | RequestRefusal
  | PracticeRefusal
  | ItemRefusal
  | OrderRefusal
  | CycleRefusal
  | CampaignRefusal
  | DutyRefusal
  | ExpectationRefusal
  | LoggedRefusal
  | VerdictRefusal
  | AssumptionRefusal
  | WorkshopRefusal;

/** Everything as it stands after the event numbered `seq`. */
export type Book = WorkshopBook &
  VerdictBook &
  AssumptionBook &
  PublicationBook &
  TouchesBook &
  StagesBook &
  CostsBook & { readonly seq: number };

/** Who decides about which kind of thing; the part of a message's type before the slash names it. */
export const DECIDERS = {
  company,
  direction,
  objective,
  outcome,
  kpi,
  segment,
  guidepoint,
  priority,
  milestone,
  blueprint,
  scenario,
  form,
  request,
  calendar,
  team,
  capacity,
  budget,
  month,
  rate,
  practice,
  item,
  backlog: order,
  assumption,
  cycle,
  campaign,
  publication,
  touches,
  stages,
  costs,
  duty,
  expectation,
  logged,
  workshop,
  verdict,
} as const satisfies { [kind: string]: AnyDecider };
export type Kind = keyof typeof DECIDERS;

/** The kind of thing a message is about. Throws where no area knows it. */
export const kindOf = (message: Typed): Kind => {
  const kind = message.type.slice(0, message.type.indexOf('/'));
  if (!Object.hasOwn(DECIDERS, kind)) throw new Error(`nothing handles "${message.type}"`);
  return kind as Kind;
};

/** Nothing decided yet. */
export const emptyBook: Book = {
  seq: 0,
  company: new Map(),
  direction: new Map(),
  objective: new Map(),
  outcome: new Map(),
  kpi: new Map(),
  segment: new Map(),
  guidepoint: new Map(),
  calendar: new Map(),
  team: new Map(),
  capacity: new Map(),
  budget: new Map(),
  month: new Map(),
  rate: new Map(),
  priority: new Map(),
  milestone: new Map(),
  blueprint: new Map(),
  scenario: new Map(),
  form: new Map(),
  request: new Map(),
  practice: new Map(),
  item: new Map(),
  backlog: new Map(),
  assumption: new Map(),
  cycle: new Map(),
  campaign: new Map(),
  publication: new Map(),
  touches: new Map(),
  stages: new Map(),
  costs: new Map(),
  duty: new Map(),
  expectation: new Map(),
  logged: new Map(),
  workshop: new Map(),
  verdict: new Map(),
};

type Maps = { [kind in Kind]: Map<string, unknown> };

/** A book that grows entry by entry: each map is copied once, when it is first touched, and then written in place. */
export type Growing = {
  readonly add: (entry: Entry<Event>) => void;
  /** The book as it stands now. Its maps go on growing with the next `add`: for reading at once, not for keeping. */
  readonly book: () => Book;
};

export const growing = (from: Book): Growing => {
  const copied: Partial<Maps> = {};
  let seq = from.seq;
  return {
    add: ({ event, stamp }) => {
      const kind = kindOf(event);
      const things = (copied[kind] ??= new Map(from[kind] as ReadonlyMap<string, unknown>));
      const decider: AnyDecider = DECIDERS[kind];
      const key = decider.keyOf(event as never);
      const evolve = handlerOf<(was: unknown, event: Event, stamp: Stamp) => unknown>(decider.evolve, event.type);
      things.set(key, evolve(things.get(key), event, stamp));
      seq = stamp.seq;
    },
    book: () => ({ ...from, ...(copied as Partial<Book>), seq }),
  };
};

/** Everything as it stands after `entries`, starting from `from`. Touches only the maps it must. */
export const fold = (entries: Iterable<Entry<Event>>, from: Book = emptyBook): Book => {
  const grown = growing(from);
  for (const entry of entries) grown.add(entry);
  return grown.book();
};
