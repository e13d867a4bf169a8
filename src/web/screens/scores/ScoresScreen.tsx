import { useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { ItemId } from '../../../kernel/ids.ts';
import { count, plural } from '../../../views/words/format.ts';
import {
  adoptedNow,
  adopting,
  overclaimed,
  scoresOf,
  scoresTitle,
  SCORE_NAMES,
  sortedBy,
  type ScoredItem,
  type ScoreName,
} from '../../../views/work/scores.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { ItemDrawer } from '../work/ItemDrawer.tsx';
import { ScoreFigure } from '../work/ItemScores.tsx';
import css from './Scores.module.css';

type Sort = 'agreed' | ScoreName;
const NAMES = Object.keys(SCORE_NAMES) as ScoreName[];

/** RICE, ICE, WSJF and outcome value side by side. A sort only shows; the agreed place stays beside every item. */
export const ScoresScreen = () => {
  const { book, may, ask } = useCompany();
  const [, go] = useLocation();
  const { id } = useParams<{ id?: string }>();
  const [sort, setSort] = useState<Sort>('agreed');
  const [adoptingNow, setAdopting] = useState(false);
  const rows = useMemo(() => scoresOf(book), [book]);
  const shown = sort === 'agreed' ? rows : sortedBy(rows, sort);
  const by: ScoreName = sort === 'agreed' ? 'rice' : sort;
  const scored = rows.filter((row) => row[by].value !== null).length;
  const stands = sort !== 'agreed' && isSame(rows, by);
  const rule = !may('backlog/adopt')
    ? 'Only owners and marketers order the Backlog'
    : sort === 'agreed'
      ? 'Sort by a score first'
      : stands
        ? 'The agreed order is this one already'
        : scored < 2
          ? `Score two items by ${SCORE_NAMES[by]} first`
          : null;
  const adopt = (): void => {
    const back = adoptedNow(rows, by);
    const answer = ask([adopting(rows, by)]);
    setAdopting(false);
    if (!answer.ok) return say({ kind: 'problem', text: answer.words });
    setSort('agreed');
    say({ kind: 'done', text: `The order by ${SCORE_NAMES[by]} is the agreed one now.`, undo: () => void ask([back]) });
  };
  const claims = overclaimed(book);
  return (
    <>
      <Head
        title={scoresTitle(rows, by)}
        sub={
          sort === 'agreed'
            ? 'In the agreed order. Sorting by a score only shows; the order changes when somebody adopts it.'
            : `Sorted by ${SCORE_NAMES[by]}; the agreed place stands beside each item and has not changed.`
        }
        actions={
          <Button kind="primary" forbid={rule} onPress={() => setAdopting(true)}>
            Adopt this order
          </Button>
        }
      />
      <div className={css.tools}>
        <Segments
          label="Order"
          value={sort}
          onChoose={setSort}
          choices={[{ value: 'agreed', text: 'As agreed' }, ...NAMES.map((name) => ({ value: name, text: `By ${SCORE_NAMES[name]}` }))]}
        />
      </div>
      {claims.map(({ outcome, percent, items }) => (
        <Note key={outcome} kind="risk">
          <b>
            {plural(items.length, 'open item')} together claim {count(percent)} % of the gap of “{book.outcome.get(outcome)?.name}”.
          </b>{' '}
          More than the whole gap cannot be closed: lower the estimates, or raise the target.
        </Note>
      ))}
      {rows.length === 0 ? (
        <Empty action={<Button href="/work/backlog">Go to the Backlog</Button>}>Open items stand here with their scores.</Empty>
      ) : (
        <Table
          label="Open items with their scores"
          rows={shown}
          keyOf={(row) => row.item.id}
          isCurrent={(row) => row.item.id === id}
          onOpen={(row) => go(`/work/scores/${row.item.id}`)}
          columns={[
            {
              key: 'place',
              head: 'Agreed place',
              number: true,
              width: '92px',
              cell: (row) => <span className={css.place}>{row.place}</span>,
            },
            {
              key: 'item',
              head: 'Item',
              cell: (row) => (
                <>
                  <Link href={`/work/scores/${row.item.id}`} className={css.name}>
                    {row.item.title}
                  </Link>
                  <small className={css.ref}>{row.item.ref}</small>
                </>
              ),
            },
            ...NAMES.map((name) => ({
              key: name,
              head: (
                <button
                  type="button"
                  className={`${css.sort} ${sort === name ? css.by : ''}`}
                  aria-pressed={sort === name}
                  onClick={() => setSort(name)}
                >
                  {SCORE_NAMES[name]}
                  {sort === name ? ' ↓' : ''}
                </button>
              ),
              number: true,
              cell: (row: ScoredItem) => <ScoreFigure of={row[name]} name={name} item={row.item} />,
            })),
          ]}
        />
      )}
      {adoptingNow && (
        <Dialog
          opened
          onClose={() => setAdopting(false)}
          title={`Adopt the order by ${SCORE_NAMES[by]}?`}
          onSubmit={adopt}
          foot={
            <>
              <Button onPress={() => setAdopting(false)}>Leave it</Button>
              <Button kind="primary" submit autoFocus>
                Put {plural(scored, 'item')} in this order
              </Button>
            </>
          }
        >
          <p>
            {plural(scored, 'item')} with a {SCORE_NAMES[by]} score trade places among themselves;{' '}
            {rows.length - scored === 0 ? 'no other moves' : 'all others keep their place'}. It is one decision, and one press takes it
            back.
          </p>
        </Dialog>
      )}
      {id && book.item.has(id as ItemId) && <ItemDrawer id={id as ItemId} order={shown.map((row) => row.item.id)} base="/work/scores" />}
    </>
  );
};

/** True where the scored items stand in this order already. */
const isSame = (rows: readonly ScoredItem[], by: ScoreName): boolean => {
  const there = rows.filter((row) => row[by].value !== null);
  return sortedBy(there, by).every((row, n) => row === there[n]);
};
