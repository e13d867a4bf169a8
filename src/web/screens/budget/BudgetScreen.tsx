import { useMemo, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { IconArrowsExchange, IconChevronLeft, IconChevronRight, IconClipboardText, IconLock, IconPlus } from '@tabler/icons-react';
import { quarterOf } from '../../../kernel/fiscal.ts';
import type { BudgetId } from '../../../kernel/ids.ts';
import { budgetPage } from '../../../views/budget/budget.ts';
import { spendIn } from '../../../views/budget/facts.ts';
import type { FigureName } from '../../../views/budget/opened.ts';
import { FIGURES } from '../../../views/budget/opened.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './BudgetScreen.module.css';
import { ImportEntries } from './ImportEntries.tsx';
import { LineDrawer } from './LineDrawer.tsx';
import { LinesTable } from './LinesTable.tsx';
import { MonthsDrawer } from './MonthsDrawer.tsx';
import { OpenLine } from './OpenLine.tsx';
import { RatesDrawer } from './RatesDrawer.tsx';
import { YearFigures } from './YearFigures.tsx';
import { YearTable } from './YearTable.tsx';

/** Money by line and month: planned, promised, spent, still there, and what it will come to. */
export const BudgetScreen = () => {
  const { role } = useCompany();
  return role === 'viewer' ? (
    <Head
      title="Money is not shown to your role."
      sub="Owners, marketers and stakeholders see what is planned and spent. Ask an owner if you need it."
    />
  ) : (
    <BudgetMain />
  );
};

const BudgetMain = () => {
  const { book, company, today, may } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const now = quarterOf(company.fiscal, today).id;
  const asked = Number(search.get('year') ?? '');
  const year = Number.isInteger(asked) && asked > 1989 && asked < 2201 ? asked : Number(now.slice(0, 4));
  const [over, setOver] = useState<'quarter' | 'year'>('quarter');
  const [figure, setFigure] = useState<FigureName>('available');
  const [doing, setDoing] = useState(search.get('do'));
  const facts = useFacts('budget', { year });
  const spend = useMemo(() => (facts.data?.year === year ? spendIn(facts.data) : undefined), [facts.data, year]);
  const page = useMemo(() => budgetPage(book, year, today, spend), [book, year, today, spend]);
  const writes = may('budget/open');
  useKey('n', 'Open a budget line', () => setDoing('add'), writes);
  const here = year === Number(now.slice(0, 4)) ? '/plan/budget' : `/plan/budget?year=${year}`;
  const address = (of: string): string => here.replace('/plan/budget', `/plan/budget/${of}`);
  const line = id?.startsWith('b_') ? book.budget.get(id as BudgetId) : undefined;
  const quarter = Number(now.slice(0, 4)) === year ? Number(now.slice(-1)) : 1;
  return (
    <>
      <Head
        title={page.title}
        sub={page.scope}
        actions={
          <>
            <div className={css.period} role="group" aria-label="Fiscal year">
              <IconButton label="Year before" onPress={() => go(`/plan/budget?year=${year - 1}`)}>
                <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
              <b>{year}</b>
              <IconButton label="Year after" onPress={() => go(`/plan/budget?year=${year + 1}`)}>
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
            </div>
            {writes && (
              <>
                <Button icon={<IconClipboardText size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setDoing('import')}>
                  Paste invoices
                </Button>
                <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setDoing('add')}>
                  Open a line
                </Button>
              </>
            )}
          </>
        }
      />
      <div className={css.body}>
        {page.lines.length === 0 ? (
          <Empty action={writes && <Button onPress={() => setDoing('add')}>Open the first line</Button>}>
            Each line stands here with its months: what is planned, what is promised, what was spent and what is still there.
          </Empty>
        ) : (
          <>
            <YearFigures page={page} spend={spend} />
            <div className={css.tools}>
              <Segments
                label="Months shown"
                value={over}
                onChoose={setOver}
                choices={[
                  { value: 'quarter', text: 'By quarter' },
                  { value: 'year', text: 'By month' },
                ]}
              />
              {over === 'year' && <Segments label="Figure shown" value={figure} onChoose={setFigure} choices={FIGURES} />}
              <span className={css.space} />
              <Button
                kind="quiet"
                size="small"
                icon={<IconArrowsExchange size={15} stroke={1.6} aria-hidden="true" />}
                href={address('rates')}
              >
                Rates
              </Button>
              <Button kind="quiet" size="small" icon={<IconLock size={15} stroke={1.6} aria-hidden="true" />} href={address('months')}>
                Close a month
              </Button>
            </div>
            {over === 'quarter' ? (
              <LinesTable key={year} page={page} start={quarter} address={address} open={line?.id} />
            ) : (
              <YearTable page={page} figure={figure} address={address} open={line?.id} />
            )}
          </>
        )}
        {page.notes.map((note) => (
          <Note key={note} kind="risk">
            {note}
          </Note>
        ))}
        {page.others.length > 0 && (
          <details className={css.others}>
            <summary>Lines with money in other years only ({page.others.length})</summary>
            <ul>
              {page.others.map((other) => (
                <li key={other.id}>
                  <Button kind="quiet" size="small" href={address(other.id)}>
                    {other.name}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {doing === 'add' && <OpenLine year={year} onClose={() => setDoing(null)} />}
      {doing === 'import' && <ImportEntries onClose={() => setDoing(null)} />}
      {line && <LineDrawer key={line.id} line={line} page={page} closeTo={here} address={address} />}
      {id === 'rates' && <RatesDrawer closeTo={here} />}
      {id === 'months' && <MonthsDrawer page={page} closeTo={here} />}
    </>
  );
};
