import { useState } from 'react';
import { quarterNamed } from '../../../kernel/fiscal.ts';
import { holdersOf } from '../../../views/agree/signed.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Form } from '../../components/Form.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './DraftPage.module.css';
import { PeriodNav } from './PeriodNav.tsx';
import { useDraft, type Draft } from './wording.ts';
import { WordingFields } from './WordingFields.tsx';

const MOST = 5;

/** A quarter without a Guidepoint: the place to draft it, or what will stand here. */
export const DraftPage = ({ period }: { readonly period: string }) => {
  const { id, book, company, may, ask } = useCompany();
  const { draft, setDraft, forget } = useDraft(id, period, useFirst(period));
  const [refused, setRefused] = useState<string | null>(null);
  const command = { type: 'guidepoint/propose', period, ...draft } as const;
  const rule = useRule([command]);
  const propose = (): void => {
    const answer = ask([command]);
    if (!answer.ok) return setRefused(answer.words);
    forget();
    say({ kind: 'done', text: 'Put forward. It waits for those who sign.' });
  };
  const outcomes = [...book.outcome.values()].filter((o) => !o.retired);
  return (
    <>
      <Head
        title={`Nobody has drafted the Guidepoint for ${quarterWords(period)} yet.`}
        sub="One statement of what success means for the quarter, with one to five outcomes, signed by those who depend on it. Once all have signed, it is locked."
        actions={<PeriodNav period={period} />}
      />
      {!may('guidepoint/propose') ? (
        <Empty outline={<Outline />}>An owner or a marketer of {company.name} drafts it; then it waits here for signatures.</Empty>
      ) : outcomes.length === 0 ? (
        <Empty
          outline={<Outline />}
          action={
            <Button kind="primary" href="/agree/outcomes?do=add">
              Name an outcome first
            </Button>
          }
        >
          A Guidepoint rests on outcomes: a metric, where it stands, where it must be, and by when.
        </Empty>
      ) : (
        <div className={css.draft}>
          <Form onSubmit={() => !rule && propose()}>
            <WordingFields draft={draft} onChange={setDraft} />
            {refused && <Note kind="off">{refused}</Note>}
            <div className={css.buttons}>
              <Button kind="primary" submit forbid={rule}>
                Put it forward
              </Button>
              <span className="sm dim">Until then the draft stays in this browser.</span>
            </div>
          </Form>
        </div>
      )}
    </>
  );
};

/** Outcomes due in the quarter, and the seats that somebody holds. */
const useFirst = (period: string): Draft => {
  const { book, company } = useCompany();
  const quarter = quarterNamed(company.fiscal, period)!;
  const due = [...book.outcome.values()].filter((o) => !o.retired && o.due >= quarter.from && o.due < quarter.to);
  return {
    statement: '',
    outcomes: due.slice(0, MOST).map((o) => o.id),
    seats: company.seats.filter((s) => holdersOf(book, s.id).length > 0).map((s) => s.id),
  };
};

const Outline = () => (
  <>
    <i style={{ width: '80%', height: 26 }} />
    <i style={{ width: '62%', height: 26 }} />
    <i style={{ width: '30%', marginTop: 26 }} />
  </>
);
