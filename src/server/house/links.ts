/** The links of the thread as the journal has them, in the form that the facts engine joins with. */
import type { Book, Event } from '../../domain/book.ts';
import { rootOf } from '../../domain/intake/request.ts';
import { namesOf, type Campaign } from '../../domain/campaign/campaign.ts';
import { stepsTo } from '../../domain/capacity/rate.ts';
import { stagesInForce } from '../../domain/measurement/stages.ts';
import { rulesInForce } from '../../domain/measurement/touch-rules.ts';
import { costRules } from '../../domain/measurement/costs.ts';
import type { Entry } from '../../domain/decider.ts';
import type { Links } from '../../facts/loads/links.ts';
import type { Currency } from '../../kernel/money.ts';
import { fractionOf } from '../../kernel/rate.ts';
import { dayIn } from '../../kernel/zone.ts';

const LINKING: ReadonlySet<string> = new Set(
  'company segment outcome priority item campaign rate touches stages request budget costs'.split(' '),
);

/** True when any of these events may change the links. */
export const changesLinks = (entries: readonly Entry<Event>[]): boolean =>
  entries.some(({ event }) => LINKING.has(event.type.slice(0, event.type.indexOf('/'))));

/** The links as they stand in the book; null before the company is founded. */
export const linksOf = (book: Book): Links | null => {
  const company = book.company.get('company');
  if (!company) return null;
  const { name, zone, currency, lookBackDays, fiscal } = company;
  // Those that stand come first: where two claim one spelling, the facts give it to the first.
  const all = [...book.campaign.values()];
  const campaigns = [...all.filter((c) => !c.retired), ...all.filter((c) => c.retired)];
  const spellings = spellingsOf(campaigns);
  const asked = requestersOf(book);
  return {
    company: { name, zone, currency, lookBackDays, startMonth: fiscal.startMonth, pattern: fiscal.pattern },
    touchRules: rulesInForce(book),
    stages: stagesInForce(book).map(({ n, rules, at }, i, versions) => ({
      version: n,
      since: rules.since,
      until: versions[i + 1]?.rules.since ?? null,
      signedOn: dayIn(zone, at),
      skipped: rules.skipped,
      stages: rules.stages,
    })),
    campaigns: campaigns.map((campaign) => {
      const item = campaign.item === null ? undefined : book.item.get(campaign.item);
      const priority = item && item.priority !== null ? book.priority.get(item.priority) : undefined;
      return {
        campaignId: campaign.id,
        name: campaign.name,
        channel: campaign.channel,
        foundational: campaign.foundational !== null,
        itemId: campaign.item,
        priorityId: priority?.id ?? null,
        guidepoint: priority?.period ?? null,
        spellings: spellings.get(campaign.id) ?? [],
      };
    }),
    items: [...book.item.values()].map((item) => ({
      itemId: item.id,
      ref: item.ref,
      title: item.title,
      priorityId: item.priority,
      foundational: item.foundational !== null,
      requester: asked.get(item.id) ?? null,
    })),
    outcomes: [...book.priority.values()].flatMap((priority) =>
      priority.outcomes.flatMap((id) => {
        const outcome = book.outcome.get(id);
        return outcome ? [{ priorityId: priority.id, outcomeId: id, objectiveId: outcome.objective }] : [];
      }),
    ),
    rates: ratesTo(book, currency),
    ...costsOf(book),
    segments: [...book.segment.values()]
      .filter((s) => !s.retired)
      .map(({ id, name: called, of, where }) => ({ id, name: called, of, where })),
  };
};

/** What counts as cost, and the invoices recorded by hand; a struck one does not count. */
const costsOf = (book: Book): Pick<Links, 'costs' | 'entries'> => {
  const { version, rules } = costRules(book);
  const { marginPercent, ...said } = rules;
  return {
    costs: version === 0 ? null : { version, ...said, margin: marginPercent === null ? null : marginPercent / 100 },
    entries: [...book.budget.values()].flatMap(({ id, name, currency, purpose, entries }) =>
      entries
        .filter(({ struck }) => struck === null)
        .map(({ on, minor }) => ({
          lineId: id,
          line: name,
          on,
          minor,
          currency,
          campaignId: purpose?.kind === 'campaign' ? purpose.id : null,
          priorityId: purpose?.kind === 'priority' ? purpose.id : null,
        })),
    ),
  };
};

/** The rates to the company's currency as fractions; those too fine for the engine's whole numbers are left out and held apart. */
const ratesTo = (book: Book, currency: Currency | null): Links['rates'] =>
  currency === null
    ? []
    : stepsTo(book, currency)
        .map(({ from, since, until, used }) => ({
          currency: from,
          since,
          until,
          ...reduced(fractionOf(from, currency, used.rate, used.inverse)),
        }))
        .filter(({ above, below }) => above < FINEST && below < FINEST);

/** Amounts up to 10^15 minor units times this stay within 128 bits. */
const FINEST = 10n ** 22n;

const reduced = ({
  above,
  below,
}: {
  readonly above: bigint;
  readonly below: bigint;
}): { readonly above: bigint; readonly below: bigint } => {
  let [a, b] = [above, below];
  while (b !== 0n) [a, b] = [b, a % b];
  return { above: above / a, below: below / a };
};

/** Every spelling means one campaign. A dropped campaign keeps those that no other has taken over since. */
const spellingsOf = (campaigns: readonly Campaign[]): ReadonlyMap<string, string[]> => {
  const taken = new Map<string, string>();
  for (const campaign of campaigns) for (const name of namesOf(campaign)) if (!taken.has(name)) taken.set(name, campaign.id);
  const spellings = new Map<string, string[]>();
  for (const [name, id] of taken) spellings.set(id, [...(spellings.get(id) ?? []), name]);
  return spellings;
};

/** The first who asked for each work item, by request or on the item itself. */
const requestersOf = (book: Book): ReadonlyMap<string, string> => {
  const first = new Map<string, { readonly by: string; readonly on: string }>();
  const say = (item: string, by: string, on: string): void => {
    const known = first.get(item);
    if (!known || on < known.on) first.set(item, { by, on });
  };
  for (const { id, request } of book.item.values()) if (request) say(id, request.by, request.on);
  for (const request of book.request.values()) {
    const { standing } = rootOf(book, request);
    if (standing.state === 'accepted') say(standing.item, request.by, request.on);
  }
  return new Map([...first].map(([item, { by }]) => [item, by]));
};
