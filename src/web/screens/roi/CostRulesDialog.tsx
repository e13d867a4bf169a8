import { useState } from 'react';
import { costRules } from '../../../domain/measurement/costs.ts';
import { dayWords, moneyFull } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';

/** What counts as cost: settled in versions by an owner or the seat of finance, with a reason. */
export const CostRulesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { book, company, me, role, ask, nameOf, today } = useCompany();
  const { rules, version } = costRules(book);
  const [draft, setDraft] = useState(rules);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const settles = role === 'owner' || (company.members[me]?.seats.includes('finance') ?? false);
  const latest = book.costs.get('rules')?.versions.at(-1);
  const go = (): void => {
    const why = newId('n');
    const answer = ask([{ type: 'costs/settle', rules: draft, why }], { notes: [{ id: why, text: words.trim() }] });
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const forbid = !settles ? 'An owner or the seat of finance settles it' : words.trim() === '' ? 'Say why, in a sentence' : null;
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="What counts as cost"
      onSubmit={() => forbid === null && go()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={forbid}>
            Settle version {version + 1}
          </Button>
        </>
      }
    >
      <p className="mut sm">
        {role === 'viewer'
          ? 'You see imported spend only: what else counts is for those who plan.'
          : latest
            ? `Version ${version}, settled by ${nameOf(latest.by)} on ${dayWords(latest.at.slice(0, 10), today)}${latest.rules.dayMinor === null ? '' : `: a day of work at ${moneyFull({ minor: latest.rules.dayMinor, currency: latest.rules.currency })}`}. Published numbers keep the version they were counted by.`
            : 'Nobody has settled it yet: imported spend and invoices on budget lines count, effort does not.'}
      </p>
      <CheckField checked={draft.spend} onChange={(spend) => setDraft({ ...draft, spend })}>
        Imported spend of ads and campaigns
      </CheckField>
      <CheckField checked={draft.lines} onChange={(lines) => setDraft({ ...draft, lines })}>
        Invoices recorded on budget lines
      </CheckField>
      <MoneyField
        label="Price of a day of work (empty: effort is no cost)"
        currency={draft.currency}
        value={draft.dayMinor}
        onChange={(dayMinor) => setDraft({ ...draft, dayMinor })}
      />
      <MoneyField
        label="Cost of sales a month (empty: not known)"
        currency={draft.currency}
        value={draft.salesMonthMinor}
        onChange={(salesMonthMinor) => setDraft({ ...draft, salesMonthMinor })}
      />
      <NumberField
        label="Gross margin, per cent (empty: not known)"
        value={draft.marginPercent}
        onChange={(marginPercent) => setDraft({ ...draft, marginPercent })}
        unit="%"
      />
      <NumberField
        label="Months over which a deal earns its amount (empty: once)"
        value={draft.termMonths}
        onChange={(termMonths) => setDraft({ ...draft, termMonths })}
        unit="months"
      />
      <WordsField label="Why" value={words} onChange={setWords} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
