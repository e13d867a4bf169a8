import { useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import { stateOf } from '../../../views/work/backlog.ts';
import { whyItem } from '../../../views/work/chain.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayLong, dayWords } from '../../../views/words/format.ts';
import { sizeWords } from '../../../views/work/ready.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { Tag } from '../../components/Tag.tsx';
import { ThreadList } from '../../components/thread/ThreadList.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import css from './ItemDrawer.module.css';
import { AskedFor } from './AskedFor.tsx';
import { ItemDates } from './ItemDates.tsx';
import { Enables } from './Enables.tsx';
import { ItemForm } from './ItemForm.tsx';
import parts from './ItemParts.module.css';
import { ItemReady } from './ItemReady.tsx';
import { ItemScores } from './ItemScores.tsx';
import { Moscow } from './Moscow.tsx';
import { SizeDialog } from './SizeDialog.tsx';
import { useMoves } from './use-moves.tsx';

/** One item: why it exists, who asked for it, what came of it, and what can be changed. */
type Props = {
  readonly id: ItemId;
  readonly order: readonly ItemId[];
  /** The page it stands on. */
  readonly base?: string;
};
export const ItemDrawer = ({ id, order, base = '/work/backlog' }: Props) => {
  const { book, nameOf, noteOf, may, ask, today } = useCompany();
  const [dropping, setDropping] = useState(false);
  const [editing, setEditing] = useState(false);
  const [sizing, setSizing] = useState(false);
  const { move, dialog } = useMoves();
  const item = book.item.get(id)!;
  const state = stateOf(item);
  const at = order.indexOf(id);
  useBearings({ crumb: `${item.ref} ${item.title}`, to: knotsTo(whyItem(book, id)) });
  const step = (by: number): string | undefined => (at >= 0 && order[at + by] ? `${base}/${order[at + by]}` : undefined);
  const campaigns = [...book.campaign.values()].filter((c) => c.item === id && !c.retired);
  const moscow = item.priority ? (book.priority.get(item.priority)?.moscow ?? null) : null;
  return (
    <Drawer
      title={item.title}
      kick={`${item.ref}${at >= 0 ? `, place ${at + 1} of ${order.length}` : `, ${state}`}`}
      closeTo={base}
      previous={step(-1)}
      next={step(1)}
      foot={
        may('item/start') &&
        state !== 'dropped' && (
          <>
            {state === 'open' && (
              <Button kind="primary" onPress={() => move(item, 'started')}>
                Start today
              </Button>
            )}
            {state === 'started' && (
              <Button kind="primary" onPress={() => move(item, 'finished')}>
                Finish today
              </Button>
            )}
            {state === 'started' && (
              <Button onPress={() => move(item, item.waiting ? 'started' : 'waiting')}>{item.waiting ? 'Go on' : 'Let it wait'}</Button>
            )}
            {state === 'finished' && <Button onPress={() => move(item, item.startedOn ? 'started' : 'open')}>Open again</Button>}
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
          <div className={parts.tags}>
            {moscow && <Moscow of={moscow} />}
            {item.waiting && <Tag kind="warn">waiting since {dayWords(item.waiting.on, today)}</Tag>}
            {!item.priority && !item.foundational && <Tag kind="gap">orphan: serves no outcome</Tag>}
            {!item.priority && item.foundational && <Tag>foundational</Tag>}
            {!item.priority && <Tag>not in the Blueprint</Tag>}
            {item.labels.map((label) => (
              <Tag key={label}>{label}</Tag>
            ))}
          </div>
          {item.waiting && (
            <blockquote className={`agreed ${css.words}`}>
              {noteOf(item.waiting.why) ? `“${noteOf(item.waiting.why)}”` : 'The reason may not be shown, or was erased.'}
            </blockquote>
          )}
          <section className={css.part}>
            <h3>Why it exists</h3>
            <ThreadList
              knots={whyItem(book, id).map((s) => ({ link: s.link, name: s.label, sub: s.sub, href: s.href ?? undefined, gap: s.gap }))}
            />
            {item.foundational && <p className="agreed">{noteOf(item.foundational)}</p>}
            <Enables item={item} />
          </section>
          <ItemDates id={id} />
          <ItemReady item={item} onSize={() => setSizing(true)} />
          <ItemScores item={item} />
          <AskedFor item={item} />
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
            <dd>
              {sizeWords(book, item)}{' '}
              {may('item/size') && !item.retired && (
                <button type="button" className="lnk" onClick={() => setSizing(true)}>
                  {item.sizeDays === null && !item.shirt ? 'Size it' : 'Change'}
                </button>
              )}
            </dd>
            {item.team && (
              <>
                <dt>Team</dt>
                <dd>{book.team.get(item.team)?.name ?? ''}</dd>
              </>
            )}
            {item.source && (
              <>
                <dt>Came from</dt>
                <dd>
                  {item.source.url ? (
                    <a href={item.source.url} rel="noreferrer" target="_blank">
                      {item.source.key} in {item.source.system}
                    </a>
                  ) : (
                    `${item.source.key} in ${item.source.system}`
                  )}
                </dd>
              </>
            )}
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
          <section className={css.part}>
            <h3>History</h3>
            <History thing={id} most={8} />
          </section>
        </>
      )}
      {sizing && <SizeDialog item={item} onClose={() => setSizing(false)} />}
      {dialog}
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
