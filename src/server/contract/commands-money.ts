/** Commands about money, as they travel. */
import { z } from 'zod';
import { command, idOf, ids, note, said } from './command-shape.ts';
import { day } from './shape.ts';

const number = z.number();
const minor = number.nullable();
const budget = idOf('b');
const commitment = idOf('g');
const entry = idOf('i');
const currency = z.string().max(3);
const purpose = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('priority'), id: ids.priority }),
    z.strictObject({ kind: z.literal('campaign'), id: ids.campaign }),
  ])
  .nullable();
const fiscalMonth = z.string().max(10);
const months = z.array(z.strictObject({ month: fiscalMonth, minor: number })).max(120);
const amount = number;

export const money = {
  'budget/open': command('budget/open', {
    id: budget,
    name: said,
    currency,
    owner: ids.person.nullable(),
    purpose,
    takesSpend: z.boolean(),
    months,
  }),
  'budget/rename': command('budget/rename', { id: budget, name: said }),
  'budget/hand-over': command('budget/hand-over', { id: budget, owner: ids.person }),
  'budget/tie': command('budget/tie', { id: budget, purpose, takesSpend: z.boolean() }),
  'budget/plan': command('budget/plan', { id: budget, months }),
  'budget/forecast': command('budget/forecast', { id: budget, month: fiscalMonth, minor }),
  'budget/commit': command('budget/commit', {
    id: budget,
    commitment: commitment,
    what: said,
    on: day,
    due: day,
    minor: amount,
  }),
  'budget/release': command('budget/release', { id: budget, commitment: commitment, on: day, minor: amount, why: note }),
  'budget/record': command('budget/record', {
    id: budget,
    entry: entry,
    on: day,
    what: said,
    ref: z.string().max(200).nullable(),
    minor: amount,
    currency,
    commitment: commitment.nullable(),
  }),
  'budget/strike': command('budget/strike', { id: budget, entry: entry, why: note }),
  'budget/transfer': command('budget/transfer', {
    id: budget,
    to: budget,
    month: fiscalMonth,
    toMonth: fiscalMonth,
    minor: amount,
    why: note,
  }),
  'budget/close': command('budget/close', { id: budget, why: note }),
  'month/lock': command('month/lock', { month: fiscalMonth }),
  'month/unlock': command('month/unlock', { month: fiscalMonth, why: note }),
  'rate/set': command('rate/set', { from: currency, to: currency, day, rate: z.string().max(30) }),
  'rate/remove': command('rate/remove', { from: currency, to: currency, day }),
};
