/** The credit page from what the facts brought, and the names of the plan. */
import type { Book } from '../../domain/book.ts';
import { MODEL_WORDS, MODELS } from '../../models/attribution/models.ts';
import { SOURCES } from '../../models/attribution/sourced.ts';
import { creditIn, dressCredit, SOURCED_LABELS, SOURCED_WORDS } from '../answers/credit.ts';
import type { KeySums } from '../answers/credit-sums.ts';
import type { Raw } from '../answers/raw.ts';
import { versionWords } from '../answers/touch-rule.ts';
import { HREF } from '../thread/cells.ts';
import { capital, moneyShort, percent, plural, quarterWords } from '../words/format.ts';
import { thingTitle } from '../words/names.ts';
import { text, type Prose } from '../words/prose.ts';
import type { CreditLine, CreditPeriod, CreditView, SourcedLine } from './credit-view.ts';
import { agreed, bySpread, disagreements } from './disagree.ts';

export type CreditReader = { readonly book: Book; readonly nameOf: (person: string) => string };

export const creditView = (raw: Raw, period: CreditPeriod, reader: CreditReader): CreditView => {
  const answer = dressCredit(raw);
  const { sums, won, halfLife, saysNothing } = creditIn(raw);
  const by = raw.cuts[0]?.said ?? 'campaign';
  const lines = sums.keys
    .map((key) => lineOf(key, by, saysNothing(key), reader))
    .toSorted((a, b) => b.minor.linear - a.minor.linear || (a.key < b.key ? -1 : 1));
  const { whole } = sums;
  const share = (minor: number): number | null => shareOf(minor, won.minor);
  const view: Omit<CreditView, 'title' | 'scope'> = {
    period,
    by,
    byWords: BY_WORDS[by] ?? by,
    currency: raw.currency,
    closed: { minor: won.minor, deals: won.n },
    models: MODELS.map((name) => ({
      name,
      ...MODEL_WORDS[name],
      ...(name === 'time-decay' && { convention: `half-life ${halfLife.days} d`, words: `${MODEL_WORDS[name].words} (${halfLife.words})` }),
    })),
    lines,
    dark: { deals: won.dark_any, minor: won.dark_minor },
    disagree: disagreements(lines.filter((line) => !line.gap)),
    sourced: SOURCES.map((source): SourcedLine => {
      const { minor, deals, unknown } = whole.sourced[source];
      return {
        source,
        label: SOURCED_LABELS[source],
        words: SOURCED_WORDS[source],
        minor,
        deals,
        unknown,
        share: share(minor),
        locked: raw.rules.sourced === source,
      };
    }),
    influenced: { ...whole.influenced, share: share(whole.influenced.minor) },
    agreement: whole.agreement,
    late: {
      ...whole.late,
      moved: sums.keys.reduce((sum, key) => sum + Math.max(0, key.moved), 0),
      first: answer.findings.find(({ code }) => code === 'late-touches')?.ids[0] ?? null,
    },
    likely: whole.likely,
    intervals: sums.interval === null ? null : { times: sums.interval.times, deals: sums.interval.deals },
    halfLife,
    rules: { version: raw.rules.version, words: versionWords(raw.rules) },
    asOf: raw.asOf,
    coverage: answer.coverage,
    definition: answer.definition,
    findings: answer.findings,
    loads: raw.loads,
  };
  return { ...view, title: titleOf(view), scope: scopeOf(view) };
};

/** Null where it would be no share: credit notes that nobody touched can leave less closed than what touches preceded. */
const shareOf = (minor: number, closed: number): number | null => (closed > 0 && minor >= 0 && minor <= closed ? minor / closed : null);

/** What one line stands for, in words. */
const BY_WORDS: { readonly [by: string]: string } = { item: 'work item', requester: 'who asked' };

const lineOf = (key: KeySums, by: string, gap: boolean, { book, nameOf }: CreditReader): CreditLine => {
  const id = key.ids[0] ?? null;
  const [label, href] = id === null || gap ? [key.keys.join(' · '), null] : named(by, id, key.keys.join(' · '), book, nameOf);
  const { n, touches, firsts, lasts, minor, influenced, sourced } = key;
  return {
    key: key.keys.join(' · '),
    label,
    href,
    id,
    gap,
    n,
    touches,
    firsts,
    lasts,
    minor,
    influenced,
    sourced,
    moved: key.moved,
    likely: key.likely,
    interval: key.interval,
  };
};

const named = (by: string, id: string, key: string, book: Book, nameOf: CreditReader['nameOf']): readonly [string, string | null] => {
  switch (by) {
    case 'requester':
      return [nameOf(id), null];
    case 'campaign':
    case 'item':
    case 'priority':
    case 'outcome':
    case 'objective':
      return [thingTitle(book, by, id), HREF[by](id)];
    default:
      return [key, null];
  }
};

const titleOf = ({ closed, lines, currency, dark, period, by, byWords }: Omit<CreditView, 'title' | 'scope'>): Prose => {
  const when = quarterWords(period.id);
  if (closed.deals === 0) return [text(`Nothing was won in ${when}, so there is no credit to share.`)];
  if (lines.length === 0)
    return [text(`${capital(plural(closed.deals, 'deal'))} won in ${when}, and no touch that counts: nobody can say what preceded them.`)];
  const money = (minor: number): string => moneyShort({ minor, currency });
  const [first] = bySpread(lines.filter((line) => !line.gap));
  const same = agreed(lines, closed.minor);
  if (!first) {
    const known = by === 'requester' ? 'request' : byWords;
    return [
      text(
        `No touch of the ${plural(closed.deals, 'deal')} won in ${when} stands under a known ${known}, so no model can say what preceded ${closed.deals === 1 ? 'it' : 'them'}.`,
      ),
    ];
  }
  if (first.spread === 0) return [text(`All models agree on the ${money(closed.minor - dark.minor)} won in ${when}.`)];
  return [
    text(
      same && same.key !== first.line.key
        ? `The models agree best on ${same.label}; they disagree on ${first.line.label} by ${money(first.spread)}.`
        : `The models disagree most on ${first.line.label}, by ${money(first.spread)}.`,
    ),
  ];
};

const scopeOf = ({ closed, dark, currency, period }: Omit<CreditView, 'title' | 'scope'>): string => {
  const known = shareOf(closed.minor - dark.minor, closed.minor);
  return `${moneyShort({ minor: closed.minor, currency })} won in ${quarterWords(period.id)} by ${plural(closed.deals, 'deal')}${known === null ? '' : `; ${percent(known)} of it has a touch that counts`}. Attribution describes what came before a deal. It does not prove what caused it; only an experiment does.`;
};
