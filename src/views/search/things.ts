/** The things of the book as documents, with every wording of what is signed. */
import type { Kind } from '../../domain/book.ts';
import type { Stamp } from '../../domain/decider.ts';
import { partyWords } from '../words/agreements.ts';
import { dayWords, list, quarterWords } from '../words/format.ts';
import { placeOf } from '../words/place-of.ts';
import { valueShort } from '../words/values.ts';
import type { Document, DocumentType } from './document.ts';
import type { Readable } from './readable.ts';

type Origin = (kind: Kind, key: string) => Stamp | null;

const ENDED = 'dropped';

/** Titles that search finds are those of the book: what is dropped is found too, and says so. */
export const thingDocuments = ({ book, nameOf, noteOf }: Pick<Readable, 'book' | 'nameOf' | 'noteOf'>, origin: Origin): Document[] => {
  const currency = book.company.get('company')?.currency ?? null;
  const one = (
    type: DocumentType,
    kind: Kind,
    id: string,
    title: string,
    words: readonly (string | false | null | undefined)[],
  ): Document => {
    const stamp = origin(kind, id);
    return {
      id,
      type,
      title,
      text: words.filter(Boolean).join(' · '),
      href: placeOf(book, id)?.href ?? null,
      by: stamp?.by ?? null,
      at: stamp?.at ?? '',
      note: null,
    };
  };
  const named = (ids: readonly string[]): string => list(ids.flatMap((id) => placeOf(book, id)?.text ?? []));
  return [
    ...[...book.objective.values()].map((o) =>
      one('objective', 'objective', o.id, o.statement, [`by ${dayWords(o.due)}`, o.owner && nameOf(o.owner), o.retired && ENDED]),
    ),
    ...[...book.outcome.values()].map((o) =>
      one('outcome', 'outcome', o.id, o.name, [
        `${valueShort(o.target, o.metric.unit, currency)} by ${dayWords(o.due)}`,
        o.owner && nameOf(o.owner),
        o.retired && ENDED,
      ]),
    ),
    ...[...book.guidepoint.values()].flatMap((g) =>
      g.versions.map((v): Document => ({
        id: `${g.period}#${v.n}`,
        type: 'guidepoint',
        title: `Guidepoint for ${quarterWords(g.period)}, version ${v.n}`,
        text: [v.statement, ...v.outcomes.map((o) => o.name)].join(' · '),
        href: `/agree/guidepoint/${g.period}`,
        by: v.proposedBy,
        at: v.proposedAt,
        note: null,
      })),
    ),
    ...[...book.priority.values()].map((p) =>
      one('priority', 'priority', p.id, p.title, [
        quarterWords(p.period),
        named(p.outcomes),
        p.owner && nameOf(p.owner),
        p.retired && ENDED,
      ]),
    ),
    ...[...book.request.values()].map((r): Document => {
      const words = noteOf(r.result);
      return {
        ...one('request', 'request', r.id, r.ref, []),
        text: words?.text ?? '',
        by: r.by,
        at: r.receivedAt,
        note: words ? r.result : null,
      };
    }),
    ...[...book.item.values()].map((i) =>
      one('item', 'item', i.id, `${i.ref} ${i.title}`, [i.priority && named([i.priority]), i.owner && nameOf(i.owner), i.retired && ENDED]),
    ),
    ...[...book.campaign.values()].map((c) =>
      one('campaign', 'campaign', c.id, c.name, [c.channel, c.key, ...c.aliases, c.owner && nameOf(c.owner), c.retired && ENDED]),
    ),
    ...[...book.expectation.values()].flatMap((e) =>
      e.revisions.map((r): Document => ({
        id: `${e.id}#${r.n}`,
        type: 'expectation',
        title: r.statement,
        text: `${partyWords(book, r.promises, nameOf)} to ${partyWords(book, r.expects, nameOf)} · by ${dayWords(r.due)}${r.n < e.revisions.length ? ' · superseded wording' : ''}`,
        href: `/agree/expectations/${e.id}`,
        by: r.proposedBy,
        at: r.proposedAt,
        note: null,
      })),
    ),
    ...[...book.logged.values()].map((l): Document => ({
      id: l.id,
      type: 'decision',
      title: `${l.ref} ${l.matter}`,
      text: [
        l.decided,
        `decided by ${list(l.deciders.map((who) => nameOf(who)))}`,
        ...l.alternatives.flatMap((a) => [a.text, a.against]),
        ...l.evidence.map((e) => `${e.what}: ${e.shown}`),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      href: `/agree/log/${l.id}`,
      by: l.loggedBy,
      at: l.loggedAt,
      note: null,
    })),
  ];
};
