import type { ReactNode } from 'react';
import type { Output } from '../../state/api.ts';
import { FATE_WORDS } from '../../../views/tracker/fates.ts';
import { MEANINGS, type Meaning } from '../../../views/tracker/systems.ts';
import { STANDINGS, type Standing } from '../../../views/tracker/words.ts';
import { capital, count, dayWords, days, list, plural, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './ImportWork.module.css';
import type { WorkWish } from './wish.ts';

type Preview = Output<'import-work'>['preview'];
type Props = {
  readonly preview: Preview;
  readonly wish: WorkWish;
  readonly busy: string | null;
  readonly trouble: ReactNode;
  readonly onWish: (wish: WorkWish) => void;
  readonly onLeave: () => void;
  readonly onTake: () => void;
};
const SYSTEMS = {
  jira: 'a Jira export',
  asana: 'an Asana export',
  trello: 'a Trello board',
  linear: 'a Linear export',
  lines: 'a list',
  table: 'a table',
};
const FATES = ['new', 'finished', 'updated', 'history', 'same', 'left-out', 'held'] as const;

/** What taking the file in would do: what it holds, what its words mean, what is held back. */
export const WorkPreview = ({ preview, wish, busy, trouble, onWish, onLeave, onTake }: Props) => {
  const { people, book, today } = useCompany();
  const { counts, questions } = preview;
  const members = book.company.get('company')?.members ?? {};
  const persons = [...people.values()]
    .filter((p) => members[p.id] && !members[p.id]!.left)
    .map((p) => ({ value: p.id as string, label: p.name }));
  const takes = counts.new + counts.finished + counts.updated + counts.history;
  const forbid =
    questions.length > 0 ? `${capital(plural(questions.length, 'question'))} to answer first` : takes === 0 ? 'Nothing in it is new' : null;
  const does = list([
    ...(counts.new > 0 ? [`add ${count(counts.new)}`] : []),
    ...(counts.finished > 0 ? [`count ${count(counts.finished)} as finished`] : []),
    ...(counts.updated > 0 ? [`update ${count(counts.updated)}`] : []),
    ...(counts.history > 0 ? [`keep ${count(counts.history)} as history`] : []),
  ]);
  const status = (name: string, means: Standing): void => onWish({ ...wish, statuses: { ...wish.statuses, [name]: means } });
  return (
    <>
      <Head
        title={`${preview.file} is ${SYSTEMS[preview.system]}: ${tally(takes, 'row')} to take in${counts.held > 0 ? `, ${count(counts.held)} held back` : ''}.`}
        sub={`Keys are known under “${preview.source}”; importing again under it brings items up to date. Nothing is written yet.`}
        actions={
          <>
            <Button onPress={onLeave}>Leave it</Button>
            <Button kind="primary" forbid={forbid} busy={busy !== null} onPress={onTake}>
              {takes === 0 ? 'Take it in' : capital(does)}
            </Button>
          </>
        }
      />
      {trouble}
      <ul className={css.counts}>
        {FATES.filter((fate) => counts[fate] > 0).map((fate) => (
          <li key={fate}>
            <b>{count(counts[fate])}</b> {FATE_WORDS[fate]}
          </li>
        ))}
      </ul>
      {questions.map((question) => (
        <Note key={question.id} kind="risk">
          {question.text}
          {question.id === 'day-order' && (
            <div className={css.inline}>
              <Segments
                label="How dates are read"
                value={wish.dayOrder ?? ''}
                choices={[
                  { value: 'day-first', text: 'Day first' },
                  { value: 'month-first', text: 'Month first' },
                ]}
                onChoose={(dayOrder) => onWish({ ...wish, dayOrder: dayOrder as 'day-first' | 'month-first' })}
              />
            </div>
          )}
        </Note>
      ))}
      {preview.findings.map((finding) => (
        <Note key={finding}>{finding}</Note>
      ))}
      {preview.pointsOpen && (
        <div className={css.narrow}>
          <NumberField
            label="A story point is"
            optional
            unit="person-days"
            value={(wish.daysPerPoint as number | undefined) ?? null}
            onChange={(daysPerPoint) => {
              if (daysPerPoint !== null && daysPerPoint > 0) onWish({ ...wish, daysPerPoint });
            }}
          />
        </div>
      )}
      {preview.statuses.length > 0 && (
        <section className={css.part}>
          <h2>What statuses mean</h2>
          <div className={css.maps}>
            {preview.statuses.map(({ status: name, n, means }) => (
              <SelectField
                key={name}
                label={`${name}, ${tally(n, 'row')}`}
                value={means}
                placeholder="Say what it means"
                onChange={(value) => value && status(name, value as Standing)}
                choices={Object.entries(STANDINGS).map(([value, label]) => ({ value, label }))}
              />
            ))}
          </div>
        </section>
      )}
      {preview.people.length > 0 && (
        <section className={css.part}>
          <h2>Who is who</h2>
          <div className={css.maps}>
            {preview.people.map(({ name, n, person }) => (
              <SelectField
                key={name}
                label={`${name}, ${tally(n, 'row')}`}
                value={person}
                placeholder="Nobody here"
                clearable
                onChange={(value) => onWish({ ...wish, people: { ...wish.people, [name]: value ?? 'nobody' } })}
                choices={persons}
              />
            ))}
          </div>
        </section>
      )}
      {preview.held.length > 0 && (
        <section className={css.part}>
          <h2>Held back</h2>
          <Table
            label="Rows held back"
            rows={preview.held}
            keyOf={(row) => `${row.line} ${row.column}`}
            columns={[
              { key: 'line', head: 'Row', number: true, cell: (row) => row.line },
              { key: 'column', head: 'Column', cell: (row) => row.column },
              { key: 'found', head: 'Found', cell: (row) => row.found || <span className="dim">nothing</span> },
              { key: 'todo', head: 'What to do', cell: (row) => `${row.text} ${row.todo}` },
            ]}
          />
        </section>
      )}
      <section className={css.part}>
        <h2>Rows</h2>
        <Table
          label="Rows of the file"
          rows={preview.rows}
          height="360px"
          keyOf={(row) => String(row.line)}
          columns={[
            { key: 'title', head: 'Title', cell: (row) => row.title },
            { key: 'key', head: 'Key', cell: (row) => row.key ?? '' },
            {
              key: 'fate',
              head: 'Becomes',
              cell: (row) => <Tag kind={row.fate === 'held' ? 'gap' : row.fate === 'new' ? 'ok' : 'plain'}>{FATE_WORDS[row.fate]}</Tag>,
            },
            { key: 'state', head: 'State', cell: (row) => STANDINGS[row.standing] },
            { key: 'size', head: 'Size', cell: (row) => (row.days === null ? (row.shirt ?? '') : days(row.days)) },
            { key: 'done', head: 'Done', cell: (row) => (row.done ? dayWords(row.done, today) : '') },
          ]}
        />
      </section>
      <section className={css.part}>
        <h2>What columns mean</h2>
        <div className={css.maps}>
          {preview.columns
            .filter((c) => c.filled > 0)
            .map((column) => (
              <SelectField
                key={column.header}
                label={column.header}
                hint={column.example.replaceAll('\n', ', ')}
                value={column.means}
                placeholder="Not used"
                clearable
                onChange={(value) =>
                  onWish({ ...wish, columns: { ...wish.columns, [column.header]: (value as Meaning | null) ?? 'nothing' } })
                }
                choices={Object.entries(MEANINGS).map(([value, label]) => ({ value, label }))}
              />
            ))}
        </div>
      </section>
    </>
  );
};
