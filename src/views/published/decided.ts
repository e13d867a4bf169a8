/** Decisions since a publication that change how its numbers would be counted today, in sentences. */
import type { Event } from '../../domain/book.ts';
import type { Entry } from '../../domain/decider.ts';
import type { Instant } from '../../kernel/zone.ts';
import { eventWords } from '../words/events.ts';
import type { Telling } from '../words/telling.ts';
import type { Since } from './causes.ts';

const KINDS: { readonly [type: string]: Since['decided'][number]['kind'] } = {
  'rate/set': 'rate',
  'rate/removed': 'rate',
  'company/look-back-chosen': 'rules',
  'company/zone-chosen': 'rules',
  'company/fiscal-chosen': 'rules',
  'campaign/planned': 'links',
  'campaign/renamed': 'links',
  'campaign/alias-added': 'links',
  'campaign/alias-removed': 'links',
  'campaign/dropped': 'links',
};
/** Kinds of things whose every event changes how numbers are counted. */
const RULES: ReadonlySet<string> = new Set(['touch-rules', 'stages', 'costs']);

const kindOf = (type: string): Since['decided'][number]['kind'] | undefined =>
  RULES.has(type.slice(0, type.indexOf('/'))) ? 'rules' : KINDS[type];

/** Those of the entries that were decided after `at`, oldest first, as "Ana recorded 1 USD as 0.92 EUR from 1 May". */
export const decidedSince = (entries: readonly Entry<Event>[], at: Instant, telling: Telling): Since['decided'] =>
  entries.flatMap(({ event, stamp }) => {
    const kind = stamp.at > at ? kindOf(event.type) : undefined;
    return kind ? [{ kind, at: stamp.at, text: `${telling.nameOf(stamp.by)} ${eventWords(event, telling).text}` }] : [];
  });
