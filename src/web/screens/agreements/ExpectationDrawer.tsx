import { useState } from 'react';
import { isAgreed, latest, SIDES, speaksFor, type Side } from '../../../domain/agreements/expectation.ts';
import type { Command } from '../../../domain/book.ts';
import type { ExpectationId, NoteId } from '../../../kernel/ids.ts';
import { localTime } from '../../../kernel/zone.ts';
import type { ExpectationLook } from '../../../views/agreements/expectations.ts';
import { sidesToSign } from '../../../views/agreements/to-sign.ts';
import { ENDED_WORDS, partyWords } from '../../../views/words/agreements.ts';
import { dayLong, dayWords } from '../../../views/words/format.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { Sections } from '../../components/Sections.tsx';
import { Signatures, type SignatureLine } from '../../components/Signatures.tsx';
import { Status } from '../../components/Status.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { About } from './About.tsx';
import { ExpectationDialog } from './ExpectationDialog.tsx';
import { SignExpectation } from './SignExpectation.tsx';

type Asks = 'sign' | 'decline' | 'change' | 'keep' | 'break' | 'release' | 'withdraw';

/** One expectation: its words, both signatures, how it stands, and what can be done about it now. */
export const ExpectationDrawer = ({ look, order }: { readonly look: ExpectationLook; readonly order: readonly ExpectationId[] }) => {
  const { book, me, nameOf, noteOf, today, company } = useCompany();
  const [asks, setAsks] = useState<Asks | null>(null);
  const { expectation } = look;
  const { id, ended } = expectation;
  const r = latest(expectation);
  const speaks = (side: Side): boolean => speaksFor(book, r[side], me);
  const [toSign] = sidesToSign(book, expectation, me);
  const agreed = isAgreed(r);
  const mayChange = !ended && (r.proposedBy === me || SIDES.some(speaks));
  const at = order.indexOf(id);
  const step = (by: number): string | undefined => (order[at + by] ? `/agree/expectations/${order[at + by]!}` : undefined);
  useBearings({ crumb: r.statement });
  const close = (): void => setAsks(null);
  const lineOf = (side: Side): SignatureLine => {
    const signed = r.signatures[side];
    const no = r.declined[side];
    const party = partyWords(book, r[side], nameOf);
    return {
      seat: side,
      title: `${party}, ${side === 'promises' ? 'who promises' : 'who expects'}`,
      name: signed ? nameOf(signed.by) : null,
      when: signed ? dayWords(localTime(company.zone, signed.at).slice(0, 10), today) : null,
      waitsFor: signed ? null : party,
      ...(no && { declined: { name: nameOf(no.by), why: noteOf(no.why) } }),
    };
  };
  return (
    <Drawer
      title={`${partyWords(book, r.promises, nameOf)} promises ${partyWords(book, r.expects, nameOf)}`}
      kick={`Expectation${r.n > 1 ? `, revision ${r.n}` : ''}`}
      closeTo="/agree/expectations"
      previous={step(-1)}
      next={step(1)}
      foot={
        !ended && (
          <>
            {toSign && (
              <Button kind="primary" onPress={() => setAsks('sign')}>
                Sign
              </Button>
            )}
            {toSign && !r.declined[toSign] && <Button onPress={() => setAsks('decline')}>Decline</Button>}
            {agreed && speaks('expects') && (
              <Button kind="primary" onPress={() => setAsks('keep')}>
                It was kept
              </Button>
            )}
            {agreed && SIDES.some(speaks) && <Button onPress={() => setAsks('break')}>It was broken</Button>}
            {agreed && speaks('expects') && (
              <Button kind="quiet" onPress={() => setAsks('release')}>
                Release
              </Button>
            )}
            {mayChange && (
              <Button kind="quiet" onPress={() => setAsks('change')}>
                Change
              </Button>
            )}
            {!expectation.revisions.some(isAgreed) && r.proposedBy === me && (
              <Button kind="quiet" onPress={() => setAsks('withdraw')}>
                Withdraw
              </Button>
            )}
          </>
        )
      }
    >
      <Sections>
        <Agreed>{r.statement}</Agreed>
        <p className="sm">
          <Status kind={look.state}>{look.words}</Status> <span className="mut">Due {dayLong(r.due, today)}.</span>
        </p>
        <Signatures lines={SIDES.map(lineOf)} />
        {ended && (
          <p className="sm">
            <b>{ENDED_WORDS[ended.how]}</b> says {nameOf(ended.by)}, {dayWords(localTime(company.zone, ended.at).slice(0, 10), today)}.
            {noteOf(ended.why) && <span className="agreed"> “{noteOf(ended.why)}”</span>}
          </p>
        )}
        <About ids={r.about} />
        {expectation.revisions.length > 1 && (
          <details>
            <summary className="sm">Earlier words</summary>
            {expectation.revisions
              .slice(0, -1)
              .toReversed()
              .map((was) => (
                <div key={was.n}>
                  <p className="sm mut">
                    Revision {was.n}, by {dayWords(was.due, today)}
                    {isAgreed(was) ? ', signed by both' : ''}
                  </p>
                  <Agreed size="line">{was.statement}</Agreed>
                </div>
              ))}
          </details>
        )}
        <details>
          <summary className="sm">Who did what, when</summary>
          <History thing={id} />
        </details>
      </Sections>
      <Comments thing={id} />
      {asks === 'sign' && toSign && <SignExpectation expectation={expectation} side={toSign} onClose={close} />}
      {asks === 'change' && <ExpectationDialog change={expectation} onClose={close} />}
      {asks && asks !== 'sign' && asks !== 'change' && <Answer asks={asks} id={id} revision={r.n} side={toSign} onClose={close} />}
    </Drawer>
  );
};

const DOES: { readonly [A in Exclude<Asks, 'sign' | 'change'>]: { readonly title: string; readonly does: string; readonly done: string } } =
  {
    decline: { title: 'Decline these words?', does: 'Decline', done: 'Declined, with your reason.' },
    keep: { title: 'It was kept?', does: 'Say it was kept', done: 'Kept, and on record.' },
    break: { title: 'It was broken?', does: 'Say it was broken', done: 'On record, with your reason.' },
    release: { title: 'Release them from it?', does: 'Release them', done: 'Released, with your reason.' },
    withdraw: { title: 'Withdraw it?', does: 'Withdraw it', done: 'Withdrawn.' },
  };

type AnswerProps = {
  readonly asks: Exclude<Asks, 'sign' | 'change'>;
  readonly id: ExpectationId;
  readonly revision: number;
  readonly side: Side | undefined;
  readonly onClose: () => void;
};

const Answer = ({ asks, id, revision, side, onClose }: AnswerProps) => {
  const { ask } = useCompany();
  const { title, does, done } = DOES[asks];
  const command = (why: NoteId): Command => {
    if (asks === 'withdraw') return { type: 'expectation/withdraw', id, why };
    if (asks === 'decline') return { type: 'expectation/decline', id, revision, side: side ?? 'expects', why };
    return { type: `expectation/${asks}`, id, revision, why };
  };
  return (
    <WhyDialog
      title={title}
      does={does}
      onClose={onClose}
      onWhy={(why, note) => {
        const answer = ask([command(why)], { notes: [note] });
        if (!answer.ok) return answer.words;
        say({ kind: 'done', text: done });
        return null;
      }}
    >
      <p className="sm mut">{asks === 'keep' ? 'One sentence on how you saw it helps the next time.' : 'Both sides read your reason.'}</p>
    </WhyDialog>
  );
};
