import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { ItemId, TeamId } from '../../../kernel/ids.ts';
import { board } from '../../../views/work/board.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { useDoneWork } from '../../state/done-work.ts';
import { ItemDrawer } from '../work/ItemDrawer.tsx';
import { useMoves } from '../work/use-moves.tsx';
import css from './Board.module.css';
import { Lane } from './Lane.tsx';
import { PracticeDialog } from './PracticeDialog.tsx';

/** The board: what is open, in progress, waiting and finished; limits, and what is getting old. */
export const BoardScreen = () => {
  const { book, today, may } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const team = search.get('team') as TeamId | null;
  const [ruling, setRuling] = useState(search.get('do') === 'practice');
  const { move, dialog } = useMoves();
  const found = board(book, today, team, useDoneWork());
  const teams = [...book.team.values()].filter((t) => !t.retired);
  const movable = may('item/start');
  return (
    <>
      <Head
        title={found.title}
        sub={found.sub}
        actions={
          <>
            <Button onPress={() => setRuling(true)}>How we work</Button>
            <Button href="/work/cycles">Cycles</Button>
          </>
        }
      />
      {teams.length > 0 && (
        <div className={css.tools}>
          <Segments
            label="Team"
            value={team ?? ''}
            choices={[{ value: '', text: 'All teams' }, ...teams.slice(0, 4).map((t) => ({ value: t.id as string, text: t.name }))]}
            onChoose={(chosen) => setSearch(chosen === '' ? {} : { team: chosen })}
          />
        </div>
      )}
      {book.item.size === 0 ? (
        <Empty action={may('item/add') && <Button href="/work/backlog?do=add">Add the first item</Button>}>
          Work stands here by how far it is: open, in progress, waiting, finished.
        </Empty>
      ) : (
        <div className={css.board}>
          {found.lanes.map((lane) => (
            <Lane key={lane.column} lane={lane} movable={movable} onMove={move} />
          ))}
        </div>
      )}
      {dialog}
      {ruling && <PracticeDialog first={team} onClose={() => setRuling(false)} />}
      {id && book.item.has(id as ItemId) && <ItemDrawer id={id as ItemId} order={orderOf(book)} base="/work/board" />}
    </>
  );
};
