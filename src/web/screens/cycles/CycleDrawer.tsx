import { useState } from 'react';
import { Link } from 'wouter';
import { cycleOf } from '../../../domain/backlog/cycle.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import type { Command } from '../../../domain/book.ts';
import type { CycleId, ItemId } from '../../../kernel/ids.ts';
import { count, days, dayWords, plural, tally } from '../../../views/words/format.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { cycleRow, openCycles } from '../../../views/work/cycles.ts';
import { sizeWords } from '../../../views/work/ready.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { Tag } from '../../components/Tag.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { CapacityBar } from './CapacityBar.tsx';
import { CloseCycle } from './CloseCycle.tsx';
import css from './Cycles.module.css';

/** So many of the next items of the Backlog are offered at once. */
const OFFERED = 8;

/** One cycle: its items against its capacity, the next ones of the Backlog to take, start and close. */
export const CycleDrawer = ({ id }: { readonly id: CycleId }) => {
  const { book, ask, may, today } = useCompany();
  const [closing, setClosing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const cycle = book.cycle.get(id)!;
  const row = cycleRow(book, cycle);
  const mine = may('cycle/take') && (row.standing === 'planned' || row.standing === 'running');
  const tell = (commands: readonly Command[], done: string): void => {
    const answer = ask(commands);
    say(answer.ok ? { kind: 'done', text: done } : { kind: 'problem', text: answer.words });
  };
  const items = (ids: readonly ItemId[]): Item[] => ids.flatMap((item) => book.item.get(item) ?? []);
  const next = orderOf(book)
    .map((item) => book.item.get(item)!)
    .filter((i) => cycleOf(book, i.id) === null && (cycle.team === null || i.team === null || i.team === cycle.team))
    .slice(0, OFFERED);
  const lines = (of: readonly Item[], does: ((item: Item) => React.ReactNode) | null) => (
    <ul className={css.items}>
      {of.map((item) => (
        <li key={item.id}>
          <Link href={`/work/backlog/${item.id}`} className={css.name}>
            {item.title}
          </Link>
          <small>
            {item.ref}, {sizeWords(book, item).split(':')[0]}
          </small>
          {item.finishedOn && <Tag kind="ok">done</Tag>}
          {does?.(item)}
        </li>
      ))}
    </ul>
  );
  return (
    <Drawer
      title={`${dayWords(cycle.from, today)} to ${dayWords(cycle.to, today)}`}
      kick={`Cycle of ${cycle.days} working days, ${row.team ?? 'all teams'}, ${row.standing}`}
      closeTo="/work/cycles"
      foot={
        mine && (
          <>
            {row.standing === 'planned' && (
              <Button kind="primary" onPress={() => tell([{ type: 'cycle/start', id, on: today }], 'The cycle runs.')}>
                Start the cycle
              </Button>
            )}
            {row.standing === 'running' && (
              <Button kind="primary" onPress={() => setClosing(true)}>
                Close the cycle
              </Button>
            )}
            <Button kind="quiet" onPress={() => setDropping(true)}>
              Drop
            </Button>
          </>
        )
      }
    >
      {cycle.closed ? (
        <>
          <p className="mut sm">
            Closed on {dayWords(cycle.closed.on, today)}: {count(row.done.length)} of {tally(row.done.length + row.open.length, 'item')}{' '}
            done.
          </p>
          {row.done.length > 0 && (
            <section className={css.inner}>
              <h3>Done</h3>
              {lines(items(row.done), null)}
            </section>
          )}
          {row.open.length > 0 && (
            <section className={css.inner}>
              <h3>{cycle.closed.into ? 'Carried into the next cycle' : 'Back in the Backlog'}</h3>
              {lines(items(row.open), null)}
            </section>
          )}
        </>
      ) : (
        <>
          <section className={css.inner}>
            <h3>Against capacity</h3>
            {row.capacity === null ? (
              <Note kind="early">
                {days(row.taken)} taken. Nobody’s weekly hours are recorded, so what fits is not known.{' '}
                <Link href="/plan/capacity">Record them</Link>
              </Note>
            ) : (
              <CapacityBar taken={row.taken} capacity={row.capacity} />
            )}
            {row.unsized > 0 && <p className="mut sm">{plural(row.unsized, 'item')} without a size weigh nothing here.</p>}
          </section>
          <section className={css.inner}>
            <h3>In this cycle</h3>
            {cycle.items.length === 0 ? (
              <p className="mut sm">Nothing yet: take from the top of the Backlog.</p>
            ) : (
              lines(items([...row.open, ...row.done]), (item) =>
                mine && !item.finishedOn ? (
                  <Button
                    size="small"
                    kind="quiet"
                    onPress={() => tell([{ type: 'cycle/leave', id, item: item.id }], `${item.ref} is back in the Backlog.`)}
                  >
                    Take out
                  </Button>
                ) : null,
              )
            )}
          </section>
          {mine && next.length > 0 && (
            <section className={css.inner}>
              <h3>Next in the Backlog</h3>
              {lines(next, (item) => (
                <Button size="small" onPress={() => tell([{ type: 'cycle/take', id, item: item.id }], `${item.ref} is in the cycle.`)}>
                  Take in
                </Button>
              ))}
            </section>
          )}
        </>
      )}
      <section className={css.inner}>
        <h3>History</h3>
        <History thing={id} most={8} />
      </section>
      {closing && (
        <CloseCycle
          row={row}
          into={openCycles(book).filter((c) => c.id !== id && c.team === cycle.team)}
          onClose={() => setClosing(false)}
        />
      )}
      {dropping && (
        <WhyDialog
          title="Drop this cycle?"
          does="Drop the cycle"
          onClose={() => setDropping(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'cycle/drop', id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">Its items stay in the Backlog, where they stood all along.</p>
        </WhyDialog>
      )}
    </Drawer>
  );
};
