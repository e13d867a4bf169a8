/** Sentences of strategy and audience: direction, KPIs, confidence and scores, segments. */
import type { SegmentEvent } from '../../domain/audience/segment.ts';
import type { Book } from '../../domain/book.ts';
import type { DirectionEvent } from '../../domain/strategy/direction.ts';
import type { KpiEvent } from '../../domain/strategy/kpi.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { corridorWords } from './corridor.ts';
import { dayWords } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Told } from './telling.ts';
import { valueShort } from './values.ts';

const kpi = (id: string, text: string, quote: NoteId | null = null): Told => ({ text, quote, href: `/agree/kpis/${id}` });
const segment = (id: string, text: string, quote: NoteId | null = null): Told => ({ text, quote, href: `/market/audience/${id}` });
const called = (book: Book, thing: 'kpi' | 'segment', id: string): string => `“${thingTitle(book, thing, id)}”`;
const currencyOf = (book: Book) => book.company.get('company')?.currency ?? null;

export const STRATEGY_EVENTS: Sentences<DirectionEvent | KpiEvent | SegmentEvent> = {
  'direction/worded': ({ what, statement }) => ({ text: `worded the ${what}: “${statement}”`, quote: null, href: '/agree/strategy' }),
  'kpi/set': ({ id, name, metric, low, high }, { book }) =>
    kpi(id, `set the KPI “${name}”, healthy ${corridorWords({ low, high }, metric.unit, currencyOf(book))}`),
  'kpi/reworded': ({ id, name }) => kpi(id, `reworded a KPI to “${name}”`),
  'kpi/remeasured': ({ id, why }, { book }) => kpi(id, `changed how ${called(book, 'kpi', id)} is measured`, why),
  'kpi/corridor-moved': ({ id, low, high, why }, { book }) =>
    kpi(
      id,
      `moved the corridor of ${called(book, 'kpi', id)}: healthy ${corridorWords({ low, high }, book.kpi.get(id)?.metric.unit ?? 'count', currencyOf(book))}`,
      why,
    ),
  'kpi/handed-over': ({ id, owner }, { book, nameOf }) => kpi(id, `handed ${called(book, 'kpi', id)} to ${nameOf(owner)}`),
  'kpi/checked-in': ({ id, value, on, note }, { book, today }) =>
    kpi(
      id,
      `checked in on ${called(book, 'kpi', id)}: ${valueShort(value, book.kpi.get(id)?.metric.unit ?? 'count', currencyOf(book))} on ${dayWords(on, today)}`,
      note,
    ),
  'kpi/retired': ({ id, why }, { book }) => kpi(id, `retired the KPI ${called(book, 'kpi', id)}`, why),

  'segment/defined': ({ id, name, of }) => segment(id, `defined the segment “${name}”, of ${of}s`),
  'segment/redefined': ({ id }, { book }) => segment(id, `changed the definition of the segment ${called(book, 'segment', id)}`),
  'segment/reworded': ({ id, name }) => segment(id, `reworded a segment to “${name}”`),
  'segment/retired': ({ id, why }, { book }) => segment(id, `retired the segment ${called(book, 'segment', id)}`, why),
};
