import { useState } from 'react';
import { useParams } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { capital, count, plural, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import { Decided } from './Decided.tsx';
import css from './IdentityScreen.module.css';
import { KnownDrawer } from './KnownDrawer.tsx';
import { ProposalLine } from './ProposalLine.tsx';
import type { Proposal, Review } from './review.ts';

/** Who is who: what waits for a person's word, and what was said. */
export const IdentityScreen = () => {
  const [from, setFrom] = useState(0);
  const facts = useFacts('identity review', from > 0 ? { from, most: PAGE } : {});
  const { handle } = useParams<{ handle?: string }>();
  return (
    <Answered of={facts} what="who is who" page>
      {(review) => (
        <>
          <Waiting key={from} review={review} onPage={setFrom} />
          <Decided review={review} />
          {handle && <KnownDrawer handle={decodeURIComponent(handle)} />}
        </>
      )}
    </Answered>
  );
};

/** So many questions stand at once; what was said stands below them. */
const FIRST = 12;
/** So many are asked for at once. */
const PAGE = 100;

const keyOf = ({ a, b }: Proposal): string => `${a}\n${b}`;

const Waiting = ({ review, onPage }: { readonly review: Review; readonly onPage: (from: number) => void }) => {
  const { id: company, may } = useCompany();
  const queries = useQueryClient();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [most, setMost] = useState(FIRST);
  const list = [...review.proposals.filter((one) => !later.has(keyOf(one))), ...review.proposals.filter((one) => later.has(keyOf(one)))];
  const at = Math.max(
    0,
    list.findIndex((one) => keyOf(one) === chosen),
  );
  const here = list[at];
  const allowed = may('campaign/plan');
  const step = (by: number): void => {
    const next = list[Math.min(list.length - 1, Math.max(0, at + by))];
    if (next) setChosen(keyOf(next));
  };
  const decide = async (one: Proposal, same: boolean): Promise<void> => {
    const next = list[at + 1] ?? list[at - 1];
    try {
      const { id } = await call(same ? 'identity merge' : 'identity apart', { company, a: one.a, b: one.b });
      setChosen(next ? keyOf(next) : null);
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      say({
        kind: 'done',
        text: same ? 'Said that it is so. Every number follows.' : 'Said that it is not so.',
        undo: () => void call('identity undo', { company, id }).then(() => queries.invalidateQueries({ queryKey: ['facts', company] })),
      });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
  };
  const putOff = (one: Proposal): void => {
    const next = list[at + 1];
    setLater(new Set([...later, keyOf(one)]));
    if (next) setChosen(keyOf(next));
  };
  useKey('j', 'Next question', () => step(1), list.length > 1);
  useKey('k', 'Question before', () => step(-1), list.length > 1);
  useKey('a', 'Say that it is so', () => here && void decide(here, true), allowed && here !== undefined);
  useKey('d', 'Say that it is not so', () => here && void decide(here, false), allowed && here !== undefined);
  useKey('l', 'Later', () => here && putOff(here), here !== undefined);
  const counted = review.proposals.filter(({ confidence }) => confidence === 'likely').length;
  return (
    <>
      <Head
        title={
          review.total === 0
            ? 'Nobody waits to be recognised.'
            : `${capital(plural(review.total, 'question'))} about who is who ${review.total === 1 ? 'waits' : 'wait'} for a person’s word.`
        }
        sub="What a file says is certain and counts. What only follows from it stands here, with what hangs on it; each answer can be taken back, and then every number is as it was."
      />
      {list.length === 0 ? (
        <Empty>When two sources name one person or one account in ways that nobody can be sure of, the question stands here.</Empty>
      ) : (
        <section className={css.part} aria-labelledby="waiting">
          <h2 id="waiting">To be answered</h2>
          <p className="mut sm">
            {counted > 0 &&
              `${capital(tally(counted, 'likely one'))} ${counted === 1 ? 'counts' : 'count'} already; the others do not until somebody says so. `}
            J and K go through them, A says yes, D says no, L leaves one for later.
          </p>
          {list.slice(0, Math.max(most, at + 1)).map((one) => (
            <ProposalLine
              key={keyOf(one)}
              proposal={one}
              currency={review.currency}
              open={keyOf(one) === (here && keyOf(here))}
              allowed={allowed}
              onOpen={() => setChosen(keyOf(one))}
              onSay={(same) => void decide(one, same)}
              onLater={() => putOff(one)}
            />
          ))}
          {list.length > Math.max(most, at + 1) && (
            <Button kind="quiet" onPress={() => setMost(list.length)}>
              Show the other {list.length - Math.max(most, at + 1)}
            </Button>
          )}
          {review.total > list.length && (
            <p className="dim sm">
              {count(review.from + 1)} to {count(review.from + list.length)} of {count(review.total)}, those with most people behind them
              first.{' '}
              {review.from > 0 && (
                <Button kind="quiet" onPress={() => onPage(Math.max(0, review.from - PAGE))}>
                  The {count(PAGE)} before
                </Button>
              )}
              {review.from + list.length < review.total && (
                <Button kind="quiet" onPress={() => onPage(review.from + list.length)}>
                  The next {count(Math.min(PAGE, review.total - review.from - list.length))}
                </Button>
              )}
            </p>
          )}
        </section>
      )}
    </>
  );
};
