import { useState } from 'react';
import { IconLock } from '@tabler/icons-react';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { OutcomeId } from '../../../kernel/ids.ts';
import { dayLong, quarterWords } from '../../../views/words/format.ts';
import { lockOf } from '../../../views/agree/chain.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { Sections } from '../../components/Sections.tsx';
import { ThreadList } from '../../components/thread/ThreadList.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { BySegment } from './BySegment.tsx';
import { CheckIns } from './CheckIns.tsx';
import { Confidence } from './Confidence.tsx';
import { Score } from './Score.tsx';
import { metricWords } from './metric-words.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { OutcomeNow } from './OutcomeNow.tsx';
import { useOutcomeChain } from './use-chain.ts';

const HREF = (id: OutcomeId): string => `/agree/outcomes/${id}`;

/** One outcome: where it stands, why it exists, who said what about it, and what can be changed. */
export const OutcomeDrawer = ({ outcome, order }: { readonly outcome: Outcome; readonly order: readonly OutcomeId[] }) => {
  const { book, nameOf, ask, may, today } = useCompany();
  const [state, setState] = useState<'read' | 'change' | 'retire'>('read');
  const { id, name, objective, from, due, owner, metric, retired } = outcome;
  const at = order.indexOf(id);
  const beside = (step: number): string | undefined => (at >= 0 && order[at + step] ? HREF(order[at + step]!) : undefined);
  const rule = useRule([{ type: 'outcome/retire', id, why: 'n_x' }]);
  const lock = lockOf(book, id);
  const chain = useOutcomeChain(outcome);
  useKey('e', 'Change', () => setState('change'), may('outcome/reword') && !retired);
  useBearings({ crumb: name, to: { objective: `/agree/strategy/${objective}`, ...(lock && { guidepoint: `/agree/guidepoint/${lock}` }) } });
  return (
    <Drawer
      title={<span className="agreed">{name}</span>}
      kick={`Outcome, ${dayLong(from, today)} to ${dayLong(due, today)}`}
      closeTo="/agree/outcomes"
      previous={beside(-1)}
      next={beside(1)}
      foot={
        !retired && (
          <>
            <Button
              onPress={() => setState(state === 'change' ? 'read' : 'change')}
              forbid={may('outcome/reword') ? null : 'Owners and marketers change outcomes'}
            >
              {state === 'change' ? 'Leave unchanged' : 'Change'}
            </Button>
            <Button kind="quiet" onPress={() => setState('retire')} forbid={rule}>
              Retire
            </Button>
          </>
        )
      }
    >
      {state === 'change' ? (
        <OutcomeForm outcome={outcome} locked={lock} onDone={() => setState('read')} />
      ) : (
        <Sections>
          <OutcomeNow outcome={outcome} />
          {lock && (
            <p>
              <IconLock
                size={14}
                stroke={1.6}
                aria-hidden="true"
                style={{ display: 'inline', verticalAlign: -2, marginRight: 6, color: 'var(--th-guidepoint)' }}
              />
              Agreed in the Guidepoint for {quarterWords(lock)}: its target, date, baseline and measure move only through it.
            </p>
          )}
          <section>
            <h3>Why it exists</h3>
            <ThreadList knots={chain} />
          </section>
          {metric.kind === 'reported' && <CheckIns outcome={outcome} />}
          {due >= today ? <Confidence outcome={outcome} /> : <Score outcome={outcome} />}
          {due >= today ? <Score outcome={outcome} /> : <Confidence outcome={outcome} />}
          {metric.kind === 'measured' && <BySegment outcome={outcome} measure={metric.measure} />}
          <section>
            <h3>How it is measured, and who stands for it</h3>
            <p>{metricWords(metric, book)}</p>
            <p>{owner ? nameOf(owner) : 'Nobody stands for it yet.'}</p>
          </section>
          <section>
            <h3>What was decided about it</h3>
            <History thing={id} most={12} />
          </section>
        </Sections>
      )}
      {state === 'retire' && (
        <WhyDialog
          title="Retire this outcome"
          does="Retire it"
          onClose={() => setState('read')}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'outcome/retire', id, why }], { notes: [note] });
            if (answer.ok) say({ kind: 'done', text: 'The outcome is retired; it stays on record.' });
            return answer.ok ? null : answer.words;
          }}
        >
          <Note>Priorities that serve it keep their place, and show a break until they serve another.</Note>
        </WhyDialog>
      )}
      <Comments thing={outcome.id} />
    </Drawer>
  );
};
