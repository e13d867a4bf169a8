import { useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { quarterAfter, quarterOf } from '../../../kernel/fiscal.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayWords, days, moneyShort, quarterWords } from '../../../views/words/format.ts';
import { priorities } from '../../../views/work/priorities.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import list from './BacklogList.module.css';
import { Moscow } from './Moscow.tsx';
import css from './PrioritiesScreen.module.css';
import { PriorityDialog } from './PriorityDialog.tsx';
import { PriorityDrawer } from './PriorityDrawer.tsx';

/** The priorities of a quarter: what the team will do, tied to outcomes. */
export const PrioritiesScreen = () => {
  const { book, company, today, may, nameOf } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const chosen = id ? book.priority.get(id as PriorityId) : undefined;
  const period = search.get('period') ?? chosen?.period ?? quarterOf(company.fiscal, today).id;
  const [adding, setAdding] = useState(search.get('do') === 'add');
  const view = priorities(book, period);
  const currency = company.currency;
  useKey('n', 'Plan a priority', () => setAdding(true), may('priority/plan'));
  const to = (steps: number): void => go(`/work/priorities?period=${quarterAfter(company.fiscal, period, steps).id}`);
  return (
    <>
      <Head
        title={view.title}
        sub={view.scope}
        actions={
          <>
            <div className={css.period} role="group" aria-label="Quarter">
              <IconButton label="Quarter before" onPress={() => to(-1)}>
                <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
              <b>{quarterWords(period)}</b>
              <IconButton label="Quarter after" onPress={() => to(1)}>
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
            </div>
            {may('priority/plan') && (
              <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setAdding(true)}>
                Plan a priority
              </Button>
            )}
          </>
        }
      />
      <div className={css.body}>
        {view.rows.length === 0 ? (
          <Empty action={may('priority/plan') && <Button onPress={() => setAdding(true)}>Plan the first</Button>}>
            A priority says what the team will do this quarter, which outcome it moves, and what it takes in days and money.
          </Empty>
        ) : (
          <Table
            label={`Priorities of ${quarterWords(period)}`}
            rows={view.rows}
            keyOf={(r) => r.priority.id}
            columns={[
              { key: 'class', head: 'Class', width: '76px', cell: (r) => <Moscow of={r.priority.moscow} /> },
              {
                key: 'title',
                head: 'Priority',
                cell: (r) => (
                  <Link href={HREF.priority(r.priority.id)} className={list.name}>
                    {r.priority.title}
                  </Link>
                ),
              },
              {
                key: 'serves',
                head: 'Serves',
                cell: (r) => (r.outcomes.length > 0 ? r.outcomes.map((o) => o.name).join(', ') : <Tag kind="gap">no outcome</Tag>),
              },
              { key: 'when', head: 'When', cell: (r) => `${dayWords(r.priority.from, today)} to ${dayWords(r.priority.to, today)}` },
              { key: 'effort', head: 'Effort', number: true, cell: (r) => days(r.priority.effortDays) },
              {
                key: 'money',
                head: 'Money',
                number: true,
                cell: (r) =>
                  r.priority.budgetMinor === null ? (
                    <span className="dim">none recorded</span>
                  ) : (
                    moneyShort({ minor: r.priority.budgetMinor, currency })
                  ),
              },
              {
                key: 'items',
                head: 'Items',
                number: true,
                cell: (r) => (
                  <Link className="lnk" href={`/work/backlog?priority=${r.priority.id}`}>
                    {r.finished > 0 ? `${r.finished} of ${r.items}` : r.items}
                  </Link>
                ),
              },
              { key: 'campaigns', head: 'Campaigns', number: true, cell: (r) => r.campaigns },
              { key: 'owner', head: 'Owner', cell: (r) => <Avatar name={r.priority.owner ? nameOf(r.priority.owner) : null} /> },
            ]}
          />
        )}
      </div>
      {adding && <PriorityDialog period={period} onClose={() => setAdding(false)} />}
      {chosen && <PriorityDrawer priority={chosen} order={view.rows.map((r) => r.priority.id)} />}
    </>
  );
};
