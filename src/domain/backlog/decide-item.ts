/** What may be decided about a work item, its parts put together: what it is, its size, scores, readiness and flow. */
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId, PersonId, PriorityId, TeamId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, amount, day, fresh, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import { flow, type FlowCommand, type FlowEvent, type FlowRefusal } from './flow.ts';
import { UNSCORED, type Item, type ItemBook, type Request, type Source } from './item.ts';
import type { Placed } from './placing.ts';
import { readiness, type ReadinessCommand, type ReadinessEvent, type ReadinessRefusal } from './readiness.ts';
import { scoring, type OutOfRange, type ScoringCommand, type ScoringEvent } from './scoring.ts';
import { sizing, type SizingCommand, type SizingEvent } from './sizing.ts';

type Added = {
  readonly id: ItemId;
  readonly title: string;
  readonly priority: PriorityId | null;
  readonly owner: PersonId | null;
  readonly sizeDays: number | null;
  readonly request: Request | null;
  readonly foundational: NoteId | null;
  readonly on: Day;
};

type CoreCommand =
  | ({ readonly type: 'item/add' } & Added)
  | { readonly type: 'item/retitle'; readonly id: ItemId; readonly title: string }
  | { readonly type: 'item/assign'; readonly id: ItemId; readonly owner: PersonId }
  | { readonly type: 'item/give-to-team'; readonly id: ItemId; readonly team: TeamId | null }
  | { readonly type: 'item/link'; readonly id: ItemId; readonly priority: PriorityId | null }
  | { readonly type: 'item/justify'; readonly id: ItemId; readonly foundational: NoteId }
  | { readonly type: 'item/record-request'; readonly id: ItemId; readonly request: Request }
  | { readonly type: 'item/record-source'; readonly id: ItemId; readonly source: Source }
  | { readonly type: 'item/label'; readonly id: ItemId; readonly labels: readonly string[] }
  | { readonly type: 'item/drop'; readonly id: ItemId; readonly why: NoteId }
  | { readonly type: 'item/restore'; readonly id: ItemId };
type CoreEvent =
  | ({ readonly type: 'item/added'; readonly ref: string } & Added)
  | { readonly type: 'item/retitled'; readonly id: ItemId; readonly title: string }
  | { readonly type: 'item/assigned'; readonly id: ItemId; readonly owner: PersonId }
  | { readonly type: 'item/given-to-team'; readonly id: ItemId; readonly team: TeamId | null }
  | { readonly type: 'item/linked'; readonly id: ItemId; readonly priority: PriorityId | null }
  | { readonly type: 'item/justified'; readonly id: ItemId; readonly foundational: NoteId }
  | { readonly type: 'item/request-recorded'; readonly id: ItemId; readonly request: Request }
  | { readonly type: 'item/source-recorded'; readonly id: ItemId; readonly source: Source }
  | { readonly type: 'item/labelled'; readonly id: ItemId; readonly labels: readonly string[] }
  | { readonly type: 'item/dropped'; readonly id: ItemId; readonly why: NoteId }
  | { readonly type: 'item/restored'; readonly id: ItemId };

export type ItemCommand = CoreCommand | SizingCommand | ScoringCommand | ReadinessCommand | FlowCommand;
export type ItemEvent = CoreEvent | SizingEvent | ScoringEvent | ReadinessEvent | FlowEvent;
export type ItemRefusal = Basic | OutOfRange | ReadinessRefusal | FlowRefusal | { readonly code: 'said-twice' | 'not-dropped' };
/** The next free reference: W-1, W-2 … in the order items were added. */
const nextRef = (book: ItemBook): string => `W-${book.item.size + 1}`;
const tidy = (labels: readonly string[]): string[] => [...new Set(labels.map((label) => label.trim()).filter((label) => label !== ''))];
const MOST_LABELS = 30;

const core: Pick<Decider<ItemId, Item, CoreCommand, CoreEvent, ItemRefusal, ItemBook, CoreEvent | Placed>, 'decide' | 'evolve'> = {
  decide: {
    'item/add': (i, { id, title, priority, owner, sizeDays, request, foundational, on }, _, book) => {
      const checked = all(
        fresh('item', 'w', id, i),
        text('title', title),
        day('on', on),
        amount('sizeDays', sizeDays ?? 0),
        day('request.on', request?.on ?? on),
        priority === null ? ok(null) : stands('priority', priority, book.priority.get(priority)),
      );
      if (!checked.ok) return checked;
      return ok([
        { type: 'item/added', id, ref: nextRef(book), title: title.trim(), priority, owner, sizeDays, request, foundational, on },
        { type: 'backlog/placed', item: id, before: null },
      ]);
    },
    'item/retitle': (i, { id, title }) => {
      const checked = all(stands('item', id, i), text('title', title));
      return checked.ok ? ok(i!.title === title.trim() ? [] : [{ type: 'item/retitled', id, title: title.trim() }]) : checked;
    },
    'item/assign': (i, { id, owner }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok(i!.owner === owner ? [] : [{ type: 'item/assigned', id, owner }]) : checked;
    },
    'item/give-to-team': (i, { id, team }, _, book) => {
      const checked = all(stands('item', id, i), team === null ? ok(null) : stands('team', team, book.team.get(team)));
      return checked.ok ? ok(i!.team === team ? [] : [{ type: 'item/given-to-team', id, team }]) : checked;
    },
    'item/link': (i, { id, priority }, _, book) => {
      const checked = all(stands('item', id, i), priority === null ? ok(null) : stands('priority', priority, book.priority.get(priority)));
      return checked.ok ? ok(i!.priority === priority ? [] : [{ type: 'item/linked', id, priority }]) : checked;
    },
    'item/justify': (i, { id, foundational }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok([{ type: 'item/justified', id, foundational }]) : checked;
    },
    'item/record-request': (i, { id, request }) => {
      const checked = all(stands('item', id, i), day('request.on', request.on));
      return checked.ok ? ok([{ type: 'item/request-recorded', id, request }]) : checked;
    },
    'item/record-source': (i, { id, source: { system, key, url } }) => {
      const checked = all(
        stands('item', id, i),
        text('system', system, 40),
        text('key', key),
        url === null || (/^https?:\/\//.test(url) && url.length <= 2000)
          ? ok(null)
          : refuse({ code: 'not-one-of', field: 'url', found: url, choices: ['https://…'] }),
      );
      if (!checked.ok) return checked;
      const now = i!.source;
      const same = now?.system === system && now.key === key && now.url === url;
      return ok(same ? [] : [{ type: 'item/source-recorded', id, source: { system, key, url } }]);
    },
    'item/label': (i, { id, labels }) => {
      const now = tidy(labels);
      const checked = all(
        stands('item', id, i),
        ...now.map((label) => text('label', label, 60)),
        now.length <= MOST_LABELS ? ok(null) : refuse({ code: 'too-long', field: 'list of labels', most: MOST_LABELS }),
      );
      if (!checked.ok) return checked;
      return ok(JSON.stringify(now) === JSON.stringify(i!.labels) ? [] : [{ type: 'item/labelled', id, labels: now }]);
    },
    'item/drop': (i, { id, why }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok([{ type: 'item/dropped', id, why }]) : checked;
    },
    // It kept its place in the order; work on a priority that was dropped since comes back without one.
    'item/restore': (i, { id }, _, book) => {
      if (!i) return refuse({ code: 'not-there', thing: 'item', id });
      if (!i.retired) return refuse({ code: 'not-dropped' });
      const gone = i.priority !== null && book.priority.get(i.priority)?.retired;
      return ok([{ type: 'item/restored', id }, ...(gone ? [{ type: 'item/linked' as const, id, priority: null }] : [])]);
    },
  },
  evolve: {
    'item/added': (_, { id, ref, title, priority, owner, sizeDays, request, foundational, on }) => ({
      id,
      ref,
      title,
      priority,
      owner,
      team: null,
      sizeDays,
      bySkill: [],
      shirt: null,
      request,
      foundational,
      enables: { outcomes: [], priorities: [] },
      scores: UNSCORED,
      values: [],
      answers: {},
      needs: [],
      labels: [],
      source: null,
      addedOn: on,
      startedOn: null,
      waiting: null,
      finishedOn: null,
      retired: null,
    }),
    'item/retitled': (i, { title }) => ({ ...i!, title }),
    'item/assigned': (i, { owner }) => ({ ...i!, owner }),
    'item/given-to-team': (i, { team }) => ({ ...i!, team }),
    'item/linked': (i, { priority }) => ({ ...i!, priority }),
    'item/justified': (i, { foundational }) => ({ ...i!, foundational }),
    'item/request-recorded': (i, { request }) => ({ ...i!, request }),
    'item/source-recorded': (i, { source }) => ({ ...i!, source }),
    'item/labelled': (i, { labels }) => ({ ...i!, labels }),
    'item/dropped': (i, { why }) => ({ ...i!, retired: { why } }),
    'item/restored': (i) => ({ ...i!, retired: null }),
  },
};

export const item: Decider<ItemId, Item, ItemCommand, ItemEvent, ItemRefusal, ItemBook, ItemEvent | Placed> = {
  keyOf: (message) => message.id,
  decide: { ...core.decide, ...sizing.decide, ...scoring.decide, ...readiness.decide, ...flow.decide },
  evolve: { ...core.evolve, ...sizing.evolve, ...scoring.evolve, ...readiness.evolve, ...flow.evolve },
};
