import { useState } from 'react';
import { IconLockOpen } from '@tabler/icons-react';
import { current, type Change, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { differences } from '../../../views/agree/difference.ts';
import { momentWords } from '../../../views/agree/signed.ts';
import { REASON_WORDS } from '../../../views/words/reasons.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './GuidepointPage.module.css';
import { Invalidates } from './Invalidates.tsx';
import { useTeller } from './use-teller.ts';

/** A change that waits: what it says, what it would cost; another person than its asker decides. */
export const OpenChange = ({ guidepoint, change }: { readonly guidepoint: Guidepoint; readonly change: Change }) => {
  const { book, me, nameOf, noteOf, ask } = useCompany();
  const teller = useTeller();
  const [refusing, setRefusing] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const v = current(guidepoint);
  const { period } = guidepoint;
  const after = {
    statement: change.statement,
    seats: change.seats,
    outcomes: change.outcomes.flatMap((id) => {
      const o = book.outcome.get(id);
      const t = change.terms.find((x) => x.outcome === id);
      return o
        ? [
            {
              outcome: id,
              name: o.name,
              metric: o.metric,
              from: o.from,
              baseline: t?.baseline ?? o.baseline,
              due: t?.due ?? o.due,
              target: t?.target ?? o.target,
            },
          ]
        : [];
    }),
  };
  const touched =
    change.statement === v.statement
      ? [...change.terms.map((t) => t.outcome), ...v.outcomes.filter((o) => !change.outcomes.includes(o.outcome)).map((o) => o.outcome)]
      : v.outcomes.map((o) => o.outcome);
  const approve = { type: 'guidepoint/approve-change', period, change: change.id } as const;
  const rule = useRule([approve]);
  const does = (answer: ReturnType<typeof ask>, done: string): void =>
    answer.ok ? say({ kind: 'done', text: done }) : setRefused(answer.words);
  return (
    <>
      <h2>
        <IconLockOpen size={15} stroke={1.6} aria-hidden="true" />
        {change.approver === me ? 'A change waits for you' : 'A change is asked for'}
      </h2>
      <p className="mut" style={{ marginTop: 4 }}>
        {nameOf(change.askedBy)}, {momentWords(teller, change.askedAt)}. {REASON_WORDS[change.reason]}.
      </p>
      <p className={`agreed ${css.quote}`}>“{noteOf(change.words)}”</p>
      <h3>What would change</h3>
      <ul className={css.list}>
        {differences(teller, v, after).map((d) => (
          <li key={d}>{d}</li>
        ))}
      </ul>
      {change.statement !== v.statement && (
        <div style={{ marginTop: 8 }}>
          <Agreed size="line">{change.statement}</Agreed>
        </div>
      )}
      <Invalidates guidepoint={guidepoint} touched={touched} />
      {refused && (
        <div className={css.refused}>
          <Note kind="off">{refused}</Note>
        </div>
      )}
      <div className={css.buttons}>
        {change.approver === me ? (
          <>
            <Button kind="primary" forbid={rule} onPress={() => does(ask([approve]), 'Approved. The new wording waits for signatures.')}>
              Approve the change
            </Button>
            <Button onPress={() => setRefusing(true)}>Refuse</Button>
          </>
        ) : change.askedBy === me ? (
          <>
            <Button
              onPress={() =>
                does(ask([{ type: 'guidepoint/withdraw-change', period, change: change.id }]), 'Withdrawn. What was agreed stands.')
              }
            >
              Withdraw
            </Button>
            <span className="dim">Waits for {nameOf(change.approver)}.</span>
          </>
        ) : (
          <span className="dim">Waits for {nameOf(change.approver)}.</span>
        )}
      </div>
      {refusing && (
        <WhyDialog
          title="Refuse the change"
          does="Refuse it"
          onClose={() => setRefusing(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'guidepoint/refuse-change', period, change: change.id, why }], { notes: [note] });
            if (answer.ok) say({ kind: 'done', text: 'Refused. What was agreed stands.' });
            return answer.ok ? null : answer.words;
          }}
        >
          <p>{nameOf(change.askedBy)} sees your words. What was agreed stands as it is.</p>
        </WhyDialog>
      )}
    </>
  );
};
