/** Who is who, as a person reads it in a terminal: what waits, with what hangs on it, and what was said. */
import { calledWords, questionWords, saidWords, whyWords } from '../../../../views/identity/words.ts';
import { capital, count, moneyShort, plural } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

type Review = Output<'identity review'>;

const WIDE = 96;

export const identityReviewText = ({ proposals, total, from, decisions, currency }: Review): string => {
  const likely = proposals.filter(({ confidence }) => confidence === 'likely').length;
  const head =
    total === 0
      ? 'Nobody waits to be recognised.'
      : `${capital(plural(total, 'question'))} about who is who ${total === 1 ? 'waits' : 'wait'} for a person’s word.${likely > 0 ? ` What is likely counts already, the rest does not until somebody says so.` : ''}`;
  const money = (minor: number): string => (minor > 0 ? moneyShort({ minor, currency }) : '');
  const waiting = table(
    [
      { title: 'question', most: WIDE },
      { title: 'counts' },
      { title: 'deals', right: true },
      { title: 'amount', right: true },
      { title: 'touches', right: true },
    ],
    proposals.map(({ of, a, b, aName, bName, n, confidence, deals, wonMinor, openMinor, touches }) => [
      questionWords(of, calledWords(a, aName), calledWords(b, bName), n),
      confidence === 'likely' ? 'likely' : 'not yet',
      count(deals),
      money(wonMinor + openMinor),
      count(touches),
    ]),
  );
  const [first] = proposals;
  const page =
    total > proposals.length && proposals.length > 0
      ? `${count(from + 1)} to ${count(from + proposals.length)} of ${count(total)}, those with most people behind them first.${from + proposals.length < total ? ` The next: --from ${from + proposals.length}` : ''}`
      : '';
  const next = first
    ? wrapped(
        `Why the first: ${whyWords(first.rule, first.detail)} lockstep identity moves ${first.a} ${first.b} shows which deals would count otherwise, identity merge says that it is so, identity apart that it is not.`,
      )
    : '';
  const said = table(
    [{ title: 'said', most: WIDE }, { title: 'by' }, { title: 'on' }, { title: 'to take back' }],
    decisions.map(({ id, of, a, b, aName, bName, same, by, at, revokedBy }) => [
      saidWords(of, calledWords(a, aName), calledWords(b, bName), same),
      by,
      at.slice(0, 10),
      revokedBy === null ? `identity undo ${id}` : `taken back by ${revokedBy}`,
    ]),
  );
  return [head, waiting, page, next, said].filter((part) => part !== '').join('\n\n');
};
