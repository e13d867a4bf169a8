import { useState } from 'react';
import type { Priority } from '../../../domain/blueprint/priority.ts';
import type { Command } from '../../../domain/book.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayWords, days, moneyFull, quarterWords } from '../../../views/words/format.ts';
import { whyPriority } from '../../../views/work/chain.ts';
import { PlanParts } from '../blueprint/PlanParts.tsx';
import { AnswersFor } from '../agreements/AnswersFor.tsx';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { ThreadList } from '../../components/thread/ThreadList.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import css from './ItemDrawer.module.css';
import { PriorityFields, type PriorityDraft } from './PriorityFields.tsx';

/** One priority: why it exists, what stands under it, and what can be changed. */
export const PriorityDrawer = ({ priority, order }: { readonly priority: Priority; readonly order: readonly PriorityId[] }) => {
  const { book, company, may, ask, nameOf, noteOf, today } = useCompany();
  const [draft, setDraft] = useState<PriorityDraft | null>(null);
  const [dropping, setDropping] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { id } = priority;
  const at = order.indexOf(id);
  useBearings({ crumb: priority.title, to: knotsTo(whyPriority(book, id)) });
  const step = (by: number): string | undefined => (at >= 0 && order[at + by] ? HREF.priority(order[at + by]!) : undefined);
  const items = [...book.item.values()].filter((i) => i.priority === id && !i.retired);
  const save = (): void => {
    const commands = draft ? changesOf(priority, draft) : [];
    const answer = commands.length === 0 ? null : ask(commands);
    if (answer && !answer.ok) return setRefused(answer.words);
    setRefused(null);
    setDraft(null);
  };
  return (
    <Drawer
      title={priority.title}
      kick={`Priority of ${quarterWords(priority.period)}`}
      closeTo={`/work/priorities?period=${priority.period}`}
      previous={step(-1)}
      next={step(1)}
      foot={
        may('priority/reword') &&
        !priority.retired &&
        (draft ? (
          <>
            <Button kind="primary" onPress={save}>
              Save changes
            </Button>
            <Button onPress={() => setDraft(null)}>Leave unchanged</Button>
          </>
        ) : (
          <>
            <Button onPress={() => setDraft({ ...priority })}>Change</Button>
            <Button kind="quiet" onPress={() => setDropping(true)}>
              Drop
            </Button>
          </>
        ))
      }
    >
      {refused && <Note kind="off">{refused}</Note>}
      {draft ? (
        <Form onSubmit={save}>
          <PriorityFields draft={draft} onChange={setDraft} />
        </Form>
      ) : (
        <>
          <section className={css.part}>
            <h3>Why it exists</h3>
            <ThreadList
              knots={whyPriority(book, id).map((s) => ({ link: s.link, name: s.label, sub: s.sub, href: s.href ?? undefined, gap: s.gap }))}
            />
          </section>
          <section className={css.part}>
            <h3>Its work</h3>
            {items.length === 0 ? (
              <p className="mut sm">No work item yet.</p>
            ) : (
              <ThreadList
                knots={items.map((i) => ({
                  link: 'work',
                  name: i.title,
                  sub: i.finishedOn ? `${i.ref}, finished ${dayWords(i.finishedOn, today)}` : i.ref,
                  href: HREF.item(i.id),
                }))}
              />
            )}
          </section>
          <dl className={css.facts}>
            <dt>When</dt>
            <dd>
              {dayWords(priority.from, today)} to {dayWords(priority.to, today)}
            </dd>
            <dt>Effort</dt>
            <dd>{days(priority.effortDays)}</dd>
            <dt>Money</dt>
            <dd>
              {priority.budgetMinor === null
                ? 'none recorded, or not shown to your role'
                : moneyFull({ minor: priority.budgetMinor, currency: company.currency })}
            </dd>
            <dt>Owner</dt>
            <dd>{nameOf(priority.owner)}</dd>
            <dt>Roles</dt>
            <dd>
              <AnswersFor of={id} here={`?of=priorities&period=${priority.period}`} />
            </dd>
            {priority.retired && (
              <>
                <dt>Dropped</dt>
                <dd className="agreed">{noteOf(priority.retired.why)}</dd>
              </>
            )}
          </dl>
          <PlanParts priority={priority} />
        </>
      )}
      {dropping && (
        <WhyDialog
          title={`Drop “${priority.title}”?`}
          does="Drop the priority"
          onClose={() => setDropping(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'priority/drop', id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">
            {items.length === 0
              ? 'Nothing stands under it.'
              : `${items.length} work items stand under it; they keep the link, and show that their priority was dropped.`}
          </p>
        </WhyDialog>
      )}
      <Comments thing={priority.id} />
    </Drawer>
  );
};

const changesOf = (was: Priority, now: PriorityDraft): Command[] => {
  const { id } = was;
  const effortDays = now.effortDays ?? was.effortDays;
  return [
    ...(now.title !== was.title ? [{ type: 'priority/reword', id, title: now.title } as const] : []),
    ...(now.moscow !== was.moscow ? [{ type: 'priority/class', id, moscow: now.moscow } as const] : []),
    ...(JSON.stringify(now.outcomes) !== JSON.stringify(was.outcomes)
      ? [{ type: 'priority/serve', id, outcomes: now.outcomes } as const]
      : []),
    ...(effortDays !== was.effortDays || now.budgetMinor !== was.budgetMinor
      ? [{ type: 'priority/resize', id, effortDays, budgetMinor: now.budgetMinor } as const]
      : []),
    ...(now.from !== was.from || now.to !== was.to ? [{ type: 'priority/reschedule', id, from: now.from, to: now.to } as const] : []),
    ...(now.owner !== null && now.owner !== was.owner ? [{ type: 'priority/hand-over', id, owner: now.owner } as const] : []),
  ];
};
