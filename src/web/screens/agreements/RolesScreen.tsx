import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { dutyGaps, gapsOf } from '../../../domain/agreements/duty-gaps.ts';
import type { DutyOf } from '../../../domain/agreements/duty.ts';
import type { Book } from '../../../domain/book.ts';
import { quarterOf } from '../../../kernel/fiscal.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { columnsOf, gapWords, linesOf, matrixTitle } from '../../../views/agreements/duty-matrix.ts';
import { capital, plural, quarterWords } from '../../../views/words/format.ts';
import { Empty } from '../../components/Empty.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { AgreeTabs } from './AgreeTabs.tsx';
import { RolesDrawer } from './RolesDrawer.tsx';
import { RolesList } from './RolesList.tsx';
import { RolesMatrix } from './RolesMatrix.tsx';
import css from './RolesScreen.module.css';

const KINDS = ['priorities', 'outcomes', 'objectives'] as const;
type Of = (typeof KINDS)[number];
const WORD: { readonly [K in Of]: string } = { priorities: 'priority', outcomes: 'outcome', objectives: 'objective' };
/** Findings that are named at once; the rest unfold. */
const MOST = 4;

type Thing = { readonly id: DutyOf; readonly title: string; readonly owner: PersonId | null };

/** Who does what: people by priorities (or outcomes, or objectives), gaps as findings, editable in place. */
export const RolesScreen = () => {
  const { book, company, today, nameOf } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [wish, setWish] = useSearchParams();
  const [all, setAll] = useState(false);
  const narrow = useNarrow();
  const of: Of = KINDS.find((k) => k === wish.get('of')) ?? 'priorities';
  const now = quarterOf(company.fiscal, today).id;
  const periods = [...new Set([...book.priority.values()].map((p) => p.period))].toSorted().toReversed();
  const period = wish.get('period') ?? (periods.includes(now) ? now : (periods[0] ?? now));
  const things = thingsOf(book, of, period);
  const lines = linesOf(book, things);
  const gaps =
    of === 'priorities' ? dutyGaps(book, period) : things.flatMap((t) => (book.duty.has(t.id) ? gapsOf(book, t.id, t.owner) : []));
  const told = gaps.map((gap) => gapWords(gap, book, nameOf));
  const here = `?${new URLSearchParams({ of, period }).toString()}`;
  return (
    <>
      <Head
        title={matrixTitle(lines, gaps, WORD[of], of)}
        sub={
          of === 'priorities'
            ? `Roles and responsibilities in the priorities of ${quarterWords(period)}. Exactly one person answers for each.`
            : `Roles and responsibilities in the ${of} that stand.`
        }
      />
      <AgreeTabs current="/agree/agreements" />
      <div className={css.filters}>
        <Segments
          label="Roles in"
          value={of}
          choices={KINDS.map((value) => ({ value, text: capital(value) }))}
          onChoose={(value) => setWish({ of: value, period })}
        />
        {of === 'priorities' && periods.length > 1 && (
          <SelectField
            label="Quarter"
            value={period}
            onChange={(value) => setWish({ of, period: value ?? now })}
            choices={periods.map((value) => ({ value, label: quarterWords(value) }))}
          />
        )}
      </div>
      {told.length > 0 && (
        <ul className={css.gaps} aria-label="Gaps">
          {told.slice(0, all ? told.length : MOST).map((gap) => (
            <li key={gap.text}>
              <Note
                kind="risk"
                action={
                  <Link href={`/agree/agreements/${gap.of}${here}`} className="lnk">
                    {gap.todo}
                  </Link>
                }
              >
                {gap.text}
              </Note>
            </li>
          ))}
          {told.length > MOST && (
            <li>
              <button type="button" className="lnk sm" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? 'Show fewer' : capital(plural(told.length - MOST, 'more gap'))}
              </button>
            </li>
          )}
        </ul>
      )}
      {lines.length === 0 ? (
        <Empty>
          {of === 'priorities'
            ? `${quarterWords(period)} has no priorities yet. Once it has, this page says who is responsible, accountable, consulted and informed for each.`
            : `No ${of} stand yet. Once they do, this page says who has which role in each.`}
        </Empty>
      ) : narrow ? (
        <RolesList lines={lines} here={here} />
      ) : (
        <RolesMatrix lines={lines} columns={columnsOf(book, lines, nameOf)} here={here} />
      )}
      {id && things.some((t) => t.id === id) && <RolesDrawer key={id} of={id as DutyOf} order={things.map((t) => t.id)} here={here} />}
    </>
  );
};

const thingsOf = (book: Book, of: Of, period: string): Thing[] => {
  if (of === 'priorities')
    return [...book.priority.values()]
      .filter((p) => p.period === period && !p.retired)
      .map(({ id, title, owner }) => ({ id, title, owner }));
  if (of === 'outcomes')
    return [...book.outcome.values()].filter((o) => !o.retired).map(({ id, name: title, owner }) => ({ id, title, owner }));
  return [...book.objective.values()].filter((o) => !o.retired).map(({ id, statement: title, owner }) => ({ id, title, owner }));
};
