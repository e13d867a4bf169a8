import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Variant } from '../../../domain/campaign/criteria.ts';
import { leftOn } from '../../../domain/campaign/set-aside.ts';
import { addDays } from '../../../kernel/day.ts';
import type { BudgetId, SegmentId } from '../../../kernel/ids.ts';
import { moneyFull } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { CampaignFields, type CampaignDraft } from '../market/CampaignFields.tsx';

/** Variants as people write them: one a line, "name" or "name, 2" with its weight. */
const variantsIn = (text: string): Variant[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.*?),\s*(\d+(?:\.\d+)?)$/.exec(line);
      return found ? { name: found[1]!, weight: Number(found[2]) } : { name: line, weight: 1 };
    });
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** Plans a campaign with its brief, in one batch. */
export const BriefDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { ask, book, company, me, today } = useCompany();
  const [, go] = useLocation();
  const [draft, setDraft] = useState<CampaignDraft>({
    name: '',
    channel: '',
    from: addDays(today, 7),
    to: addDays(today, 35),
    budgetMinor: null,
    item: null,
    why: '',
  });
  const [believe, setBelieve] = useState('');
  const [segment, setSegment] = useState<SegmentId | null>(null);
  const [line, setLine] = useState<BudgetId | null>(null);
  const [variants, setVariants] = useState('');
  const [randomised, setRandomised] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const tracking = key ?? keyOf(draft.name);
  const named = variantsIn(variants);
  const add = (): void => {
    const { why, ...terms } = draft;
    const hypothesis = { id: newId('n'), text: believe.trim() };
    const foundational = terms.item === null && why.trim() !== '' ? { id: newId('n'), text: why.trim() } : null;
    const id = newId('c');
    const answer = ask(
      [
        {
          type: 'campaign/plan',
          id,
          ...terms,
          key: tracking,
          aliases: [],
          foundational: foundational?.id ?? null,
          owner: me === 'p_operator' ? null : me,
        },
        {
          type: 'campaign/brief',
          id,
          hypothesis: hypothesis.id,
          segment,
          line,
          variants: named.length > 0 ? named : [{ name: draft.name.trim(), weight: 1 }],
          randomised: named.length > 1 && randomised,
        },
      ],
      { notes: [hypothesis, ...(foundational ? [foundational] : [])] },
    );
    if (!answer.ok) return setRefused(answer.words);
    go(`/market/micro/${id}`);
  };
  const missing =
    draft.name.trim() === ''
      ? 'Give it a name'
      : draft.channel.trim() === ''
        ? 'Name its channel'
        : believe.trim() === ''
          ? 'Say what you believe'
          : null;
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Brief a micro-campaign"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Write the brief
          </Button>
        </>
      }
    >
      <WordsField label="We believe" hint="One sentence that could turn out wrong." value={believe} onChange={setBelieve} maxLength={600} />
      <CampaignFields draft={draft} onChange={setDraft} />
      <SelectField
        label="Budget line"
        optional
        hint="Its money is set aside at the start, never more than the line has left."
        value={line}
        onChange={(one) => setLine(one as BudgetId | null)}
        choices={[...book.budget.values()]
          .filter((one) => !one.retired && one.currency === company.currency)
          .map((one) => ({ value: one.id, label: `${one.name}, ${moneyFull({ minor: leftOn(book, one), currency: one.currency })} left` }))}
        placeholder="It costs no money"
        clearable
      />
      <SelectField
        label="Audience"
        optional
        value={segment}
        onChange={(one) => setSegment(one as SegmentId | null)}
        choices={[...book.segment.values()].filter((s) => !s.retired).map((s) => ({ value: s.id, label: s.name }))}
        placeholder="No segment"
        clearable
      />
      <WordsField
        label="Variants"
        optional
        hint="One a line, the one that others are compared with first; “name, 2” gets twice the cases."
        value={variants}
        onChange={setVariants}
        maxLength={900}
      />
      {named.length > 1 && (
        <CheckField checked={randomised} onChange={setRandomised}>
          Chance decides who gets which: only then does a difference show what a variant caused
        </CheckField>
      )}
      <TextField label="Tracking key" hint="What stands in its links as utm_campaign." value={tracking} onChange={setKey} maxLength={120} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
