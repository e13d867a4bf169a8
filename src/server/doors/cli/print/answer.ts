/** An answer as text: the table, what it rests on, what a careful reader must know and can do. */
import type { Answer, Finding, Row } from '../../../../kernel/answer.ts';
import { count, percent, tally } from '../../../../views/words/format.ts';
import { healthText } from './health.ts';
import { figureText, flat, isNumeric } from './figure.ts';
import { table, wrapped } from './table.ts';

/** Figures that say where a row is, not what it says. */
const NOT_SHOWN = new Set(['key', 'keys', 'id', 'ids', 'some', 'raw', 'curve', 'ticks', 'compared', 'fit']);
const TITLES: { readonly [figure: string]: string } = { n: 'n', key: '' };

/** `firstOn` → "first on". */
export const words = (name: string): string =>
  TITLES[name] ?? name.replaceAll(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

export const answerText = (answer: Answer): string =>
  [
    `${answer.question} · ${answer.company} · as of ${answer.asOf}`,
    answer.question === 'health' ? healthText(answer) : rowsText(answer),
    wrapped(answer.definition),
    coverageText(answer),
    answer.question === 'health' ? '' : findingsText(answer.findings),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const rowsText = ({ rows, total }: Answer): string => {
  const all: readonly Row[] = rows.length === 1 && rows[0]!.key === 'all' ? [total] : [...rows, total];
  const cells = all.map(
    (row) =>
      new Map(
        Object.entries(row)
          .filter(([name]) => !NOT_SHOWN.has(name))
          .flatMap(([name, figure]) => flat(name, figure)),
      ),
  );
  const names = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  return table(
    [{ title: '' }, ...names.map((name) => ({ title: words(name), right: cells.some((row) => isNumeric(row.get(name) ?? null)) }))],
    all.map((row, i) => [row.key, ...names.map((name) => (cells[i]!.has(name) ? figureText(name, cells[i]!.get(name)!) : ''))]),
  );
};

const coverageText = ({ coverage: { have, of, missing } }: Answer): string =>
  of === 0
    ? 'Coverage: nothing of the kind asked about is loaded.'
    : [
        `Coverage: ${count(have)} of ${count(of)} (${percent(have / of)})${missing.length > 0 ? '; missing:' : '.'}`,
        ...missing.map(({ why, n }) => `  ${count(n)} ${why}`),
      ].join('\n');

/** Findings, each with what to do. */
export const findingsText = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? ''
    : [
        `${tally(findings.length, 'finding')}:`,
        ...findings.flatMap(({ code, text, todo }) => [
          wrapped(`! ${text} (${code})`, '  '),
          ...(todo ? [wrapped(`→ ${todo}`, '    ')] : []),
        ]),
      ].join('\n');
