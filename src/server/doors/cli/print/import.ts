/** What an import would do, and what it did. */
import { count, list, moneyFull, tally } from '../../../../views/words/format.ts';
import { replacedWords } from '../../../../views/words/replaced.ts';
import type { Output } from '../../../operations/operation.ts';
import { questionText } from '../say.ts';
import { findingsText } from './answer.ts';
import { cell, table, wrapped } from './table.ts';

type Import = Output<'import'>;
type Preview = Import['previews'][number];
type Loaded = Import['loads'][number];
type Problems = Loaded['problems'];
type Money = Loaded['money'][number];

const SHOWN = 20;

/** The whole answer of `import`. */
export const importText = ({ company, founded, dryRun, previews, loads }: Import): string =>
  [
    ...(founded ? [`Founded the company ${company}.`] : []),
    ...previews.map(previewText),
    ...(dryRun ? ['Nothing was written (--dry-run).'] : []),
    ...loads.map(loadedText),
    ...(loads.length > 0 ? [`Take a load back with: lockstep revert N --company ${company}`] : []),
  ].join('\n\n');

/** One file before it is loaded. */
export const previewText = (preview: Preview): string =>
  paragraphs([
    preview.file,
    wrapped(`${preview.reading.text} ${preview.mappingFrom.text} ${preview.stated.join(' ')}`, '  '),
    columnsText(preview),
    countsText(preview.counts, preview.held),
    moneyText(preview.money),
    replacesText(preview.replaces),
    problemsText(preview.problems),
    findingsText(preview.findings),
    ...preview.questions.map(questionText),
  ]);

/** One load after it landed. */
export const loadedText = (loaded: Loaded): string =>
  paragraphs([
    `${loaded.file}: ${loaded.text}`,
    countsText(loaded.counts, loaded.held),
    loaded.conflicts > 0
      ? `  ${tally(loaded.conflicts, 'value')} differ from what an earlier load said; this load stands. lockstep conflicts ${loaded.n} lists them.`
      : '',
    moneyText(loaded.money),
    replacesText(loaded.replaces),
    problemsText(loaded.problems, loaded.n),
    findingsText(loaded.findings),
    wrapped(loaded.stated.join(' '), '  '),
  ]);

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n');

const columnsText = ({ columns }: Preview): string =>
  table(
    [{ title: '  column' }, { title: 'goes to' }, { title: 'filled', right: true }, { title: 'examples', most: 40 }],
    columns.map(({ header, goesTo, filled, examples }) => [
      `  ${header}`,
      goesTo.length > 0 ? goesTo.join(', ') : 'not used',
      count(filled),
      examples.join(', '),
    ]),
  );

const countsText = (counts: Loaded['counts'], held: number): string => {
  const parts = counts.map((c) => {
    const rows = [
      c.new > 0 ? `${count(c.new)} new` : '',
      c.changed > 0 ? `${count(c.changed)} changed` : '',
      c.unchanged > 0 ? `${count(c.unchanged)} unchanged` : '',
    ];
    return `${c.lookup === undefined ? c.entity.replaceAll('_', ' ') : `list "${c.lookup}"`}: ${list(rows.filter((row) => row !== ''))}`;
  });
  return [...parts, ...(held > 0 ? [`held back: ${tally(held, 'row')}`] : [])].map((part) => `  ${part}`).join('\n');
};

const moneyText = (changes: readonly Money[]): string =>
  changes
    .flatMap(({ currency, openBefore, openAfter, wonBefore, wonAfter }) => {
      const change = (what: string, before: number, after: number): string[] =>
        before === after ? [] : [`  ${what}: ${moneyFull({ minor: before, currency })} → ${moneyFull({ minor: after, currency })}`];
      return [...change('open pipeline', openBefore, openAfter), ...change('closed and won', wonBefore, wonAfter)];
    })
    .join('\n');

const replacesText = (replaces: Loaded['replaces']): string => replaces.map((one) => wrapped(replacedWords(one), '  ')).join('\n');

const problemsText = ({ rows, total }: Problems, load?: number): string =>
  total === 0
    ? ''
    : [
        ...rows.slice(0, SHOWN).flatMap(({ line, column, found, problem, todo }, i) => [
          wrapped(
            `row ${line}${column === null ? '' : `, column ${column}`}${found === null ? '' : `: ${JSON.stringify(cell(found, 40))}`}. ${problem}`,
            '  ',
          ),
          // The same advice under row after row would hide the rows.
          ...(todo === rows[i - 1]?.todo ? [] : [wrapped(`→ ${todo}`, '    ')]),
        ]),
        ...(total > SHOWN ? [`  … and ${count(total - SHOWN)} more.`] : []),
        ...(load === undefined ? [] : [`  Mend them: lockstep rejects ${load} --out held.csv, then lockstep mend ${load} held.csv`]),
      ].join('\n');
