import { useState } from 'react';
import type { BudgetLine, Entry } from '../../../domain/capacity/line.ts';
import { dayWords, moneyFull } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import css from './BudgetScreen.module.css';

type Props = {
  readonly line: BudgetLine;
  /** Imported spend of the year. */ readonly spend: number;
  readonly year: number;
  readonly writes: boolean;
};
const FIRST = 12;

/** What was spent: invoices recorded by hand, the latest first, and what the import counts beside them. */
export const Entries = ({ line, spend, year, writes }: Props) => {
  const { ask, today, noteOf } = useCompany();
  const [striking, setStriking] = useState<Entry | null>(null);
  const [all, setAll] = useState(false);
  const entries = line.entries.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const say = (minor: number): string => moneyFull({ minor, currency: line.currency });
  return (
    <section className={item.part}>
      <h3>Spent</h3>
      {line.takesSpend && line.purpose && (
        <p className="mut sm">
          Imported spend of its campaigns in {year}: <b>{say(spend)}</b>.
        </p>
      )}
      {entries.length === 0 && <p className="mut sm">No invoice is recorded by hand.</p>}
      <ul className={css.list}>
        {entries.slice(0, all ? undefined : FIRST).map((e) => (
          <li key={e.id}>
            <span className={e.struck ? css.struck : undefined}>
              {e.what}
              <small>
                {dayWords(e.on, today)}
                {e.ref && `, ${e.ref}`}
                {e.paid &&
                  ` · ${moneyFull(e.paid)} at ${e.paid.rate}${e.paid.inverse ? ' the other way round' : ''} of ${dayWords(e.paid.day, today)}`}
                {e.commitment && ` · pays ${line.commitments.find((c) => c.id === e.commitment)?.what ?? 'a commitment'}`}
              </small>
              {e.struck && <small className="agreed">{noteOf(e.struck)}</small>}
            </span>
            <span className={css.amount}>
              {say(e.minor)}
              {writes && e.struck === null && (
                <>
                  {' '}
                  <Button kind="quiet" size="small" onPress={() => setStriking(e)}>
                    Strike out
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!all && entries.length > FIRST && (
        <button type="button" className="lnk sm" onClick={() => setAll(true)}>
          Show all {entries.length}
        </button>
      )}
      {striking && (
        <WhyDialog
          title={`Strike out “${striking.what}”?`}
          does="Strike it out"
          onClose={() => setStriking(null)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'budget/strike', id: line.id, entry: striking.id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">It stays in the record, no longer counts, and what it paid of a commitment is open again.</p>
        </WhyDialog>
      )}
    </section>
  );
};
