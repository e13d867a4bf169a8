import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, Group } from '../../../domain/audience/segment.ts';
import { definitionOf, draftOf } from './editing.ts';

const leaf = (field: string): Condition => ({ on: 'account', field, test: 'filled', values: [] });
const group = (join: Group['join'], ...parts: Group['parts']): Group => ({ join, parts });

test('what the page can write comes back as it was', () => {
  const flat = { of: 'account', where: group('any', leaf('City'), leaf('Country')) } as const;
  deepEqual(definitionOf(draftOf(flat)!), flat);
  const grouped = {
    of: 'account',
    where: group('all', group('any', leaf('City'), leaf('Country')), group('all', leaf('Industry'))),
  } as const;
  deepEqual(definitionOf(draftOf(grouped)!), grouped);
});

test('groups within groups are deeper than the page writes: there is no draft that could replace them', () => {
  equal(draftOf({ of: 'account', where: group('all', leaf('City'), group('any', leaf('Country'), group('all', leaf('Industry')))) }), null);
});
