import type { Definition } from '../../../domain/audience/segment.ts';
import type { MemberRow, Preview } from '../../../views/audience/audience.ts';
import { count, percent } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Note } from '../../components/Note.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './Editor.module.css';

const FIRST = 12;

/** Who belongs by a definition: how many, and the first of them, counted while it is written. */
export const MembersPreview = ({ definition }: { readonly definition: Definition | null }) => {
  const asked = definition ?? { of: 'account' as const, where: { join: 'all' as const, parts: [] } };
  const facts = useFacts('audience preview', { ...asked, limit: FIRST }, definition !== null);
  if (!definition)
    return (
      <aside className={css.preview} aria-label="Who belongs">
        <h2>Who belongs</h2>
        <p className="mut">Counted as soon as a condition is complete.</p>
      </aside>
    );
  return (
    <aside className={css.preview} aria-label="Who belongs" aria-live="polite">
      <h2>Who belongs</h2>
      <Answered of={facts} what="who belongs" lines={4}>
        {(preview) => <Members preview={preview} of={definition.of} />}
      </Answered>
    </aside>
  );
};

export const Members = ({ preview, of }: { readonly preview: Preview; readonly of: Definition['of'] }) => {
  if (preview.missing || preview.size === null)
    return (
      <Note kind="risk">
        No file brings {preview.missing?.on}.{preview.missing?.field}. Load one that does, or choose another field.
      </Note>
    );
  const noun = of === 'account' ? 'account' : 'contact';
  const blank = preview.blank.filter(({ n }) => n > 0);
  const columns: Column<MemberRow>[] = [
    { key: 'name', head: of === 'account' ? 'Account' : 'Contact', cell: (r) => r.name ?? <span className="dim">{r.id}</span> },
    ...(of === 'contact'
      ? [{ key: 'beside', head: 'Account', cell: (r: MemberRow) => r.beside ?? <span className="dim">none</span> }]
      : []),
    ...preview.columns
      .map((head, i): Column<MemberRow> => ({ key: head, head, cell: (r) => r.values[i] ?? <span className="dim">blank</span> }))
      .filter(({ key }) => key !== 'name'),
  ];
  return (
    <>
      <p className={css.size}>
        <b className="num">{count(preview.size)}</b> of {count(preview.of)} {noun}s
        {preview.of > 0 && <span className="dim"> ({percent(preview.size / preview.of)})</span>}
      </p>
      {blank.length > 0 && (
        <p className="dim xs">
          {blank.map(({ field, n }) => `${count(n)} say nothing in ${field}`).join(', ')}. What is blank meets no condition but “is blank”,
          “is not” and “does not contain”.
        </p>
      )}
      {preview.size === 0 ? (
        <p className="mut">Nobody does. Loosen a condition, or look at how the file spells the value.</p>
      ) : (
        <Table label="The first members" height="70vh" columns={columns} rows={preview.rows} keyOf={(r) => r.id} />
      )}
      {preview.size > preview.rows.length && <p className="dim xs">and {count(preview.size - preview.rows.length)} more, by name</p>}
    </>
  );
};
