/** Doctor, backup, restore, export and password as text. */
import { count, list, tally } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { wrapped } from './table.ts';

const MARKS = { good: '✔', warning: '!', bad: '✖' } as const;

/** Each check on a line, what is wrong with what to do, and a verdict. */
export const doctorText = ({ ok, checks }: Output<'doctor'>): string => {
  const bad = checks.filter((c) => c.state === 'bad').length;
  const warned = checks.filter((c) => c.state === 'warning').length;
  const lines = checks.flatMap(({ company, what, state, text, todo }) => [
    wrapped(`${MARKS[state]} ${company === null ? '' : `${company}, `}${what}: ${text}`),
    ...(todo ? [wrapped(`→ ${todo}`, '    ')] : []),
  ]);
  return [
    ...lines,
    '',
    ok ? `All is well${warned > 0 ? `; ${tally(warned, 'thing')} to look at` : ''}.` : `${tally(bad, 'thing')} wrong.`,
  ].join('\n');
};

export const backupText = ({ to, companies, files, bytes }: Output<'backup'>): string =>
  `Backed up ${companies.length === 0 ? 'the house' : list(companies)} to ${to}: ${tally(files, 'file')}, ${megabytes(bytes)}. lockstep restore ${to} puts it back.`;

export const restoreText = ({ companies, files, replaced }: Output<'restore'>): string =>
  [
    `Put back ${companies.length === 0 ? 'the house' : list(companies)}: ${tally(files, 'file')}, each checked.`,
    ...(replaced === null ? [] : [`What stood there before lies in ${replaced}; delete it when you are sure.`]),
  ].join('\n');

export const exportText = ({ to, lines, bytes, sha256 }: Output<'export'>): string =>
  `${to === null ? 'Counted' : `Wrote ${to}:`} ${tally(lines, 'line')}, ${megabytes(bytes)}, sha256 ${sha256}`;

export const passwordText = ({ email, password }: Output<'password'>): string =>
  password === null ? `The password of ${email} is set.` : `The password of ${email} is now: ${password}`;

const megabytes = (bytes: number): string => (bytes < 1_000_000 ? `${count(bytes / 1000, 1)} kB` : `${count(bytes / 1_000_000, 1)} MB`);
