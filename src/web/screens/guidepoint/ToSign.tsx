import { useState } from 'react';
import { IconPencil, IconWritingSign } from '@tabler/icons-react';
import { current, seatsOf, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { holdersOf } from '../../../views/agree/signed.ts';
import { list } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useActions } from '../../palette/actions.ts';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './GuidepointPage.module.css';
import { RewordDialog } from './RewordDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { useSignActions } from './use-sign-actions.ts';

/** Put forward and not agreed: my signature, or who it waits for; and a new wording. */
export const ToSign = ({ guidepoint }: { readonly guidepoint: Guidepoint }) => {
  const { book, me, nameOf, may, ask } = useCompany();
  const [open, setOpen] = useState<'sign' | 'decline' | 'reword' | null>(null);
  const v = current(guidepoint);
  const missing = v.seats.filter((seat) => v.signatures[seat] === undefined);
  const mine = missing.filter((seat) => seatsOf(book, me).includes(seat));
  const others = missing.filter((seat) => !mine.includes(seat));
  const signed = v.seats.filter((seat) => v.signatures[seat]?.by === me);
  const rule = useRule(mine.map((seat) => ({ type: 'guidepoint/sign', period: guidepoint.period, version: v.n, seat })));
  const mayReword = may('guidepoint/reword');
  const titles = list(mine.map((seat) => seatTitle(book, seat)));
  useActions(useSignActions(mine.length > 0, titles, rule, () => setOpen('sign')));
  return (
    <>
      <h2>
        <IconWritingSign size={16} stroke={1.6} aria-hidden="true" />
        {mine.length > 0 ? 'Your signature is missing' : 'It waits for signatures'}
      </h2>
      <p className="mut" style={{ marginTop: 4 }}>
        {mine.length > 0
          ? `You sign for ${titles}. Once every seat has signed, it is locked: then it changes only when something above the team moves.`
          : signed.length > 0
            ? 'You have signed. Once every seat has, it is locked.'
            : 'You hold none of the seats that sign it.'}
      </p>
      {others.length > 0 && (
        <>
          <h3>Still missing</h3>
          <ul className={css.counts}>
            {others.map((seat) => (
              <li key={seat}>
                {seatTitle(book, seat)}
                <span className="mut">{list(holdersOf(book, seat).map(nameOf)) || 'nobody holds the seat'}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={css.buttons}>
        {mine.length > 0 && (
          <Button kind="primary" onPress={() => setOpen('sign')} forbid={rule}>
            Sign for {titles}
          </Button>
        )}
        {mayReword && (
          <Button icon={<IconPencil size={15} stroke={1.6} aria-hidden="true" />} onPress={() => setOpen('reword')}>
            Reword
          </Button>
        )}
        {mine.length > 0 && (
          <Button kind="quiet" onPress={() => setOpen('decline')}>
            Decline
          </Button>
        )}
      </div>
      {open === 'sign' && <SignDialog guidepoint={guidepoint} seats={mine} onClose={() => setOpen(null)} />}
      {open === 'reword' && <RewordDialog guidepoint={guidepoint} onClose={() => setOpen(null)} />}
      {open === 'decline' && (
        <WhyDialog
          title="Decline this wording"
          does="Decline it"
          onClose={() => setOpen(null)}
          onWhy={(why, note) => {
            const answer = ask(
              mine.map((seat) => ({ type: 'guidepoint/decline' as const, period: guidepoint.period, version: v.n, seat, why })),
              { notes: [note] },
            );
            if (answer.ok) say({ kind: 'done', text: `Declined. ${nameOf(v.proposedBy)} sees your words.` });
            return answer.ok ? null : answer.words;
          }}
        >
          <p>{nameOf(v.proposedBy)} put it forward and sees your words. You can still sign this wording later, or the next one.</p>
        </WhyDialog>
      )}
    </>
  );
};
