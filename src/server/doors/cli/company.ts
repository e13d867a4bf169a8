/** Which company a command is about: by its short name or its name; the only one where nothing was said. */
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { slugOf } from '../../house/slug.ts';
import type { Door } from '../../local/door.ts';
import type { Output } from '../../operations/operation.ts';
import type { Command } from './command.ts';
import { nearest } from './nearest.ts';

type Card = Output<'companies'>['companies'][number];
/** What is said of the company in the operation's input. */
export type About = { readonly company?: string; readonly foundAs?: string };

/** Commands that found the company they name when it is not there. */
const FOUNDS: ReadonlySet<string> = new Set(['import', 'import-preview', 'import-plan']);

/** The company meant, as the operation wants it. */
export const chooseCompany = async (door: Door, command: Command, said: string | null): Promise<Result<About, Problem>> => {
  if (command.company === 'none' || (command.company === 'optional' && said === null)) return ok({});
  const answer = await door.call('companies', {});
  if (!answer.ok) return answer;
  const { companies } = answer.value as { readonly companies: readonly Card[] };
  if (said !== null) return named(companies, command, said);
  const [only, ...others] = companies;
  if (only && others.length === 0) return ok({ company: only.id });
  if (!only)
    return problem(
      'no-company',
      'There is no company here yet.',
      FOUNDS.has(command.name)
        ? 'Say which to found: --company NAME.'
        : 'Make one: lockstep company add NAME, lockstep import FILE --company NAME, or lockstep demo.',
    );
  return problem(
    'which-company',
    `There are ${companies.length} companies: ${companies.map((c) => c.id).join(', ')}.`,
    'Say which: --company NAME.',
    { choices: companies.map((c) => c.id) },
  );
};

const named = (companies: readonly Card[], command: Command, said: string): Result<About, Problem> => {
  const same = (text: string): boolean => text.toLowerCase() === said.trim().toLowerCase();
  const found =
    companies.find((c) => c.id === said) ??
    companies.find((c) => same(c.id) || same(c.name)) ??
    companies.find((c) => c.id === slugOf(said));
  if (found) return ok({ company: found.id });
  if (FOUNDS.has(command.name)) return ok({ company: slugOf(said), foundAs: said.trim() });
  const meant = nearest(
    said,
    companies.flatMap((c) => [c.id, c.name]),
  );
  const there =
    companies.length > 0
      ? `There is: ${companies.map((c) => c.id).join(', ')}.`
      : 'There is none yet: lockstep company add NAME makes one.';
  return problem('no-such-company', `There is no company "${said}".${meant.length > 0 ? ` Did you mean ${meant[0]}?` : ''}`, there, {
    choices: companies.map((c) => c.id),
  });
};
