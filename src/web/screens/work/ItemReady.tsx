import { useState } from 'react';
import { Link } from 'wouter';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { Item } from '../../../domain/backlog/item.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { orderOf, stateOf } from '../../../views/work/backlog.ts';
import { contradictions } from '../../../views/work/contradictions.ts';
import { readinessOf, type Asked } from '../../../views/work/ready.ts';
import { Tag } from '../../components/Tag.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import css from './ItemParts.module.css';

/** Ready to start? Each question with its answer, and what has to be finished first. */
export const ItemReady = ({ item, onSize }: { readonly item: Item; readonly onSize: () => void }) => {
  const { book, may, ask, noteOf } = useCompany();
  const [answering, setAnswering] = useState<Asked | null>(null);
  const [adding, setAdding] = useState(false);
  const asked = readinessOf(book, item);
  const open = asked.filter((a) => !a.answered).length;
  const mayAnswer = may('item/answer') && !item.retired;
  const behind = new Set(contradictions(book, orderOf(book)).flatMap((c) => (c.item === item.id ? [c.needs] : [])));
  const needed = item.needs.flatMap((id) => book.item.get(id) ?? []);
  const tell = (answer: ReturnType<typeof ask>): void => {
    if (!answer.ok) say({ kind: 'problem', text: answer.words });
  };
  return (
    <section className={css.part}>
      <h3>
        Ready to start?{' '}
        {open === 0 ? <Tag kind="ok">ready</Tag> : <Tag kind="early">{open === 1 ? 'one question' : `${open} questions`} open</Tag>}
      </h3>
      <ul className={css.ready}>
        {asked.map((one) => (
          <li key={one.question}>
            {one.answered ? (
              <IconCheck size={16} stroke={1.8} className={css.yes} aria-label="answered" />
            ) : (
              <IconCircleDashed size={16} stroke={1.6} className={css.no} aria-label="open" />
            )}
            <span>
              {one.question === 'sized' && one.answered ? (
                `Sized: ${one.fact}`
              ) : one.fact && !one.note ? (
                <>Depends: {one.fact}</>
              ) : one.note ? (
                <>
                  {one.text} <q className="agreed">{noteOf(one.note) || 'The words may not be shown, or were erased.'}</q>
                </>
              ) : (
                one.text
              )}{' '}
              {mayAnswer &&
                (one.question === 'sized' ? (
                  <button type="button" className="lnk" onClick={onSize}>
                    {one.answered ? 'Change' : 'Size it'}
                  </button>
                ) : (
                  <button type="button" className="lnk" onClick={() => setAnswering(one)}>
                    {one.note ? 'Change' : 'Answer'}
                  </button>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {needed.length > 0 && (
        <ul className={css.needs} aria-label="Needs first">
          {needed.map((other) => (
            <li key={other.id}>
              needs <Link href={HREF.item(other.id)}>{`${other.ref} ${other.title}`}</Link> <span className="dim">{stateOf(other)}</span>{' '}
              {behind.has(other.id) && <Tag kind="warn">the order puts it later</Tag>}{' '}
              {mayAnswer && (
                <button type="button" className="lnk" onClick={() => tell(ask([{ type: 'item/undepend', id: item.id, needs: other.id }]))}>
                  Take away
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAnswer &&
        (adding ? (
          <SelectField
            label="Needs first"
            value={null}
            placeholder="An item that must be finished before"
            choices={orderOf(book)
              .filter((id) => id !== item.id && !item.needs.includes(id))
              .map((id) => ({ value: id, label: `${book.item.get(id)!.ref} ${book.item.get(id)!.title}` }))}
            onChange={(needs) => {
              if (needs) tell(ask([{ type: 'item/depend', id: item.id, needs: needs as ItemId }]));
              setAdding(false);
            }}
          />
        ) : (
          <button type="button" className="lnk sm" onClick={() => setAdding(true)}>
            Add what it needs first
          </button>
        ))}
      {answering && (
        <WhyDialog
          title={answering.text}
          does="Keep the answer"
          label="Answer"
          onClose={() => setAnswering(null)}
          onWhy={(answer, note) => {
            const said = ask([{ type: 'item/answer', id: item.id, question: answering.question, answer }], { notes: [note] });
            return said.ok ? null : said.words;
          }}
        />
      )}
    </section>
  );
};
