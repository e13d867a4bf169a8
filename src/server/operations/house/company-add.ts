/** Founds a company, for the owner of the house or for the local operator. */
import { CALENDAR_YEAR } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import { foundCompany } from '../../house/found.ts';
import { cardOf } from '../../house/me.ts';
import type { Run } from '../operation.ts';

export const companyAdd: Run<'company add'> = async (
  { house, now },
  { name, currency = null, zone = 'UTC', fiscal = CALENDAR_YEAR, seats = [] },
  caller,
) => {
  const founded = await foundCompany(house, { name, currency, zone, fiscal, seats }, caller.signIn, now());
  if (!founded.ok) return founded;
  const room = founded.value;
  return ok(cardOf(room, caller.personIn(room.id)!)!);
};
