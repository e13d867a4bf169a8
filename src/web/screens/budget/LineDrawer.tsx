import { useState } from 'react';
import type { BudgetLine } from '../../../domain/capacity/line.ts';
import type { Command } from '../../../domain/book.ts';
import type { BudgetPage } from '../../../views/budget/page.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Form } from '../../components/Form.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import css from './BudgetScreen.module.css';
import { CommitDialog } from './CommitDialog.tsx';
import { Commitments } from './Commitments.tsx';
import { Entries } from './Entries.tsx';
import { ForecastDialog } from './ForecastDialog.tsx';
import { ImportEntries } from './ImportEntries.tsx';
import { lineDraft, type LineDraft } from './line-draft.ts';
import { LineFields } from './LineFields.tsx';
import { LineMonths } from './LineMonths.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { PurposeLink } from './PurposeLink.tsx';
import { RecordDialog } from './RecordDialog.tsx';

type Doing = 'plan' | 'commit' | 'record' | 'paste' | 'move' | 'forecast' | 'close' | null;
type Props = { readonly line: BudgetLine; readonly page: BudgetPage; readonly closeTo: string; readonly address: (id: string) => string };

/** One budget line: its months, what is promised, what was spent, what moved, and who decided it. */
export const LineDrawer = ({ line, page, closeTo, address }: Props) => {
  const { ask, may, nameOf, noteOf } = useCompany();
  const [doing, setDoing] = useState<Doing>(null);
  const [draft, setDraft] = useState<LineDraft | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useBearings({ crumb: line.name });
  const order = page.lines.map((r) => r.line.id);
  const at = order.indexOf(line.id);
  const step = (by: number): string | undefined => (at >= 0 && order[at + by] ? address(order[at + by]!) : undefined);
  const writes = may('budget/plan') && !line.retired;
  const done = (): void => setDoing(null);
  const save = (): void => {
    const commands = draft ? changesOf(line, draft) : [];
    const answer = commands.length === 0 ? null : ask(commands);
    if (answer && !answer.ok) return setRefused(answer.words);
    setRefused(null);
    setDraft(null);
  };
  const row = page.lines.find((r) => r.line.id === line.id);
  return (
    <Drawer
      title={line.name}
      kick={`Budget line in ${line.currency}${line.retired ? ', closed' : ''}`}
      closeTo={closeTo}
      previous={step(-1)}
      next={step(1)}
      foot={
        writes &&
        (draft ? (
          <>
            <Button kind="primary" onPress={save}>
              Save changes
            </Button>
            <Button onPress={() => setDraft(null)}>Leave unchanged</Button>
          </>
        ) : (
          <>
            <Button kind="primary" onPress={() => setDoing('record')}>
              Record an invoice
            </Button>
            <Button onPress={() => setDraft(lineDraft(line))}>Change</Button>
            <Button kind="quiet" onPress={() => setDoing('close')}>
              Close the line
            </Button>
          </>
        ))
      }
    >
      {refused && <Note kind="off">{refused}</Note>}
      {draft ? (
        <Form onSubmit={save}>
          <LineFields draft={draft} onChange={setDraft} fixed />
        </Form>
      ) : (
        <>
          <dl className={item.facts}>
            <dt>For</dt>
            <dd>
              <PurposeLink purpose={line.purpose} />
              {line.purpose && (line.takesSpend ? '; imported spend of its campaigns counts' : '; only what is recorded here counts')}
            </dd>
            <dt>Owner</dt>
            <dd>{nameOf(line.owner)}</dd>
            {line.retired && (
              <>
                <dt>Closed</dt>
                <dd className="agreed">{noteOf(line.retired.why)}</dd>
              </>
            )}
          </dl>
          {writes && (
            <div className={css.acts}>
              <Button size="small" onPress={() => setDoing('plan')}>
                Plan months
              </Button>
              <Button size="small" onPress={() => setDoing('move')}>
                Move money
              </Button>
              <Button size="small" onPress={() => setDoing('commit')}>
                Commit
              </Button>
              <Button size="small" onPress={() => setDoing('forecast')}>
                Forecast
              </Button>
              <Button size="small" onPress={() => setDoing('paste')}>
                Paste invoices
              </Button>
            </div>
          )}
          {row && <LineMonths row={row} page={page} />}
          <Commitments line={line} writes={writes} />
          <Entries line={line} spend={row ? row.byMonth.reduce((sum, m) => sum + m.spend, 0) : 0} year={page.year} writes={writes} />
          <section className={item.part}>
            <h3>Who decided what</h3>
            <History thing={line.id} most={12} />
          </section>
        </>
      )}
      {doing === 'plan' && <PlanDialog line={line} page={page} onClose={done} />}
      {doing === 'move' && <MoveDialog line={line} page={page} onClose={done} />}
      {doing === 'commit' && <CommitDialog line={line} onClose={done} />}
      {doing === 'forecast' && <ForecastDialog line={line} page={page} onClose={done} />}
      {doing === 'record' && <RecordDialog line={line} onClose={done} />}
      {doing === 'paste' && <ImportEntries line={line} onClose={done} />}
      {doing === 'close' && (
        <WhyDialog
          title={`Close the line “${line.name}”?`}
          does="Close the line"
          onClose={done}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'budget/close', id: line.id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">What was spent stays. Its plan no longer counts as money there is.</p>
        </WhyDialog>
      )}
    </Drawer>
  );
};

const changesOf = (line: BudgetLine, { name, owner, purpose, takesSpend }: LineDraft): Command[] => {
  const { id } = line;
  const tied = purpose?.id !== line.purpose?.id || takesSpend !== line.takesSpend;
  return [
    ...(name !== line.name ? [{ type: 'budget/rename', id, name } as const] : []),
    ...(owner !== null && owner !== line.owner ? [{ type: 'budget/hand-over', id, owner } as const] : []),
    ...(tied ? [{ type: 'budget/tie', id, purpose, takesSpend: purpose !== null && takesSpend } as const] : []),
  ];
};
