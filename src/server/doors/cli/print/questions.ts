/** The questions there are, what each takes, and what one can cut by here. */
import { list } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { wrapped } from './table.ts';

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const NOUN: { readonly [base: string]: string } = { lead: 'leads', opportunity: 'deals', touch: 'touches', spend: 'spend' };

export const questionsText = ({ questions, cuts }: Output<'questions'>): string =>
  [
    ...questions.map(({ name, summary, parameters }) =>
      [
        wrapped(`${name}: ${summary}.`),
        ...parameters.map((p) =>
          wrapped(
            `--${kebab(p.name)}${p.required ? ' (needed)' : ''}  ${p.summary}${p.choices ? ` (${p.choices.join(', ')})` : ''}`,
            '    ',
          ),
        ),
      ].join('\n'),
    ),
    ...[...Map.groupBy(cuts, (cut) => cut.of)].map(([of, those]) =>
      wrapped(
        `Cut and filter ${NOUN[of] ?? of} by: ${list(those.map((cut) => (cut.grains.length > 0 ? `${cut.name}:month` : cut.name)))}.`,
      ),
    ),
  ].join('\n\n');
