/**
 * What happened, in a sentence without its subject: "signed the Guidepoint for Q2 2026 for CEO".
 * Who and when stand beside it; words of a person come as the id of their note.
 */
import type { Event } from '../../domain/book.ts';
import { BACKLOG_EVENTS } from './events-backlog.ts';
import { WORK_EVENTS } from './events-work.ts';
import { MARKET_EVENTS } from './events-market.ts';
import { AGREEMENT_EVENTS } from './events-agreements.ts';
import { AGREE_EVENTS } from './events-agree.ts';
import { MEASUREMENT_EVENTS } from './events-measurement.ts';
import { MONEY_EVENTS } from './events-money.ts';
import { CAPACITY_EVENTS } from './events-capacity.ts';
import { BLUEPRINT_EVENTS } from './events-blueprint.ts';
import { COMPANY_EVENTS } from './events-company.ts';
import { STRATEGY_EVENTS } from './events-strategy.ts';
import { INTAKE_EVENTS } from './events-intake.ts';
import type { Sentences, Telling, Told } from './telling.ts';
import { WORKSHOP_EVENTS } from './events-workshop.ts';

const TABLE: Sentences<Event> = {
  ...COMPANY_EVENTS,
  ...AGREE_EVENTS,
  ...STRATEGY_EVENTS,
  ...CAPACITY_EVENTS,
  ...MONEY_EVENTS,
  ...INTAKE_EVENTS,
  ...WORK_EVENTS,
  ...BACKLOG_EVENTS,
  ...BLUEPRINT_EVENTS,
  ...MEASUREMENT_EVENTS,
  ...MARKET_EVENTS,
  ...AGREEMENT_EVENTS,
  ...WORKSHOP_EVENTS,
};

/** The sentence of one event. */
export const eventWords = (event: Event, telling: Telling): Told =>
  (TABLE[event.type] as (event: Event, telling: Telling) => Told)(event, telling);
