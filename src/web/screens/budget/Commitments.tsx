import { useState } from 'react';
import { openOf, type BudgetLine, type Commitment } from '../../../domain/capacity/line.ts';
import { dayWords, moneyFull } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import css from './BudgetScreen.module.css';

/** What a line has promised: what is still open, and until when. */
export const Commitments = ({ line, writes }: { readonly line: BudgetLine; readonly writes: boolean }) => {
  const { today } = useCompany();
  const [releasing, setReleasing] = useState<Commitment | null>(null);
  if (line.commitments.length === 0) return null;
  const say = (minor: number): string => moneyFull({ minor, currency: line.currency });
  return (
    <section className={item.part}>
      <h3>Committed</h3>
      <ul className={css.list}>
        {line.commitments.toReversed().map((c) => {
          const open = openOf(line, c);
          return (
            <li key={c.id}>
              <span>
                {c.what}
                <small>
                  due {dayWords(c.due, today)} · {open === 0 ? 'paid or released' : open === c.minor ? 'open' : `${say(open)} still open`}
                </small>
              </span>
              <span className={css.amount}>
                {say(c.minor)}
                {writes && open > 0 && (
                  <>
                    {' '}
                    <Button kind="quiet" size="small" onPress={() => setReleasing(c)}>
                      Release
                    </Button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {releasing && <Release line={line} commitment={releasing} onClose={() => setReleasing(null)} />}
    </section>
  );
};

const Release = ({
  line,
  commitment,
  onClose,
}: {
  readonly line: BudgetLine;
  readonly commitment: Commitment;
  readonly onClose: () => void;
}) => {
  const { ask, today } = useCompany();
  const [minor, setMinor] = useState<number | null>(openOf(line, commitment));
  return (
    <WhyDialog
      title={`Release what “${commitment.what}” will not need`}
      does="Release it"
      onClose={onClose}
      onWhy={(why, note) => {
        const answer = ask([{ type: 'budget/release', id: line.id, commitment: commitment.id, on: today, minor: minor ?? 0, why }], {
          notes: [note],
        });
        return answer.ok ? null : answer.words;
      }}
    >
      <MoneyField label="Amount" currency={line.currency} value={minor} onChange={setMinor} />
    </WhyDialog>
  );
};
