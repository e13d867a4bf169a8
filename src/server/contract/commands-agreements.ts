/** Commands about agreements, as they travel: duties, expectations, logged decisions. */
import { z } from 'zod';
import type { DutyOf } from '../../domain/agreements/duty.ts';
import { UNITS, type Evidence } from '../../domain/agreements/evidence.ts';
import { command, idOf, ids, note, said } from './command-shape.ts';
import { day, typed } from './shape.ts';

const expectationId = idOf('e');
const loggedId = idOf('l');
const dutyOf = typed<DutyOf>(z.string().regex(/^[ruo]_[A-Za-z0-9-]{1,60}$/, 'an id such as r_7f3a is needed'));
const duty = z.enum(['responsible', 'accountable', 'consulted', 'informed', 'driver', 'approver', 'contributor']);

const party = z.strictObject({ seat: z.string().max(40).nullable(), person: ids.person.nullable() });
const subjects = z.array(z.string().max(80)).max(50);
const promised = { statement: said, due: day, promises: party, expects: party, about: subjects };
const at = { id: expectationId, revision: z.number().int() };
const side = z.enum(['promises', 'expects']);

/** A number as it stood; the `cite` operation freezes one. */
export const evidence = typed<Evidence>(
  z.strictObject({
    what: z.string().max(300),
    shown: z.string().max(120),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.enum(UNITS),
    currency: z.string().max(3).nullable(),
    askedBy: z
      .strictObject({
        name: z.string().max(60),
        parameters: z.array(z.strictObject({ name: z.string().max(60), value: z.string().max(300) })).max(30),
        row: z.string().max(300),
        figure: z.string().max(60),
      })
      .nullable(),
    coverage: z.strictObject({ have: z.number(), of: z.number() }).nullable(),
    asOf: day,
    loads: z.array(z.number().int()).max(10_000),
  }),
);

export const agreements = {
  'duty/give': command('duty/give', { of: dutyOf, person: ids.person, duty }),
  'duty/take-back': command('duty/take-back', { of: dutyOf, person: ids.person, duty }),
  'duty/choose-scheme': command('duty/choose-scheme', { of: dutyOf, scheme: z.enum(['raci', 'daci']) }),
  'expectation/propose': command('expectation/propose', { id: expectationId, ...promised }),
  'expectation/revise': command('expectation/revise', { ...at, ...promised }),
  'expectation/sign': command('expectation/sign', { ...at, side }),
  'expectation/decline': command('expectation/decline', { ...at, side, why: note }),
  'expectation/keep': command('expectation/keep', { ...at, why: note.nullable() }),
  'expectation/break': command('expectation/break', { ...at, why: note }),
  'expectation/release': command('expectation/release', { ...at, why: note }),
  'expectation/withdraw': command('expectation/withdraw', { id: expectationId, why: note }),
  'logged/decide': command('logged/decide', {
    id: loggedId,
    supersedes: loggedId.nullable(),
    matter: said,
    decided: said,
    deciders: z.array(ids.person).max(20),
    on: day,
    alternatives: z.array(z.strictObject({ text: said, against: z.string().max(2000) })).max(20),
    evidence: z.array(evidence).max(50),
    about: subjects,
  }),
};
