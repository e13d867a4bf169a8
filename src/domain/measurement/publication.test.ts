/** Publications: who publishes, when, what stays, and that an edition never changes. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../book.ts';
import { FOUNDED, given, when, type Asked } from '../given.ts';
import { standing, type PublicationCommand } from './publication.ts';

const sha = (digit: string): string => digit.repeat(64);
const won = { name: 'Won revenue', unit: 'money', value: 1_240_000_00, currency: 'EUR' } as const;
type Publish = Extract<PublicationCommand, { type: 'publication/publish' }>;
const publish = (more: Partial<Publish> = {}): Command => ({
  type: 'publication/publish',
  period: '2026-Q1',
  sha256: sha('a'),
  asOf: '2026-04-03',
  figures: [won],
  why: null,
  ...more,
});
const dirk = (command: Command): Asked => ['p_dirk', command];
const first = given(...FOUNDED, dirk(publish()));

test('an owner or the seat of finance publishes; nobody else', () => {
  deepEqual(when(given(...FOUNDED), ['p_ben', publish()]), { refused: { code: 'not-your-seat', seat: 'finance' } });
  deepEqual(when(given(...FOUNDED), ['p_ana', publish()]), {
    events: [
      { type: 'publication/published', period: '2026-Q1', edition: 1, sha256: sha('a'), asOf: '2026-04-03', figures: [won], why: null },
    ],
  });
});

test('a period that still runs is not published; a month of it that is over is', () => {
  deepEqual(when(given(...FOUNDED), dirk(publish({ asOf: '2026-03-31' }))), {
    refused: { code: 'period-not-over', period: '2026-Q1', until: '2026-04-01' },
  });
  equal('events' in when(given(...FOUNDED), dirk(publish({ period: '2026-M02', asOf: '2026-03-31' }))), true);
  deepEqual(when(given(...FOUNDED), dirk(publish({ period: 'spring' }))), { refused: { code: 'not-a-period', found: 'spring' } });
});

test('publishing again makes a further edition and wants a reason; the first stays as it was', () => {
  deepEqual(when(first, dirk(publish({ sha256: sha('b') }))), { refused: { code: 'reason-needed' } });
  const again = given(...FOUNDED, dirk(publish()), dirk(publish({ sha256: sha('b'), figures: [{ ...won, value: 1 }], why: 'n_audit' })));
  const editions = again.publication.get('2026-Q1')!.editions;
  deepEqual(editions[0], first.publication.get('2026-Q1')!.editions[0]);
  deepEqual([editions[1]!.n, editions[1]!.why, standing(again.publication.get('2026-Q1'))?.n], [2, 'n_audit', 2]);
});

test('the same numbers again are no new edition', () => {
  deepEqual(when(first, dirk(publish({ why: 'n_again' }))), { events: [] });
});

test('a seat signs once, and only whoever holds it', () => {
  const sign: Command = { type: 'publication/sign', period: '2026-Q1', edition: 1, seat: 'finance' };
  deepEqual(when(first, ['p_ana', sign]), { refused: { code: 'not-your-seat', seat: 'finance' } });
  const signed = given(...FOUNDED, dirk(publish()), dirk(sign));
  deepEqual(
    signed.publication.get('2026-Q1')!.editions[0]!.signed.map(({ seat, by }) => [seat, by]),
    [['finance', 'p_dirk']],
  );
  deepEqual(when(signed, dirk(sign)), { events: [] });
});

test('a withdrawn edition stays readable, counts no more, and is not signed', () => {
  const gone = given(...FOUNDED, dirk(publish()), dirk({ type: 'publication/withdraw', period: '2026-Q1', edition: 1, why: 'n_wrong' }));
  const period = gone.publication.get('2026-Q1');
  equal(standing(period), null);
  deepEqual(period!.editions[0]!.figures, [won]);
  deepEqual(when(gone, dirk({ type: 'publication/sign', period: '2026-Q1', edition: 1, seat: 'finance' })), {
    refused: { code: 'edition-withdrawn', period: '2026-Q1', edition: 1 },
  });
  deepEqual(when(gone, dirk(publish())), { refused: { code: 'reason-needed' } });
});
