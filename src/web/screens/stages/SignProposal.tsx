import { useState } from 'react';
import { SIDES_OF_FUNNEL, type FunnelSide, type StagesProposal } from '../../../domain/measurement/stages.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/Note.tsx';
import { Signatures } from '../../components/Signatures.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './StagesScreen.module.css';

/** Who signed the proposal, and the ways to answer it. */
export const SignProposal = ({ proposal }: { readonly proposal: StagesProposal }) => {
  const { book, me, may, ask, nameOf, noteOf, today } = useCompany();
  const [declining, setDeclining] = useState<FunnelSide | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const mine = book.company.get('company')?.members[me]?.seats ?? [];
  const open = SIDES_OF_FUNNEL.filter((seat) => mine.includes(seat) && proposal.signatures[seat] === undefined);
  return (
    <>
      <Signatures
        lines={SIDES_OF_FUNNEL.map((seat) => {
          const signed = proposal.signatures[seat];
          const declined = proposal.declined[seat];
          return {
            seat,
            title: seatTitle(book, seat),
            name: signed ? nameOf(signed.by) : null,
            when: signed ? dayWords(signed.at.slice(0, 10), today) : null,
            waitsFor: null,
            declined: declined && { name: nameOf(declined.by), why: noteOf(declined.why) ?? '' },
          };
        })}
      />
      {refused && <Note kind="off">{refused}</Note>}
      <div className={css.buttons}>
        {open.map((seat) => (
          <Button
            key={seat}
            kind="primary"
            onPress={() => {
              const answer = ask([{ type: 'stages/sign', proposal: proposal.n, seat }]);
              if (!answer.ok) return setRefused(answer.words);
              say({ kind: 'done', text: `Signed for ${seatTitle(book, seat)}.` });
            }}
          >
            Sign for {seatTitle(book, seat)}
          </Button>
        ))}
        {open.map((seat) => (
          <Button key={`no ${seat}`} onPress={() => setDeclining(seat)}>
            Decline for {seatTitle(book, seat)}
          </Button>
        ))}
        {may('stages/withdraw') && (
          <Button
            onPress={() => {
              const answer = ask([{ type: 'stages/withdraw', proposal: proposal.n }]);
              if (!answer.ok) setRefused(answer.words);
            }}
          >
            Withdraw
          </Button>
        )}
      </div>
      {declining && (
        <WhyDialog
          title={`Decline for ${seatTitle(book, declining)}`}
          does="Decline"
          onClose={() => setDeclining(null)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'stages/decline', proposal: proposal.n, seat: declining, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        />
      )}
    </>
  );
};
