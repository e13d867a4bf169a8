import { useState } from 'react';
import type { Segment } from '../../../domain/audience/segment.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import type { Row } from '../../../kernel/answer.ts';
import type { Money } from '../../../kernel/money.ts';
import { definitionWords } from '../../../views/audience/words.ts';
import { openedDeals } from '../../../views/audience/opened.ts';
import type { Opened } from '../../../views/words/opened.ts';
import { count, moneyFull, moneyShort } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { History } from '../../components/History.tsx';
import { Sections } from '../../components/Sections.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './AudienceScreen.module.css';
import { Members } from './MembersPreview.tsx';

const HREF = (id: SegmentId): string => `/market/audience/${id}`;

/** One segment: what it means, who belongs, what its deals did, what was decided about it. */
export const SegmentDrawer = ({ segment, order }: { readonly segment: Segment; readonly order: readonly SegmentId[] }) => {
  const { ask } = useCompany();
  const [retiring, setRetiring] = useState(false);
  const { id, name, of, where, retired } = segment;
  const at = order.indexOf(id);
  const beside = (step: number): string | undefined => (at >= 0 && order[at + step] ? HREF(order[at + step]!) : undefined);
  const rule = useRule([{ type: 'segment/retire', id, why: 'n_x' }]);
  const preview = useFacts('audience preview', { of, where, limit: 8 }, rule === null);
  const deals = useFacts('ask', { question: 'measures', by: 'segment' }, !retired);
  useBearings({ crumb: name, to: {} });
  return (
    <Drawer
      title={<span className="agreed">{name}</span>}
      kick={`Segment of ${of}s`}
      closeTo="/market/audience"
      previous={beside(-1)}
      next={beside(1)}
      foot={
        !retired && (
          <>
            <Button href={`/market/audience?do=edit&segment=${id}`} forbid={rule}>
              Change
            </Button>
            <Button kind="quiet" onPress={() => setRetiring(true)} forbid={rule}>
              Retire
            </Button>
          </>
        )
      }
    >
      <Sections>
        <section>
          <h3>Who is meant</h3>
          <p className={`agreed ${css.definition}`}>{definitionWords(segment)}.</p>
        </section>
        {rule === null && (
          <section className={css.members}>
            <h3>Who belongs</h3>
            <Answered of={preview} what="who belongs" lines={4}>
              {(found) => <Members preview={found} of={of} />}
            </Answered>
          </section>
        )}
        {!retired && (
          <section>
            <h3>What its deals did, in all the facts</h3>
            <Answered of={deals} what="its deals" lines={3}>
              {({ rows }) => <Deals row={rows.find((row) => row['id'] === id) ?? null} segment={segment} />}
            </Answered>
          </section>
        )}
        <section>
          <h3>What was decided about it</h3>
          <History thing={id} most={12} />
        </section>
      </Sections>
      {retiring && (
        <WhyDialog
          title="Retire this segment"
          does="Retire it"
          onClose={() => setRetiring(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'segment/retire', id, why }], { notes: [note] });
            if (answer.ok) say({ kind: 'done', text: 'The segment is retired; it stays on record.' });
            return answer.ok ? null : answer.words;
          }}
        >
          <p>Numbers are no longer cut by it. What was decided stays on record.</p>
        </WhyDialog>
      )}
      <Comments thing={segment.id} />
    </Drawer>
  );
};

const LINES = [
  ['wonRevenue', 'Won revenue'],
  ['dealsWon', 'Deals won'],
  ['dealsLost', 'Deals lost'],
  ['openPipeline', 'Open pipeline'],
  ['opportunitiesOpened', 'Opportunities opened'],
] as const;

const Deals = ({ row, segment }: { readonly row: Row | null; readonly segment: Segment }) => {
  const { today } = useCompany();
  return row === null ? (
    <p className="mut">No deal belongs to it.</p>
  ) : (
    <>
      <dl className={css.lines}>
        {LINES.map(([figure, words]) => (
          <div key={figure}>
            <dt>{words}</dt>
            <dd className="num">
              {shown(row[figure] as Money | number | null, words, (value) => openedDeals(segment, words, value, row.n, today))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="dim xs">
        {count(row.n)} deals belong to it,{' '}
        {segment.of === 'account' ? 'by their account' : 'by their linked contacts, or those of the account where none is linked'}.
      </p>
    </>
  );
};

const shown = (value: Money | number | null, words: string, opens: (value: string) => Opened) => {
  if (value === null) return <Unknown what={words} why="Not known: no deal of the segment has an amount." />;
  const text = typeof value === 'number' ? count(value) : moneyShort(value);
  return <Figure opens={opens(typeof value === 'number' ? text : moneyFull(value))}>{text}</Figure>;
};
