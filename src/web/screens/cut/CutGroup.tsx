import { useState } from 'react';
import { Link } from 'wouter';
import type { ItemId } from '../../../kernel/ids.ts';
import type { CutGroup as Group, CutRow } from '../../../views/delivery/cut.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayWords, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './CutScreen.module.css';

type Props = {
  readonly group: Group;
  readonly marked: ReadonlySet<ItemId>;
  readonly onMark: (items: readonly ItemId[], on: boolean) => void;
  readonly forbid: string | null;
  /** Answers with a refusal in words, or null. `reason` null: each row's own. */
  readonly onCut: (rows: readonly CutRow[], reason: string | null) => string | null;
};

/** Items with one and the same doubt: marked one by one or all at once, and removed with a reason. */
export const CutGroup = ({ group, marked, onMark, forbid, onCut }: Props) => {
  const { today, noteOf } = useCompany();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const ids = group.rows.map(({ row }) => row.item.id);
  const chosen = group.rows.filter(({ row }) => marked.has(row.item.id));
  const all = chosen.length === group.rows.length;
  return (
    <section className={css.group} aria-label={group.title}>
      <header>
        <h2>
          {group.title} <span className="dim">{group.rows.length}</span>
        </h2>
        <p className="sm mut">{group.meaning}</p>
        <Button size="small" onPress={() => onMark(ids, !all)}>
          {all ? 'Keep all' : 'Mark all'}
        </Button>
      </header>
      <ul>
        {group.rows.map(({ row: { item, place, priority }, askedOn }) => (
          <li key={item.id} className={marked.has(item.id) ? css.marked : undefined}>
            <label>
              <input type="checkbox" checked={marked.has(item.id)} onChange={(event) => onMark([item.id], event.target.checked)} />
              <span className="unseen">Mark {item.ref}</span>
            </label>
            <span className={css.what}>
              <Link href={HREF.item(item.id)} className="lnk">
                {item.title}
              </Link>
              <small>
                {item.ref}, place {place}
                {priority && `, ${priority.title}`}
              </small>
              {item.request && noteOf(item.request.words) && <q className="agreed">{noteOf(item.request.words)}</q>}
            </span>
            <span className="nw dim sm">asked {dayWords(askedOn, today)}</span>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={css.act}>
          <WordsField
            label="Why they go"
            hint="Whoever asked reads it. Left empty, each gets the reason that holds for it."
            value={reason}
            onChange={setReason}
            optional
          />
          <p className="sm mut">For example: “{chosen[0]!.reason}”</p>
          <Button kind="primary" forbid={forbid} onPress={() => setRefused(onCut(chosen, reason.trim() === '' ? null : reason.trim()))}>
            Remove {plural(chosen.length, 'item')}
          </Button>
          {refused && <Note kind="off">{refused}</Note>}
        </div>
      )}
    </section>
  );
};
