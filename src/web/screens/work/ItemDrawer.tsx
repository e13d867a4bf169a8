import { useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import { stateOf } from '../../../views/work/backlog.ts';
import { whyItem } from '../../../views/work/chain.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayLong, days } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { ThreadList } from '../../components/thread/ThreadList.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './ItemDrawer.module.css';
import { AskedFor } from './AskedFor.tsx';
import { ItemDates } from './ItemDates.tsx';
import { ItemForm } from './ItemForm.tsx';

/** One item: why it exists, who asked for it, what came of it, and what can be changed. */
export const ItemDrawer = ({ id, order }: { readonly id: ItemId; readonly order: readonly ItemId[] }) => {
  const { book, nameOf, noteOf, may, ask, today } = useCompany();
  const [dropping, setDropping] = useState(false);
  const [editing, setEditing] = useState(false);
  const item = book.item.get(id)!;
  const state = stateOf(item);
  const at = order.indexOf(id);
  useBearings({ crumb: `${item.ref} ${item.title}`, to: knotsTo(whyItem(book, id)) });
  const step = (by: number): string | undefined => (at >= 0 && order[at + by] ? HREF.item(order[at + by]!) : undefined);
  const campaigns = [...book.campaign.values()].filter((c) => c.item === id && !c.retired);
  const tell = (answer: ReturnType<typeof ask>, done: string): void =>
    say(answer.ok ? { kind: 'done', text: done } : { kind: 'problem', text: answer.words });
  return (
    <Drawer
      title={item.title}
      kick={`${item.ref}${at >= 0 ? `, place ${at + 1} of ${order.length}` : `, ${state}`}`}
      closeTo="/work/backlog"
      previous={step(-1)}
      next={step(1)}
      foot={
        may('item/start') &&
        state !== 'dropped' && (
          <>
            {state === 'open' && (
              <Button kind="primary" onPress={() => tell(ask([{ type: 'item/start', id, on: today }]), `${item.ref} started.`)}>
                Start today
              </Button>
            )}
            {state === 'started' && (
              <Button kind="primary" onPress={() => tell(ask([{ type: 'item/finish', id, on: today }]), `${item.ref} finished.`)}>
                Finish today
              </Button>
            )}
            {state === 'finished' && (
              <Button onPress={() => tell(ask([{ type: 'item/reopen', id }]), `${item.ref} is open again.`)}>Open again</Button>
            )}
            <Button onPress={() => setEditing(!editing)}>{editing ? 'Leave unchanged' : 'Change'}</Button>
            {state !== 'finished' && (
              <Button kind="quiet" onPress={() => setDropping(true)}>
                Drop
              </Button>
            )}
          </>
        )
      }
    >
      {editing ? (
        <ItemForm key={id} item={item} onDone={() => setEditing(false)} />
      ) : (
        <>
          <AskedFor item={item} />
          <section className={css.part}>
            <h3>Why it exists</h3>
            <ThreadList
              knots={whyItem(book, id).map((s) => ({ link: s.link, name: s.label, sub: s.sub, href: s.href ?? undefined, gap: s.gap }))}
            />
            {item.foundational && <p className="agreed">{noteOf(item.foundational)}</p>}
          </section>
          <ItemDates id={id} />
          <section className={css.part}>
            <h3>What it made</h3>
            {campaigns.length === 0 ? (
              <p className="mut sm">No campaign yet.</p>
            ) : (
              <ThreadList knots={campaigns.map((c) => ({ link: 'campaign', name: c.name, sub: c.channel, href: HREF.campaign(c.id) }))} />
            )}
          </section>
          <dl className={css.facts}>
            <dt>Size</dt>
            <dd>{item.sizeDays === null ? 'not sized yet' : days(item.sizeDays)}</dd>
            <dt>Owner</dt>
            <dd>{nameOf(item.owner)}</dd>
            <dt>Added</dt>
            <dd>{dayLong(item.addedOn, today)}</dd>
            {item.startedOn && (
              <>
                <dt>Started</dt>
                <dd>{dayLong(item.startedOn, today)}</dd>
              </>
            )}
            {item.finishedOn && (
              <>
                <dt>Finished</dt>
                <dd>{dayLong(item.finishedOn, today)}</dd>
              </>
            )}
            {item.retired && (
              <>
                <dt>Dropped</dt>
                <dd className="agreed">{noteOf(item.retired.why)}</dd>
              </>
            )}
          </dl>
        </>
      )}
      {dropping && (
        <WhyDialog
          title={`Drop ${item.ref}?`}
          does={`Drop ${item.ref}`}
          onClose={() => setDropping(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'item/drop', id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">It leaves the list; what was decided about it, and this reason, stay on record.</p>
        </WhyDialog>
      )}
      <Comments thing={item.id} />
    </Drawer>
  );
};
