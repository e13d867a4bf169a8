import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { criteria } from '../../domain/given-campaign.ts';
import { unseenKinds } from './unseen-kinds.ts';

const touches = (kind: string) =>
  ({ ...criteria, measure: { ...criteria.measure, of: { what: 'touch', kind }, outOf: { what: 'touch', kind: 'Sent' } } }) as const;
const known = [{ name: 'sent' }, { name: 'reply' }];

test('a kind of touch that no file has brought is said before the criteria are put forward', () => {
  equal(unseenKinds(touches('nothing'), known), 'No file has brought a touch of the kind “nothing” yet. Known so far: sent and reply.');
  equal(unseenKinds(touches(' Reply '), known), null);
});
test('nothing is said where nothing is known yet, or where people tell what is counted', () => {
  equal(unseenKinds(touches('nothing'), []), null);
  equal(unseenKinds(criteria, known), null);
});
