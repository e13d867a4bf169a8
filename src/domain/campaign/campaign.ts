/**
 * Campaign: work that went out into a channel, recognisable there by its tracking key.
 *
 * One key and any number of aliases (UTM values, CRM campaign ids, ad platform names) mean it; none of
 * them may mean two campaigns. It belongs to a work item, or is foundational with a written reason;
 * a campaign with neither is a break in the thread.
 */
import type { Day } from '../../kernel/day.ts';
import type { CampaignId, ItemId, NoteId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { CycleBook } from '../backlog/cycle.ts';
import { all, fresh, minor, span, stands, text, type Basic } from '../check.ts';
import type { BudgetEvent } from '../capacity/budget.ts';
import type { Decider, Typed } from '../decider.ts';
import { frameOpen, mayBeKnownAs, mayBeUnknownAs, reframed, withNameChange, type FrameRefusal } from './frame.ts';
import { isRunning, type Micro } from './micro.ts';
import { giveBack } from './set-aside.ts';

export type Campaign = {
  readonly id: CampaignId;
  readonly name: string;
  readonly channel: string;
  readonly from: Day;
  readonly to: Day;
  /** Whole minor units of the company's currency; null where none is recorded (or where the reader may not see it). */
  readonly budgetMinor: number | null;
  readonly key: string;
  readonly aliases: readonly string[];
  readonly item: ItemId | null;
  readonly foundational: NoteId | null;
  readonly owner: PersonId | null;
  /** What makes it a micro-campaign; null for one that runs without a brief and without criteria. */
  readonly micro: Micro | null;
  readonly retired: { readonly why: NoteId } | null;
};

export type CoreCommand =
  | {
      readonly type: 'campaign/plan';
      readonly id: CampaignId;
      readonly name: string;
      readonly channel: string;
      readonly from: Day;
      readonly to: Day;
      readonly budgetMinor: number | null;
      readonly key: string;
      readonly aliases: readonly string[];
      readonly item: ItemId | null;
      readonly foundational: NoteId | null;
      readonly owner: PersonId | null;
    }
  | { readonly type: 'campaign/rename'; readonly id: CampaignId; readonly name: string }
  | { readonly type: 'campaign/reschedule'; readonly id: CampaignId; readonly from: Day; readonly to: Day }
  | { readonly type: 'campaign/rebudget'; readonly id: CampaignId; readonly budgetMinor: number | null }
  | { readonly type: 'campaign/rechannel'; readonly id: CampaignId; readonly channel: string }
  | { readonly type: 'campaign/hand-over'; readonly id: CampaignId; readonly owner: PersonId }
  | { readonly type: 'campaign/add-alias'; readonly id: CampaignId; readonly alias: string }
  | { readonly type: 'campaign/remove-alias'; readonly id: CampaignId; readonly alias: string }
  | { readonly type: 'campaign/link'; readonly id: CampaignId; readonly item: ItemId | null }
  | { readonly type: 'campaign/justify'; readonly id: CampaignId; readonly foundational: NoteId }
  | { readonly type: 'campaign/drop'; readonly id: CampaignId; readonly why: NoteId };

export type CoreEvent =
  | {
      readonly type: 'campaign/planned';
      readonly id: CampaignId;
      readonly name: string;
      readonly channel: string;
      readonly from: Day;
      readonly to: Day;
      readonly budgetMinor: number | null;
      readonly key: string;
      readonly aliases: readonly string[];
      readonly item: ItemId | null;
      readonly foundational: NoteId | null;
      readonly owner: PersonId | null;
    }
  | { readonly type: 'campaign/renamed'; readonly id: CampaignId; readonly name: string }
  | { readonly type: 'campaign/rescheduled'; readonly id: CampaignId; readonly from: Day; readonly to: Day }
  | { readonly type: 'campaign/rebudgeted'; readonly id: CampaignId; readonly budgetMinor: number | null }
  | { readonly type: 'campaign/rechannelled'; readonly id: CampaignId; readonly channel: string }
  | { readonly type: 'campaign/handed-over'; readonly id: CampaignId; readonly owner: PersonId }
  | { readonly type: 'campaign/alias-added'; readonly id: CampaignId; readonly alias: string }
  | { readonly type: 'campaign/alias-removed'; readonly id: CampaignId; readonly alias: string }
  | { readonly type: 'campaign/linked'; readonly id: CampaignId; readonly item: ItemId | null }
  | { readonly type: 'campaign/justified'; readonly id: CampaignId; readonly foundational: NoteId }
  | { readonly type: 'campaign/dropped'; readonly id: CampaignId; readonly why: NoteId };

/** What keeps a campaign as it is while it is tested: it runs, or money is set aside for it. */
export type HeldRefusal =
  | { readonly code: 'campaign-runs'; readonly campaign: CampaignId }
  | { readonly code: 'money-set-aside'; readonly campaign: CampaignId };

export type CoreRefusal =
  | Basic
  | HeldRefusal
  | FrameRefusal
  | { readonly code: 'name-means-another'; readonly found: string; readonly campaign: CampaignId }
  | { readonly code: 'key-stays'; readonly key: string };
export type CampaignBook = CycleBook & { readonly campaign: ReadonlyMap<CampaignId, Campaign> };

/** How a tracking name is compared: case and outer space do not matter. */
export const foldName = (name: string): string => name.trim().toLowerCase();

/** Every spelling that means this campaign. */
export const namesOf = (c: Campaign): string[] => [...new Set([c.key, ...c.aliases, c.name, c.id].map(foldName))];

/** The aliases as written, each meaning once, without the key itself. */
const eachOnce = (aliases: readonly string[], key: string): string[] => {
  const byMeaning = new Map(aliases.toReversed().map((alias) => [foldName(alias), alias.trim()]));
  byMeaning.delete(foldName(key));
  return [...byMeaning.values()].toReversed();
};

const namesFree = (book: CampaignBook, id: CampaignId, names: readonly string[]): Result<null, CoreRefusal> => {
  for (const name of names) {
    for (const other of book.campaign.values()) {
      if (other.id !== id && !other.retired && namesOf(other).includes(foldName(name)))
        return refuse({ code: 'name-means-another', found: name, campaign: other.id });
    }
  }
  return ok(null);
};
const itemStands = (book: CampaignBook, item: ItemId | null): Result<null, Basic> =>
  item === null ? ok(null) : stands('item', item, book.item.get(item));

/** A part of what is decided about a campaign; `decide-campaign.ts` puts the parts together. */
export type CampaignPart<C extends Typed, E extends Typed, R> = Pick<
  Decider<CampaignId, Campaign, C, E, R, CampaignBook, E | BudgetEvent>,
  'decide' | 'evolve'
>;

export const core: CampaignPart<CoreCommand, CoreEvent, CoreRefusal> = {
  decide: {
    'campaign/plan': (c, { id, name, channel, from, to, budgetMinor, key, aliases, item, foundational, owner }, _, book) => {
      const checked = all(
        fresh('campaign', 'c', id, c),
        text('name', name),
        text('channel', channel, 60),
        text('key', key, 120),
        span(from, to),
        minor('budgetMinor', budgetMinor),
        ...aliases.map((a) => text('alias', a, 200)),
        itemStands(book, item),
      );
      if (!checked.ok) return checked;
      const free = namesFree(book, id, [key, name, ...aliases]);
      if (!free.ok) return free;
      return ok([
        {
          type: 'campaign/planned',
          id,
          name: name.trim(),
          channel: channel.trim(),
          from,
          to,
          budgetMinor,
          key: key.trim(),
          aliases: eachOnce(aliases, key),
          item,
          foundational,
          owner,
        },
      ]);
    },
    'campaign/rename': (c, { id, name }, _, book) => {
      const checked = all(stands('campaign', id, c), text('name', name));
      if (!checked.ok) return checked;
      if (c!.name === name.trim()) return ok([]);
      for (const free of [frameOpen(c!, 'name'), namesFree(book, id, [name])]) if (!free.ok) return free;
      return ok([{ type: 'campaign/renamed', id, name: name.trim() }]);
    },
    'campaign/reschedule': (c, { id, from, to }) => {
      const checked = all(stands('campaign', id, c), span(from, to));
      if (!checked.ok) return checked;
      if (c!.from === from && c!.to === to) return ok([]);
      const free = frameOpen(c!, 'dates');
      return free.ok ? ok([{ type: 'campaign/rescheduled', id, from, to }]) : free;
    },
    'campaign/rebudget': (c, { id, budgetMinor }) => {
      const checked = all(stands('campaign', id, c), minor('budgetMinor', budgetMinor));
      if (!checked.ok) return checked;
      if (c!.budgetMinor === budgetMinor) return ok([]);
      const free = frameOpen(c!, 'budget');
      if (!free.ok) return free;
      if (c!.micro?.setAside) return refuse({ code: 'money-set-aside', campaign: id });
      return ok([{ type: 'campaign/rebudgeted', id, budgetMinor }]);
    },
    'campaign/rechannel': (c, { id, channel }) => {
      const checked = all(stands('campaign', id, c), text('channel', channel, 60));
      if (!checked.ok) return checked;
      if (c!.channel === channel.trim()) return ok([]);
      const free = frameOpen(c!, 'channel');
      return free.ok ? ok([{ type: 'campaign/rechannelled', id, channel: channel.trim() }]) : free;
    },
    'campaign/hand-over': (c, { id, owner }) => {
      const checked = stands('campaign', id, c);
      return checked.ok ? ok(c!.owner === owner ? [] : [{ type: 'campaign/handed-over', id, owner }]) : checked;
    },
    'campaign/add-alias': (c, { id, alias }, _, book) => {
      const checked = all(stands('campaign', id, c), text('alias', alias, 200));
      if (!checked.ok) return checked;
      const means = namesOf(c!).includes(foldName(alias));
      for (const free of [means ? ok(null) : mayBeKnownAs(c!), namesFree(book, id, [alias])]) if (!free.ok) return free;
      return ok(means ? [] : [{ type: 'campaign/alias-added', id, alias: alias.trim() }]);
    },
    'campaign/remove-alias': (c, { id, alias }) => {
      const checked = stands('campaign', id, c);
      if (!checked.ok) return checked;
      if (foldName(alias) === foldName(c!.key)) return refuse({ code: 'key-stays', key: c!.key });
      const written = c!.aliases.find((a) => foldName(a) === foldName(alias));
      const free = written === undefined ? ok(null) : mayBeUnknownAs(c!, written);
      if (!free.ok) return free;
      return ok(written === undefined ? [] : [{ type: 'campaign/alias-removed', id, alias: written }]);
    },
    'campaign/link': (c, { id, item }, _, book) => {
      const checked = all(stands('campaign', id, c), itemStands(book, item));
      return checked.ok ? ok(c!.item === item ? [] : [{ type: 'campaign/linked', id, item }]) : checked;
    },
    'campaign/justify': (c, { id, foundational }) => {
      const checked = stands('campaign', id, c);
      return checked.ok ? ok([{ type: 'campaign/justified', id, foundational }]) : checked;
    },
    'campaign/drop': (c, { id, why }, ctx, book) => {
      const checked = stands('campaign', id, c);
      if (!checked.ok) return checked;
      if (isRunning(c!.micro)) return refuse({ code: 'campaign-runs', campaign: id });
      const money = c!.micro?.ended ? [] : giveBack(book, c!, why, ctx).events;
      return ok([{ type: 'campaign/dropped', id, why }, ...money]);
    },
  },
  evolve: {
    'campaign/planned': (_, { type: _type, ...planned }) => ({ ...planned, micro: null, retired: null }),
    'campaign/renamed': (c, { name }) => reframed({ ...c!, name }),
    'campaign/rescheduled': (c, { from, to }) => reframed({ ...c!, from, to }),
    'campaign/rebudgeted': (c, { budgetMinor }) => reframed({ ...c!, budgetMinor }),
    'campaign/rechannelled': (c, { channel }) => reframed({ ...c!, channel }),
    'campaign/handed-over': (c, { owner }) => ({ ...c!, owner }),
    'campaign/alias-added': (c, { alias }, stamp) => withNameChange({ ...c!, aliases: [...c!.aliases, alias] }, 'added', alias, stamp),
    'campaign/alias-removed': (c, { alias }, stamp) =>
      withNameChange({ ...c!, aliases: c!.aliases.filter((a) => a !== alias) }, 'removed', alias, stamp),
    'campaign/linked': (c, { item }) => ({ ...c!, item }),
    'campaign/justified': (c, { foundational }) => ({ ...c!, foundational }),
    'campaign/dropped': (c, { why }) => ({ ...c!, retired: { why } }),
  },
};
