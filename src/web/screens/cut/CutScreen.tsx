import { useMemo, useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import { cutOf, without } from '../../../views/delivery/cut.ts';
import { deliveryOf } from '../../../views/delivery/delivery.ts';
import { groundOf, inputOf } from '../../../views/delivery/input.ts';
import { capital, plural } from '../../../views/words/format.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useCompany } from '../../state/company.tsx';
import { useForecast } from '../../state/use-forecast.ts';
import { CutGroup } from './CutGroup.tsx';
import { CutHorizon } from './CutHorizon.tsx';
import css from './CutScreen.module.css';
import { useCut } from './use-cut.ts';

/** The guided cut: what nobody asks for, serves nothing or was agreed as a Won't; the horizon shrinks as it is marked. */
export const CutScreen = () => {
  const { book, today, may } = useCompany();
  const groups = useMemo(() => cutOf(book, today), [book, today]);
  const ids = useMemo(() => orderOf(book), [book]);
  const [marked, setMarked] = useState<ReadonlySet<ItemId>>(new Set());
  const going = useMemo(
    () => new Set(groups.flatMap((g) => g.rows.map(({ row }) => row.item.id)).filter((id) => marked.has(id))),
    [groups, marked],
  );
  const ground = useMemo(() => groundOf(book, today, ids), [book, today, ids]);
  const then = useMemo(() => without(ids, going), [ids, going]);
  const nowInput = useMemo(() => inputOf(ground, ids), [ground, ids]);
  const thenInput = useMemo(() => inputOf(ground, then), [ground, then]);
  const now = useForecast(nowInput);
  const later = useForecast(thenInput);
  const before = useMemo(() => deliveryOf(book, ground, ids, now.found), [book, ground, ids, now.found]);
  const after = useMemo(() => deliveryOf(book, ground, then, later.found), [book, ground, then, later.found]);
  const { cut, restore, gone } = useCut();
  const mark = (items: readonly ItemId[], on: boolean): void =>
    setMarked((was) => {
      const next = new Set(was);
      for (const id of items)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  const found = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const forbid = may('item/drop') ? null : 'Only owners and marketers remove work items';
  return (
    <>
      <Head
        title={
          found === 0
            ? 'Nothing stands here that ought to be questioned.'
            : `${capital(plural(found, 'item'))} of ${ids.length} could go: nobody asks for them, or they serve nothing agreed.`
        }
        sub="Go through them, mark what goes, and watch the horizon. Every removal has a reason its requester reads, and can be undone."
        actions={<Button href="/work/backlog">Back to the Backlog</Button>}
      />
      <div className={css.page}>
        <div>
          {groups.length === 0 && (
            <Empty action={<Button href="/work/backlog">Open the Backlog</Button>}>
              Every open item was asked for within a year, serves an outcome or is justified, and none is a Won’t.
            </Empty>
          )}
          {groups.map((group) => (
            <CutGroup
              key={group.doubt}
              group={group}
              marked={going}
              onMark={mark}
              forbid={forbid}
              onCut={(rows, reason) => {
                const no = cut(rows, reason);
                if (no === null)
                  mark(
                    rows.map(({ row }) => row.item.id),
                    false,
                  );
                return no;
              }}
            />
          ))}
        </div>
        <CutHorizon before={before} after={after} marked={going.size} gone={gone} onRestore={restore} />
      </div>
    </>
  );
};
