import { useState } from 'react';
import type { Objective } from '../../../domain/strategy/objective.ts';
import type { ObjectiveId } from '../../../kernel/ids.ts';
import { dayLong } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { Sections } from '../../components/Sections.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { OutcomeTable } from '../outcomes/OutcomeTable.tsx';
import { ObjectiveForm } from './ObjectiveForm.tsx';

const HREF = (id: ObjectiveId): string => `/agree/strategy/${id}`;

/** One objective: its outcomes, its history, and what can be changed. */
export const ObjectiveDrawer = ({ objective, order }: { readonly objective: Objective; readonly order: readonly ObjectiveId[] }) => {
  const { book, nameOf, ask, today } = useCompany();
  const [state, setState] = useState<'read' | 'change' | 'retire'>('read');
  const { id, statement, due, owner, retired } = objective;
  const outcomes = [...book.outcome.values()].filter((o) => o.objective === id && !o.retired);
  const at = order.indexOf(id);
  const beside = (step: number): string | undefined => (at >= 0 && order[at + step] ? HREF(order[at + step]!) : undefined);
  const rule = useRule([{ type: 'objective/retire', id, why: 'n_x' }]);
  useKey('e', 'Change', () => setState('change'), rule === null && !retired);
  useBearings({ crumb: statement, to: outcomes[0] ? { outcome: `/agree/outcomes/${outcomes[0].id}` } : {} });
  return (
    <Drawer
      title={<span className="agreed">{statement}</span>}
      kick={`Objective, by ${dayLong(due, today)}`}
      closeTo="/agree/strategy"
      previous={beside(-1)}
      next={beside(1)}
      foot={
        !retired && (
          <>
            <Button onPress={() => setState(state === 'change' ? 'read' : 'change')} forbid={rule}>
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
        <ObjectiveForm objective={objective} onDone={() => setState('read')} />
      ) : (
        <Sections>
          <section>
            <h3>Stands for it</h3>
            <p>{owner ? nameOf(owner) : 'Nobody yet'}</p>
          </section>
          <section>
            <h3>Outcomes</h3>
            {outcomes.length > 0 ? (
              <OutcomeTable outcomes={outcomes} label="Outcomes" narrow />
            ) : (
              <p className="mut">None yet: nobody can tell when it is reached.</p>
            )}
            {!retired && (
              <p>
                <Button size="small" href={`/agree/outcomes?do=add&objective=${id}`}>
                  Name an outcome
                </Button>
              </p>
            )}
          </section>
          <section>
            <h3>What was decided about it</h3>
            <History thing={id} />
          </section>
        </Sections>
      )}
      {state === 'retire' && (
        <WhyDialog
          title="Retire this objective"
          does="Retire it"
          onClose={() => setState('read')}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'objective/retire', id, why }], { notes: [note] });
            if (answer.ok) say({ kind: 'done', text: 'The objective is retired; it stays on record.' });
            return answer.ok ? null : answer.words;
          }}
        >
          <p>
            <span className="agreed">“{statement}”</span> stays on record.{' '}
            {outcomes.length > 0 && 'Its outcomes stand until they are tied to another objective or retired too.'}
          </p>
        </WhyDialog>
      )}
      <Comments thing={objective.id} />
    </Drawer>
  );
};
