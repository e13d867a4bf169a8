/** Sentences of what is done about it: priorities, what is assumed about work, campaigns. */
import type { AssumptionEvent } from '../../domain/backlog/assumption.ts';
import type { PriorityEvent } from '../../domain/blueprint/priority.ts';
import type { CoreEvent } from '../../domain/campaign/campaign.ts';
import type { CampaignId, NoteId, PriorityId } from '../../kernel/ids.ts';
import { count, days, dayWords, list, moneyShort, percent, quarterWords, tally } from './format.ts';
import type { Sentences, Telling } from './telling.ts';
import { thingTitle } from './names.ts';

const priority = (id: PriorityId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/work/priorities/${id}` });
const assumed = (text: string) => ({ text, quote: null, href: '/work/backlog' });
const campaign = (id: CampaignId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/market/campaigns/${id}` });
const called = ({ book }: Telling, thing: 'priority' | 'item' | 'campaign' | 'outcome', id: string): string =>
  `“${thingTitle(book, thing, id)}”`;
const money = ({ book }: Telling, minor: number | null): string =>
  minor === null ? 'no recorded budget' : moneyShort({ minor, currency: book.company.get('company')?.currency ?? null });
const CLASSES = { must: 'Must', should: 'Should', could: 'Could', wont: 'Won’t' } as const;

export const WORK_EVENTS: Sentences<PriorityEvent | AssumptionEvent | CoreEvent> = {
  'priority/planned': ({ id, title }) => priority(id, `planned the priority “${title}”`),
  'priority/reworded': ({ id, title }) => priority(id, `reworded a priority to “${title}”`),
  'priority/classed': ({ id, moscow }, t) => priority(id, `made ${called(t, 'priority', id)} a ${CLASSES[moscow]}`),
  'priority/serves': ({ id, outcomes }, t) =>
    priority(
      id,
      outcomes.length > 0
        ? `tied ${called(t, 'priority', id)} to ${list(outcomes.map((o) => called(t, 'outcome', o)))}`
        : `untied ${called(t, 'priority', id)} from every outcome`,
    ),
  'priority/resized': ({ id, effortDays, budgetMinor }, t) =>
    priority(id, `sized ${called(t, 'priority', id)} at ${days(effortDays)} and ${money(t, budgetMinor)}`),
  'priority/rescheduled': ({ id, from, to }, t) =>
    priority(id, `put ${called(t, 'priority', id)} from ${dayWords(from, t.today)} to ${dayWords(to, t.today)}`),
  'priority/handed-over': ({ id, owner }, t) => priority(id, `handed ${called(t, 'priority', id)} to ${t.nameOf(owner)}`),
  'priority/depends': ({ id, on }, t) =>
    priority(
      id,
      on.length > 0
        ? `let ${called(t, 'priority', id)} wait for ${list(on.map((o) => called(t, 'priority', o)))}`
        : `let ${called(t, 'priority', id)} wait for nothing`,
    ),
  'priority/split-by-skill': ({ id, skills }, t) =>
    priority(
      id,
      `split ${called(t, 'priority', id)} by skill${skills.length > 0 ? `: ${list(skills.map((s) => `${days(s.days)} of ${s.skill}`))}` : ', into none'}`,
    ),
  'priority/deferred': ({ id, period, from, to }, t) =>
    priority(
      id,
      `moved ${called(t, 'priority', id)} to ${quarterWords(period)}, from ${dayWords(from, t.today)} to ${dayWords(to, t.today)}`,
    ),
  'priority/dropped': ({ id, why }, t) => priority(id, `dropped the priority ${called(t, 'priority', id)}`, why),

  'assumption/growth-stated': ({ discoveredLow, discoveredHigh, splitLow, splitHigh }) =>
    assumed(
      `stated how work grows: ${percent(discoveredLow)} to ${percent(discoveredHigh)} found on the way, one item turns into ${count(splitLow, 1)} to ${count(splitHigh, 1)}`,
    ),
  'assumption/lag-stated': ({ kind, half, most }) =>
    assumed(`stated that half of the effect of “${kind}” shows after ${tally(half, 'day')} and most of it after ${tally(most, 'day')}`),
  'assumption/lag-forgotten': ({ kind }) => assumed(`took back how long “${kind}” takes to show an effect`),

  'campaign/planned': ({ id, name }) => campaign(id, `planned the campaign “${name}”`),
  'campaign/renamed': ({ id, name }) => campaign(id, `renamed a campaign to “${name}”`),
  'campaign/rescheduled': ({ id, from, to }, t) =>
    campaign(id, `put ${called(t, 'campaign', id)} from ${dayWords(from, t.today)} to ${dayWords(to, t.today)}`),
  'campaign/rebudgeted': ({ id, budgetMinor }, t) => campaign(id, `gave ${called(t, 'campaign', id)} ${money(t, budgetMinor)}`),
  'campaign/rechannelled': ({ id, channel }, t) => campaign(id, `moved ${called(t, 'campaign', id)} to ${channel}`),
  'campaign/handed-over': ({ id, owner }, t) => campaign(id, `handed ${called(t, 'campaign', id)} to ${t.nameOf(owner)}`),
  'campaign/alias-added': ({ id, alias }, t) => campaign(id, `let “${alias}” mean ${called(t, 'campaign', id)}`),
  'campaign/alias-removed': ({ id, alias }, t) => campaign(id, `no longer lets “${alias}” mean ${called(t, 'campaign', id)}`),
  'campaign/linked': ({ id, item: to }, t) =>
    campaign(
      id,
      to === null
        ? `took ${called(t, 'campaign', id)} from its work item`
        : `tied ${called(t, 'campaign', id)} to ${called(t, 'item', to)}`,
    ),
  'campaign/justified': ({ id, foundational }, t) =>
    campaign(id, `wrote down why ${called(t, 'campaign', id)} is foundational`, foundational),
  'campaign/dropped': ({ id, why }, t) => campaign(id, `dropped the campaign ${called(t, 'campaign', id)}`, why),
};
