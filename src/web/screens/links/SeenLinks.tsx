import { Link } from 'wouter';
import type { Money } from '../../../kernel/money.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { count, dayWords, moneyShort } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Status } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './LinksScreen.module.css';

type Variant = {
  readonly key: string;
  readonly n: number;
  readonly channel: string;
  readonly campaign: { readonly id: string; readonly name: string } | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly deals: number;
  readonly money: Money | null;
};

/** Spellings of campaigns in the touches that are in, with what hangs on each. */
export const SeenLinks = () => {
  const { today } = useCompany();
  const facts = useFacts('ask', { question: 'link-variants' });
  return (
    <Answered of={facts} what="the links that came back">
      {(answer) => {
        const rows = answer.rows as unknown as readonly Variant[];
        if (rows.length === 0)
          return (
            <Empty action={<Button href="/data/import">Load touches</Button>}>
              Once touches are in, each spelling of a campaign stands here with what hangs on it.
            </Empty>
          );
        return (
          <>
            <p className={css.seen}>
              <Link className="lnk" href="/data/names">
                Match the names that mean nobody
              </Link>
            </p>
            <Table
              label="Spellings of campaigns in touches"
              rows={rows}
              keyOf={(row) => `${row.key} ${row.channel}`}
              height="62vh"
              columns={[
                {
                  key: 'found',
                  head: 'As it came',
                  cell: (row) => (row.key === '(blank)' ? <span className="dim">(blank)</span> : <code>{row.key}</code>),
                },
                {
                  key: 'campaign',
                  head: 'Means',
                  cell: (row) => <Meaning of={row} />,
                },
                { key: 'channel', head: 'Channel', cell: (row) => row.channel },
                { key: 'n', head: 'Touches', number: true, cell: (row) => count(row.n) },
                {
                  key: 'money',
                  head: 'Deals they reached',
                  number: true,
                  cell: (row) =>
                    row.money ? (
                      <Figure
                        opens={{
                          what: `Won and open deals that touches spelled ${row.key} reached`,
                          ask: { question: 'link-variants' },
                          how: answer.definition,
                        }}
                      >
                        {count(row.deals)} for {moneyShort(row.money)}
                      </Figure>
                    ) : (
                      <span className="dim">{row.deals === 0 ? 'none' : count(row.deals)}</span>
                    ),
                },
                {
                  key: 'last',
                  head: 'Last',
                  cell: (row) => (row.last ? dayWords(row.last, today) : <span className="dim">not dated</span>),
                },
              ]}
            />
          </>
        );
      }}
    </Answered>
  );
};

/** The campaign a spelling means; who came by himself belongs to none. */
const Meaning = ({ of: { key, channel, campaign } }: { readonly of: Variant }) => {
  if (campaign) return <Link href={HREF.campaign(campaign.id)}>{campaign.name}</Link>;
  if (key === '(blank)' && channel.toLowerCase() === 'direct') return <span className="dim">came by itself</span>;
  return <Status kind="off">no campaign</Status>;
};
