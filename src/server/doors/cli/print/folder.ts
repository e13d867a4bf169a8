/** A folder as one plan, and what became of it. */
import { count, tally } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

type Plan = Output<'import-plan'>;
type Planned = Plan['files'][number];

const called = ({ name, sheet }: Pick<Planned, 'name' | 'sheet'>): string => (sheet === null ? name : `${name} [${sheet}]`);

const STATE: { readonly [S in Planned['state']]: string } = {
  ready: 'ready',
  question: 'asks you',
  known: 'loaded before',
  twice: 'twice here',
  unknown: 'not known',
  refused: 'cannot be read',
};

/** The plan: what is what, in which order, and what needs a person. */
export const planText = ({ files, missing, totals }: Plan): string =>
  [
    `${tally(totals.files, 'file')}: ${count(totals.ready)} ready with ${tally(totals.rows, 'row')}, ${count(totals.waiting)} with a question, ${count(totals.left)} left out.`,
    table(
      [
        { title: '', right: true },
        { title: 'file' },
        { title: 'is', most: 50 },
        { title: 'rows', right: true },
        { title: 'held', right: true },
        { title: 'state' },
      ],
      files.map((one) => [
        one.place === null ? '' : String(one.place),
        called(one),
        one.what,
        one.rows === 0 ? '' : count(one.rows),
        one.held === 0 ? '' : count(one.held),
        STATE[one.state],
      ]),
    ),
    ...files
      .filter(({ after }) => after.length > 0)
      .map((one) => wrapped(`${called(one)} refers to what is in ${one.after.join(', ')}.`, '  ')),
    ...files
      .filter(({ why }) => why !== null)
      .map((one) => `${wrapped(`${called(one)}: ${one.why}`, '  ')}\n${wrapped(`→ ${one.todo}`, '    ')}`),
    ...files.flatMap(({ questions }) => questions.map(({ answerWith }) => `    ${answerWith}`)),
    ...missing.map(({ text }) => wrapped(text, '  ')),
  ].join('\n');

/** What was loaded, and what was not. */
export const folderText = (done: Output<'import-folder'>, left: readonly Planned[]): string =>
  [
    ...(done.founded ? [`Founded the company ${done.company}.`] : []),
    `${tally(done.rows, 'row')} loaded from ${tally(done.loads.length, 'file')}${done.held > 0 ? `; ${tally(done.held, 'row')} held` : ''}${done.conflicts > 0 ? `; ${tally(done.conflicts, 'value')} differ from earlier loads` : ''}.`,
    ...done.loads.map(({ text }) => wrapped(text, '  ')),
    ...done.loads.flatMap(({ findings }) => findings.map(({ text }) => wrapped(`! ${text}`, '    '))),
    ...done.failed.map(
      ({ name, sheet, text, todo }) =>
        `${wrapped(`${called({ name, sheet })} was not loaded: ${text}`, '  ')}${todo ? `\n${wrapped(`→ ${todo}`, '    ')}` : ''}`,
    ),
    ...left
      .filter(({ state }) => state !== 'known' && state !== 'twice')
      .map((one) => wrapped(`${called(one)} was left out: ${one.why ?? ''} ${one.todo ?? ''}`, '  ')),
    `Take a load back with: lockstep revert N --company ${done.company}`,
  ].join('\n');
