/** How a problem is told: what, where, what to do next; and the questions that are open, each with its answer's words. */
import type { Problem } from '../../contract/problem.ts';
import { nearest } from './nearest.ts';
import { wrapped } from './print/table.ts';

type Question = {
  readonly file?: string;
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly answerWith: string;
};
type Detail = {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly found?: string;
  readonly choices?: readonly string[];
  readonly questions?: readonly Question[];
  /** Where a defect arose. */
  readonly stack?: string;
  readonly fields?: readonly { readonly field: string; readonly text: string }[];
};

/** The problem as lines on stderr. */
export const problemText = (problem: Problem): string => {
  const { file, row, column, found, choices, questions = [], fields = [], stack } = (problem.detail ?? {}) as Detail;
  const said = (word: unknown): boolean => problem.text.includes(String(word));
  const where = [
    file !== undefined && !said(file) ? file : '',
    row !== undefined && !said(row) ? `row ${row}` : '',
    column !== undefined && !said(column) ? `column "${column}"` : '',
  ].filter((part) => part !== '');
  const meant = found !== undefined && choices ? nearest(found, choices) : [];
  return [
    wrapped(
      `${where.length > 0 ? `${where.join(', ')}: ` : ''}${problem.text}${meant.length > 0 && !problem.text.includes('Did you mean') ? ` Did you mean ${meant.join(' or ')}?` : ''}`,
    ),
    ...fields.slice(1).map(({ field, text }) => `  ${field}: ${text}`),
    ...questions.map(questionText),
    ...(stack === undefined ? [] : [stack]),
    ...(problem.todo ? [wrapped(`→ ${problem.todo}`, '  ')] : []),
  ].join('\n');
};

/** One question with its options and the words that answer it. */
export const questionText = ({ file, text, options, answerWith }: Question): string =>
  [
    wrapped(`? ${file === undefined ? '' : `${file}: `}${text}`, '  '),
    ...options.map(({ id, text: what }) => `      ${id.padEnd(12)} ${what}`),
    `    answer with ${answerWith}`,
  ].join('\n');
