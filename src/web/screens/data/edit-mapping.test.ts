import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { moveColumn, NOWHERE, type Mapping } from './edit-mapping.ts';

const mapping: Mapping = {
  src: 'files',
  currency: 'EUR',
  zone: 'UTC',
  answers: {},
  headers: ['id', 'won', 'kind'],
  feeds: [
    {
      entity: 'opportunity',
      fields: { id: { header: 'id' }, closed_on: { header: 'won', format: 'iso' } },
      attributes: [{ header: 'kind', name: 'kind', kind: 'text' }],
    },
  ],
};

test('a column moved to a field leaves where it was', () => {
  const moved = moveColumn(mapping, 'kind', 'opportunity.product');
  deepEqual(moved.feeds[0]!.fields['product'], { header: 'kind' });
  deepEqual(moved.feeds[0]!.attributes, []);
});

test('a column sent nowhere feeds nothing, and nothing else changes', () => {
  const moved = moveColumn(mapping, 'won', NOWHERE);
  deepEqual(Object.keys(moved.feeds[0]!.fields), ['id']);
  deepEqual(moved.feeds[0]!.attributes, mapping.feeds[0]!.attributes);
});

test('a column can become an attribute of the kind it holds', () => {
  deepEqual(moveColumn(mapping, 'won', 'opportunity.attrs', 'day').feeds[0]!.attributes.at(-1), {
    header: 'won',
    name: 'won',
    kind: 'day',
  });
});

test('an entity the file did not feed before is fed from now on', () => {
  const moved = moveColumn(mapping, 'kind', 'lead.channel');
  equal(moved.feeds.length, 2);
  deepEqual(moved.feeds[1], { entity: 'lead', fields: { channel: { header: 'kind' } }, attributes: [] });
});
