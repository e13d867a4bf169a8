import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../kernel/random.ts';
import type { Command } from './book.ts';
import { ROLES } from './company/company.ts';
import { decideBatch } from './decide.ts';
import { OPERATOR } from './decider.ts';
import { FOUNDED, given, minute } from './given.ts';
import { TABLE } from './given-roles.ts';
import { may, roleOf, rolesFor } from './may.ts';
import { randomCommand } from './random-commands.ts';

const types = Object.keys(TABLE) as Command['type'][];
const book = given(...FOUNDED);
const people = { owner: 'p_ana', marketer: 'p_ben', stakeholder: 'p_caro', viewer: 'p_eve' } as const;

test('every command may be asked by the roles that are written down for it, and by no other', () => {
  for (const type of types)
    deepEqual(
      ROLES.filter((role) => may(book, people[role], type)),
      TABLE[type],
      type,
    );
});

test('every command may be asked by somebody', () => {
  for (const type of types) ok(rolesFor(type).length > 0, type);
});

test('a viewer may ask nothing, whatever it is', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const [, command] = randomCommand(random(`viewer ${seed}`), book);
    deepEqual(decideBatch(book, [command], { by: 'p_eve', at: minute(9) }), {
      ok: false,
      refusal: { index: 0, refusal: { code: 'may-not', command: command.type } },
    });
  }
});

test('somebody who does not belong to the company, or has left it, may ask nothing', () => {
  const left = given(...FOUNDED, ['p_ana', { type: 'company/remove-member', person: 'p_ben' }]);
  for (const type of types) deepEqual([may(left, 'p_ben', type), may(left, 'p_zoe', type)], [false, false]);
  deepEqual([roleOf(left, 'p_ben'), roleOf(left, 'p_zoe')], [null, null]);
});

test('a role counts from the moment it is given', () => {
  const promoted = given(...FOUNDED, ['p_ana', { type: 'company/give-role', person: 'p_eve', role: 'marketer' }]);
  equal(may(promoted, 'p_eve', 'item/add'), true);
});

test('who holds the data folder holds the company', () => {
  equal(roleOf(book, OPERATOR), 'owner');
});

test('a company that does not stand yet may be founded by anybody, once', () => {
  equal(may(given(), 'p_zoe', 'company/found'), true);
  equal(may(book, 'p_zoe', 'company/found'), false);
});
