import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { ItemId, PriorityId } from '../../../kernel/ids.ts';
import { backlog } from '../../../views/work/backlog.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { AddItem } from './AddItem.tsx';
import { BacklogList } from './BacklogList.tsx';
import css from './BacklogScreen.module.css';
import { DoneList } from './DoneList.tsx';
import { ItemDrawer } from './ItemDrawer.tsx';
import { useHand } from './use-order.ts';

/** The Backlog: one ordered list, what each item serves, and who asked for it. */
export const BacklogScreen = () => {
  const { book, may, ask } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const only = search.get('priority') as PriorityId | null;
  const [shown, setShown] = useState<'open' | 'done'>('open');
  const [adding, setAdding] = useState(search.get('do') === 'add');
  const list = backlog(book, only);
  const ids = list.rows.map((r) => r.item.id);
  const place = (item: ItemId, before: ItemId | null, was: ItemId | null): void => {
    const answer = ask([{ type: 'backlog/place', item, before }]);
    if (!answer.ok) return say({ kind: 'problem', text: answer.words });
    say({ kind: 'done', text: `${book.item.get(item)!.ref} moved.`, undo: () => void ask([{ type: 'backlog/place', item, before: was }]) });
  };
  const hand = useHand(ids, place);
  useKey('n', 'Add an item', () => setAdding(true), may('item/add'));
  const held = hand.held && list.rows[hand.held.from];
  const title = hand.held && held ? `${list.title.split(';')[0]}. Moving “${held.item.title}” to place ${hand.held.to + 1}.` : list.title;
  return (
    <>
      <Head
        title={title}
        sub={hand.held ? 'Let go to keep, Esc to put it back.' : list.scope}
        actions={
          may('item/add') && (
            <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setAdding(true)}>
              Add item
            </Button>
          )
        }
      />
      <div className={css.tools}>
        <Segments
          label="Which items"
          value={shown}
          choices={[
            { value: 'open', text: `In order, ${list.rows.length}` },
            { value: 'done', text: `Finished or dropped, ${list.done.length}` },
          ]}
          onChoose={setShown}
        />
        {only && (
          <Button kind="quiet" href="/work/backlog">
            Show all priorities
          </Button>
        )}
      </div>
      {shown === 'done' ? (
        <DoneList rows={list.done} />
      ) : list.rows.length === 0 ? (
        <Empty action={may('item/add') && <Button onPress={() => setAdding(true)}>Add the first item</Button>}>
          Each item stands here in the agreed order with the outcome it serves, its size, and who asked for it in which words.
        </Empty>
      ) : (
        <BacklogList rows={list.rows} hand={hand} movable={may('backlog/place') && !only} onPlace={place} />
      )}
      {adding && <AddItem priority={only} onClose={() => setAdding(false)} />}
      {id && book.item.has(id as ItemId) && <ItemDrawer id={id as ItemId} order={ids} />}
    </>
  );
};
