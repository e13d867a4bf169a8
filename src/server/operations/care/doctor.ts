/** Checks everything: the house, and each company from its journal to the files of its loads. Changes nothing. */
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';
import type { Check } from './check.ts';
import { checkCompany } from './check-company.ts';
import { checkHouse } from './check-house.ts';

export const doctor: Run<'doctor'> = async ({ house, version, progress }, { company }) => {
  if (company !== undefined && !house.has(company)) {
    const absent = house.company(company);
    if (!absent.ok) return absent;
  }
  const companies = company === undefined ? house.companies() : [company];
  const checks: Check[] = company === undefined ? await checkHouse(house, version) : [];
  for (const [i, id] of companies.entries()) {
    progress({ phase: `checking ${id}`, done: i, of: companies.length });
    checks.push(...(await checkCompany(house, id)));
  }
  return ok({ ok: checks.every((check) => check.state !== 'bad'), checks });
};
