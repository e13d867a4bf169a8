import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { ItemId, PriorityId, TeamId } from '../../../kernel/ids.ts';
import { alarmOf } from '../../../views/delivery/alarm.ts';
import { consequence } from '../../../views/delivery/moved.ts';
import { cutOf } from '../../../views/delivery/cut.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { AddItem } from './AddItem.tsx';
import { AssumeDialog } from './AssumeDialog.tsx';
import { BacklogAlarm } from './BacklogAlarm.tsx';
import { BacklogLegend } from './BacklogLegend.tsx';
import { BacklogList } from './BacklogList.tsx';
import css from './BacklogScreen.module.css';
import { BacklogTools } from './BacklogTools.tsx';
import { DoneList } from './DoneList.tsx';
import { ItemDrawer } from './ItemDrawer.tsx';
import { Mover } from './Mover.tsx';
import { titleOf } from './title.ts';
import { useDates, useRows } from './use-backlog.ts';
import { useGrip, type Hand } from './use-order.ts';
import { usePlace } from './use-place.ts';

/** The Backlog: one ordered list, when each item is finished, and what a move does to all the others. */
export const BacklogScreen = () => {
  const { book, today, may } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const only = { priority: search.get('priority') as PriorityId | null, team: search.get('team') as TeamId | null };
  const [part, setPart] = useState<'open' | 'done'>('open');
  const [adding, setAdding] = useState(search.get('do') === 'add');
  const [assuming, setAssuming] = useState(search.get('do') === 'assume');
  const [moving, setMoving] = useState<ItemId | null>(null);
  const [announced, setAnnounced] = useState('');
  const rows = useRows(only);
  const place = usePlace(rows.ids);
  const grip = useGrip(rows.ids);
  const { held } = grip;
  const now = useDates(rows, held);
  const drop = (): void => {
    if (held && held.from !== held.to) setAnnounced(place(held, consequence(held.item, now.shifts)) ?? 'It was put back.');
    grip.putBack();
  };
  const hand: Hand = { ...grip, drop };
  useKey('n', 'Add an item', () => setAdding(true), may('item/add'));
  const narrowed = only.priority !== null || only.team !== null;
  const { title, sub } = titleOf(book, today, now, held, only.priority);
  const alarm = alarmOf(now.before);
  const { ruling } = now.before.ground;
  return (
    <>
      <Head
        title={title}
        sub={sub}
        actions={
          may('item/add') && (
            <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setAdding(true)}>
              Add item
            </Button>
          )
        }
      />
      <p className="unseen" aria-live="polite">
        {held
          ? held.by === 'keyboard'
            ? `${book.item.get(held.item)!.ref} in the hand, place ${held.to + 1} of ${rows.ids.length}. Arrows move it, Space lets go, Escape puts it back.`
            : ''
          : announced}
      </p>
      {alarm && <BacklogAlarm alarm={alarm} delivery={now.before} cut={cutOf(book, today).length > 0} />}
      {ruling.basis === 'none' && rows.ids.length > 0 && (
        <div className={css.refusal}>
          <b>No dates yet.</b> {ruling.why} {ruling.needs}
        </div>
      )}
      <BacklogTools list={rows.list} shown={part} onShow={setPart} onAssume={() => setAssuming(true)} />
      {part === 'done' ? (
        <DoneList rows={rows.list.done} />
      ) : rows.shown.length === 0 ? (
        <Empty
          action={
            narrowed ? (
              <Button href="/work/backlog">Show the whole list</Button>
            ) : (
              may('item/add') && <Button onPress={() => setAdding(true)}>Add the first item</Button>
            )
          }
        >
          {narrowed
            ? 'Nothing that is open stands here.'
            : 'Each item stands here in the agreed order with the outcome it serves, its size, who asked for it in which words, and when it will be finished.'}
        </Empty>
      ) : (
        <>
          <BacklogList now={now} hand={hand} movable={!narrowed} onMove={setMoving} />
          {now.before.lines && <BacklogLegend />}
        </>
      )}
      {moving && (
        <Mover
          item={moving}
          now={now}
          onClose={() => setMoving(null)}
          onPlace={(placing, words) => setAnnounced(place(placing, words) ?? '')}
        />
      )}
      {assuming && <AssumeDialog ground={now.before.ground} onClose={() => setAssuming(false)} />}
      {adding && <AddItem priority={only.priority} onClose={() => setAdding(false)} />}
      {id && book.item.has(id as ItemId) && <ItemDrawer id={id as ItemId} order={rows.ids} />}
    </>
  );
};
