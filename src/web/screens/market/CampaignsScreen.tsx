import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { CampaignId } from '../../../kernel/ids.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayWords, moneyShort } from '../../../views/words/format.ts';
import { campaigns, type CampaignState } from '../../../views/work/campaigns.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { AddCampaign } from './AddCampaign.tsx';
import { CampaignDrawer } from './CampaignDrawer.tsx';
import css from './CampaignsScreen.module.css';

const STATE: { readonly [S in CampaignState]: StatusKind } = { running: 'on', planned: 'early', over: 'unknown', dropped: 'unknown' };

/** Campaigns: what went out, what it belongs to, and how it is recognised. */
export const CampaignsScreen = () => {
  const { book, today, may, company } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [adding, setAdding] = useState(search.get('do') === 'add');
  const list = campaigns(book, today);
  useKey('n', 'Plan a campaign', () => setAdding(true), may('campaign/plan'));
  return (
    <>
      <Head
        title={list.title}
        sub={list.scope}
        actions={
          may('campaign/plan') && (
            <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setAdding(true)}>
              Plan a campaign
            </Button>
          )
        }
      />
      <div className={css.body}>
        {list.rows.length === 0 ? (
          <Empty action={may('campaign/plan') && <Button onPress={() => setAdding(true)}>Plan the first</Button>}>
            Each campaign stands here with its channel, dates, money, and the work item it came from.
          </Empty>
        ) : (
          <Table
            label="Campaigns"
            rows={list.rows}
            keyOf={(r) => r.campaign.id}
            columns={[
              {
                key: 'name',
                head: 'Campaign',
                cell: (r) => (
                  <Link href={HREF.campaign(r.campaign.id)} className={css.name}>
                    {r.campaign.name}
                  </Link>
                ),
              },
              { key: 'state', head: 'State', cell: (r) => <Status kind={STATE[r.state]}>{r.state}</Status> },
              { key: 'channel', head: 'Channel', cell: (r) => r.campaign.channel },
              { key: 'when', head: 'When', cell: (r) => `${dayWords(r.campaign.from, today)} to ${dayWords(r.campaign.to, today)}` },
              {
                key: 'money',
                head: 'Budget',
                number: true,
                cell: (r) =>
                  r.campaign.budgetMinor === null ? (
                    <span className="dim">none recorded</span>
                  ) : (
                    moneyShort({ minor: r.campaign.budgetMinor, currency: company.currency })
                  ),
              },
              {
                key: 'item',
                head: 'Work item',
                cell: (r) =>
                  r.item ? (
                    <Link className="lnk" href={HREF.item(r.item.id)}>
                      {r.item.ref}
                    </Link>
                  ) : r.loose ? (
                    <Tag kind="gap">no work item</Tag>
                  ) : (
                    <Tag>foundational</Tag>
                  ),
              },
              {
                key: 'serves',
                head: 'Serves',
                cell: (r) => r.outcomes.map((o) => o.name).join(', ') || <span className="dim">no outcome</span>,
              },
              { key: 'key', head: 'Tracking key', cell: (r) => <code>{r.campaign.key}</code> },
            ]}
          />
        )}
      </div>
      {adding && <AddCampaign onClose={() => setAdding(false)} />}
      {id && book.campaign.has(id as CampaignId) && (
        <CampaignDrawer campaign={book.campaign.get(id as CampaignId)!} order={list.rows.map((r) => r.campaign.id)} />
      )}
    </>
  );
};
