import { useState } from 'react';
import { useLocation } from 'wouter';
import { editionTitle, figureShown, openedFigure, changeShown } from '../../../views/published/words.ts';
import type { PublishedFacts } from '../../../views/published/published.ts';
import { dayLong } from '../../../views/words/format.ts';
import { periodCalled } from '../../../views/words/measurement.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Signatures } from '../../components/Signatures.tsx';
import { Table } from '../../components/Table.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import { Difference } from './Difference.tsx';
import { FrozenAnswers } from './FrozenAnswers.tsx';
import { ReportButtons } from './ReportButtons.tsx';
import css from './Published.module.css';

/** One edition: its figures as they were frozen, what they would be today, and why. */
export const EditionPage = ({ period, edition }: { readonly period: string; readonly edition: number | undefined }) => {
  const { book } = useCompany();
  const called = periodCalled(book, period);
  const facts = useFacts('publication', { period, ...(edition !== undefined && { edition }) });
  useBearings({ crumb: called });
  return (
    <Answered of={facts} what={`the published numbers of ${called}`} page>
      {(found) => <Page facts={found} called={called} />}
    </Answered>
  );
};

const Page = ({ facts, called }: { readonly facts: PublishedFacts; readonly called: string }) => {
  const { book, company, me, role, today, ask } = useCompany();
  const [, go] = useLocation();
  const [withdrawing, setWithdrawing] = useState(false);
  const { period, edition } = facts;
  const mine = (company.members[me]?.seats ?? []).filter((seat) => !facts.signed.some((s) => s.seat === seat));
  const editions = book.publication.get(period)?.editions ?? [];
  const mayPublish = role === 'owner' || (company.members[me]?.seats.includes('finance') ?? false);
  const sign = (): void => {
    const answer = ask(mine.map((seat) => ({ type: 'publication/sign' as const, period, edition, seat })));
    say(
      answer.ok
        ? { kind: 'done', text: `Signed for ${mine.map((seat) => seatTitle(book, seat)).join(' and ')}.` }
        : { kind: 'problem', text: answer.words },
    );
  };
  return (
    <>
      <Head
        title={editionTitle(facts, called)}
        sub={`Published on ${dayLong(facts.at.slice(0, 10), today)} by ${facts.by}, knowing nothing dated after ${dayLong(facts.asOf, today)}.`}
        actions={
          <>
            {mayPublish && !facts.withdrawn && (
              <Button kind="quiet" onPress={() => setWithdrawing(true)}>
                Withdraw
              </Button>
            )}
            {mine.length > 0 && !facts.withdrawn && (
              <Button kind="primary" onPress={sign}>
                Sign for {mine.map((seat) => seatTitle(book, seat)).join(' and ')}
              </Button>
            )}
          </>
        }
      />
      <div className={css.body}>
        {facts.withdrawn && (
          <Note kind="off">
            Withdrawn by {facts.withdrawn.by} on {dayLong(facts.withdrawn.at.slice(0, 10), today)}
            {facts.withdrawn.why && (
              <>
                : <span className="agreed">{facts.withdrawn.why}</span>
              </>
            )}
          </Note>
        )}
        {facts.why && (
          <p className={css.why}>
            Published again: <span className="agreed">{facts.why}</span>
          </p>
        )}
        {editions.length > 1 && (
          <div className={css.editions}>
            <Segments
              label="Edition"
              value={String(edition)}
              onChoose={(n) => go(`/prove/published/${period}/${n}`)}
              choices={editions.map(({ n }) => ({ value: String(n), text: `Edition ${n}` }))}
            />
          </div>
        )}
        <Table
          label="Figures"
          rows={facts.figures}
          keyOf={({ name }) => name}
          columns={[
            { key: 'name', head: 'Figure', cell: ({ name }) => name },
            {
              key: 'was',
              head: 'Published',
              number: true,
              cell: (figure) => <Figure opens={openedFigure(facts, figure, called)}>{figureShown(figure)}</Figure>,
            },
            {
              key: 'now',
              head: 'Counted today',
              number: true,
              cell: ({ name }) => {
                const line = facts.difference.figures.find((f) => f.name === name);
                return line ? figureShown({ ...line, value: line.now }) : '–';
              },
            },
            {
              key: 'change',
              head: 'Difference',
              number: true,
              cell: ({ name }) => {
                const line = facts.difference.figures.find((f) => f.name === name);
                return line && line.was !== line.now ? changeShown(line) : <span className="dim">none</span>;
              },
            },
          ]}
        />
        <Difference facts={facts} />
        <section className={css.part} aria-labelledby="report">
          <h2 id="report">The report of {called}</h2>
          <p className="sm mut">What was agreed, done, won and decided, with these numbers as they were frozen.</p>
          <div className={css.report}>
            <ReportButtons period={period} />
          </div>
        </section>
        <section className={css.part} aria-labelledby="signed">
          <h2 id="signed">Signed</h2>
          {facts.signed.length === 0 ? (
            <p className="sm mut">No seat has signed these numbers.</p>
          ) : (
            <Signatures
              lines={facts.signed.map(({ seat, by, at }) => ({
                seat,
                title: seatTitle(book, seat),
                name: by,
                when: dayLong(at.slice(0, 10), today),
                waitsFor: null,
              }))}
            />
          )}
        </section>
        <FrozenAnswers answers={facts.answers} />
        <p className="sm mut">
          Kept byte for byte under the SHA-256 <code className={css.sha}>{facts.sha256}</code>, resting on {facts.loads.length} loads.
        </p>
      </div>
      {withdrawing && (
        <WhyDialog
          title={`Withdraw ${called}, edition ${edition}?`}
          does="Withdraw it"
          onClose={() => setWithdrawing(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'publication/withdraw', period, edition, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="sm mut">The numbers stay readable, marked as withdrawn, with your reason.</p>
        </WhyDialog>
      )}
    </>
  );
};
