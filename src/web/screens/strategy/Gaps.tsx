import { Link } from 'wouter';
import { gapsOf, type Cascade, type Gap } from '../../../views/agree/cascade.ts';
import { capital, count, days, plural } from '../../../views/words/format.ts';
import { Table, type Column } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import css from './Gaps.module.css';

const KIND_WORDS: { readonly [K in Gap['kind']]: string } = {
  starved: 'Starved',
  bare: 'Not measurable',
  adrift: 'Adrift',
  orphan: 'Orphan',
};
const FIRST = 12;

/** Outcomes without work, and work without an outcome: every break, with where to mend it. */
export const Gaps = ({ cascade }: { readonly cascade: Cascade }) => {
  const phone = useNarrow();
  const gaps = gapsOf(cascade);
  const n = (kind: Gap['kind']): number => gaps.filter((g) => g.kind === kind).length;
  const lost = gaps.reduce((sum, g) => sum + (g.days ?? 0), 0);
  const unsized = gaps.filter((g) => g.kind === 'orphan' && g.days === null).length;
  const columns: Column<Gap>[] = [
    { key: 'kind', head: 'Break', width: phone ? '86px' : '130px', cell: (g) => <Tag kind="gap">{KIND_WORDS[g.kind]}</Tag> },
    { key: 'name', head: 'What', cell: (g) => <Link href={g.href}>{g.name}</Link> },
    ...(phone ? [] : [{ key: 'why', head: 'Why', cell: (g: Gap) => <span className="mut">{capital(g.why)}</span> }]),
    {
      key: 'days',
      head: 'Effort',
      number: true,
      cell: (g) => (g.days === null ? <span className="dim">{g.kind === 'orphan' ? 'no size' : ''}</span> : days(g.days)),
    },
  ];
  if (gaps.length === 0)
    return (
      <section className={css.gaps}>
        <h2>Nothing is broken</h2>
        <p className="mut">Every outcome that runs has work, and all open work serves one.</p>
      </section>
    );
  return (
    <section className={css.gaps} aria-labelledby="gaps">
      <h2 id="gaps">Outcomes without work, and work without an outcome</h2>
      <p className="mut">
        {[
          n('starved') > 0 && plural(n('starved'), 'starved outcome'),
          n('bare') > 0 && plural(n('bare'), 'objective that nothing measures', 'objectives that nothing measures'),
          n('adrift') > 0 && plural(n('adrift'), 'priority adrift', 'priorities adrift'),
          n('orphan') > 0 && `${count(n('orphan'))} orphaned work ${n('orphan') === 1 ? 'item' : 'items'}`,
        ]
          .filter((part) => part !== false)
          .map((part, i) => (i === 0 ? capital(part) : part))
          .join(', ')}
        {lost > 0 && `. ${capital(days(lost))} of work serve no outcome`}
        {unsized > 0 && `, and ${count(unsized)} of the items have no size`}.
      </p>
      <Table label="Breaks" columns={columns} rows={gaps.slice(0, FIRST)} keyOf={(g) => `${g.kind} ${g.href}`} />
      {gaps.length > FIRST && (
        <details className={css.more}>
          <summary>{count(gaps.length - FIRST)} more</summary>
          <Table label="More breaks" columns={columns} rows={gaps.slice(FIRST)} keyOf={(g) => `${g.kind} ${g.href}`} />
        </details>
      )}
    </section>
  );
};
