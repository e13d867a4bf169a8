/** The review list comes in pages that leave nothing out, and is read in a terminal as questions. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { handleText } from '../../src/facts/identity/handle.ts';
import { identityReview } from '../../src/facts/identity/review.ts';
import { identityReviewText } from '../../src/server/doors/cli/print/identity.ts';
import { DOING, factsFolder, good } from '../support/facts-folder.ts';

test('pages of the review list are the list, each question once, and say which part they are', async (t) => {
  const { facts } = await factsFolder(t);
  const rows = Array.from({ length: 7 }, (_, i) =>
    ['a', 'b'].map((half) => ({ id: `${half}${i}`, name: `Ada Nr ${String.fromCodePoint(65 + i)}`, account_id: 'A' })),
  );
  good(await facts.importRows({ entity: 'account', rows: [{ id: 'A', name: 'Acme' }], file: 'a', src: 'crm' }, DOING));
  good(await facts.importRows({ entity: 'contact', rows: rows.flat(), file: 'c', src: 'crm' }, DOING));
  const all = await identityReview(facts.engine, 'EUR', { most: 500, from: 0 });
  ok(all.total >= 7 && all.proposals.length === all.total, `${all.total} questions`);
  const keys = ({ proposals }: typeof all): string[] => proposals.map(({ a, b }) => `${handleText(a)} ${handleText(b)}`);
  const paged: string[] = [];
  for (let from = 0; from < all.total; from += 3) paged.push(...keys(await identityReview(facts.engine, 'EUR', { most: 3, from })));
  deepEqual(paged.toSorted(), keys(all).toSorted());
  equal(new Set(paged).size, all.total);

  const page = await identityReview(facts.engine, 'EUR', { most: 3, from: 3 });
  const text = identityReviewText({
    currency: 'EUR',
    total: page.total,
    from: 3,
    proposals: page.proposals.map((one) => ({ ...one, a: handleText(one.a), b: handleText(one.b) })),
    decisions: [],
  });
  match(text, /questions about who is who wait for a person’s word/);
  match(text, /Is Ada Nr [A-G] \(crm a\d\) the same person as Ada Nr [A-G] \(crm b\d\)\?/);
  match(text, /4 to 6 of \d+, those with most people behind them first\. The next: --from 6/);
});
