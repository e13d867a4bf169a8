import { useState } from 'react';
import { Link } from 'wouter';
import { current, type Guidepoint, type NewTerms, type Reason } from '../../../domain/guidepoint/guidepoint.ts';
import type { OutcomeId, PersonId } from '../../../kernel/ids.ts';
import { quarterAfter } from '../../../kernel/fiscal.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { REASON_WORDS } from '../../../views/words/reasons.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceField, type Option } from '../../components/fields/ChoiceField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './GuidepointPage.module.css';
import { Invalidates } from './Invalidates.tsx';
import { TermsFields } from './TermsFields.tsx';

/** What people say instead; each is shown, disabled, with where to take it. */
type NoReason = 'rather' | 'short' | 'asked' | 'busy';
const isReason = (said: Reason | NoReason): said is Reason => Object.hasOwn(REASON_WORDS, said);

/** What moved, in which words, what it would read then, who approves; and what it would cost. */
export const ChangeForm = ({ guidepoint, onDone }: { readonly guidepoint: Guidepoint; readonly onDone: () => void }) => {
  const { book, company, me, nameOf, ask } = useCompany();
  const v = current(guidepoint);
  const { period } = guidepoint;
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [statement, setStatement] = useState(v.statement);
  const [outcomes, setOutcomes] = useState<readonly OutcomeId[]>(v.outcomes.map((o) => o.outcome));
  const [terms, setTerms] = useState<readonly NewTerms[]>([]);
  const mayApprove = (id: PersonId): boolean => id !== me && (company.members[id]?.seats ?? []).some((s) => v.seats.includes(s));
  const [approver, setApprover] = useState<PersonId | null>(
    () => (Object.keys(company.members) as PersonId[]).find((id) => !company.members[id]!.left && mayApprove(id)) ?? null,
  );
  const [refused, setRefused] = useState<string | null>(null);
  const note = { id: newId('n'), text: words.trim() };
  const command = {
    type: 'guidepoint/ask-change',
    period,
    change: newId('x'),
    reason: reason ?? 'objective-changed',
    words: note.id,
    terms,
    approver: approver ?? me,
    statement: statement.trim(),
    outcomes,
    seats: v.seats,
  } as const;
  const rule = useRule([command]);
  const missing =
    reason === null ? 'Say what moved' : words.trim() === '' ? 'Say it in your words' : approver === null ? 'Choose who approves' : rule;
  const left = v.outcomes.filter((o) => !outcomes.includes(o.outcome)).map((o) => o.outcome);
  const joined = outcomes.filter((o) => !v.outcomes.some((was) => was.outcome === o));
  const touched =
    statement.trim() === v.statement && left.length + joined.length + terms.length > 0
      ? [...new Set([...terms.map((t) => t.outcome), ...left])]
      : v.outcomes.map((o) => o.outcome);
  const send = (): void => {
    if (missing) return;
    const answer = ask([command], { notes: [note] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `Sent to ${nameOf(approver)}.` });
    onDone();
  };
  const next = quarterWords(quarterAfter(company.fiscal, period).id);
  const options: Option<Reason | NoReason>[] = [
    ...(Object.keys(REASON_WORDS) as Reason[]).map((r) => ({ value: r, text: REASON_WORDS[r] })),
    {
      value: 'rather',
      text: 'We would rather do something else',
      not: true,
      small: (
        <>
          Not a reason. Put it into{' '}
          <Link href={`/agree/guidepoint/${quarterAfter(company.fiscal, period).id}`} className="lnk">
            the Guidepoint for {next}
          </Link>
          .
        </>
      ),
    },
    {
      value: 'short',
      text: 'The target will not be reached',
      not: true,
      small: (
        <>
          Not a reason. Say how{' '}
          <Link href={`/agree/outcomes/${v.outcomes[0]!.outcome}`} className="lnk">
            confident you are of the outcome
          </Link>
          , and score it when it is due.
        </>
      ),
    },
    {
      value: 'asked',
      text: 'Somebody asked for something',
      not: true,
      small: (
        <>
          Not a reason. It goes through{' '}
          <Link href="/work/requests" className="lnk">
            the requests
          </Link>
          , and takes its place in the order.
        </>
      ),
    },
    {
      value: 'busy',
      text: 'There is too much to do',
      not: true,
      small: (
        <>
          Not a reason. Cut in{' '}
          <Link href={`/plan/blueprint/${period}`} className="lnk">
            the Blueprint
          </Link>
          : in, therefore out.
        </>
      ),
    },
  ];
  return (
    <div className={css.stack}>
      <Form onSubmit={send}>
        <ChoiceField label="What moved?" value={reason} onChange={(r) => isReason(r) && setReason(r)} options={options} />
        <WordsField
          label="In your words"
          placeholder="The board moved the Nordic launch from 2027 to this autumn."
          value={words}
          onChange={setWords}
        />
        <WordsField label="It would then read" value={statement} onChange={setStatement} maxLength={600} />
        <TermsFields book={book} version={v} outcomes={outcomes} onOutcomes={setOutcomes} terms={terms} onTerms={setTerms} />
        <PersonField
          label="Who approves?"
          hint="Somebody else, who signs for one of its seats."
          value={approver}
          onChange={setApprover}
          among={mayApprove}
          clearable={false}
        />
        <Invalidates guidepoint={guidepoint} touched={touched} />
        {refused && <Note kind="off">{refused}</Note>}
        <div className={css.buttons}>
          <Button kind="primary" submit forbid={missing}>
            {approver ? `Send to ${nameOf(approver)}` : 'Send'}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            Cancel
          </Button>
        </div>
      </Form>
    </div>
  );
};
