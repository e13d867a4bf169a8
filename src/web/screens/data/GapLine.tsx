import { Link } from 'wouter';
import type { Answer } from '../../../kernel/answer.ts';
import { moneyFull, moneyShort, tally } from '../../../views/words/format.ts';
import { openedBehind } from '../../../views/words/opened.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import type { CampaignId } from '../../../kernel/ids.ts';
import { useCompany } from '../../state/company.tsx';
import { useRowsLink } from '../../components/rows/rows-link.ts';
import type { GapRow } from './health-rows.ts';
import css from './HealthScreen.module.css';

/** One gap: what is missing, what follows, the money that hangs on it, its rows and what mends it. */
export const GapLine = ({ gap, answer }: { readonly gap: GapRow; readonly answer: Answer }) => {
  const rowsLink = useRowsLink();
  const { entity, ids, money, about } = gap;
  const behind = entity !== null && ids.length > 0 ? { text: tally(gap.n, ...WORDS[entity]), entity, ids } : null;
  return (
    <li className={css.gap}>
      <div className={css.stake}>
        {money ? (
          <Figure
            opens={openedBehind(
              gap.what,
              `${about ? 'about ' : ''}${moneyFull(money)}`,
              {
                definition: answer.definition,
                coverage: null,
                findings: [],
                asOf: answer.asOf,
                loads: answer.loads,
                rows: behind ? [behind] : [],
              },
              { meaning: 'The money that hangs on it, not what is lost.' },
            )}
          >
            {about && 'about '}
            {moneyShort(money)}
          </Figure>
        ) : (
          <span className="dim sm">no money known</span>
        )}
      </div>
      <div>
        <b>{gap.what}.</b>
        <p className="mut sm">{gap.so}</p>
        <p className="sm">{gap.todo}</p>
        {gap.key.startsWith('campaign-') && <Campaigns ids={gap.ids} />}
      </div>
      <div className={css.acts}>
        {behind && (
          <Link className="lnk" href={rowsLink(behind, gap.what)}>
            See {behind.text}
          </Link>
        )}
        <Button size="small" href={gap.go}>
          {gap.act}
        </Button>
      </div>
    </li>
  );
};

const NAMED = 6;

/** Which campaigns a gap is of: each leads to its own page, where its links are built and checked. */
const Campaigns = ({ ids }: { readonly ids: readonly string[] }) => {
  const { book } = useCompany();
  const found = ids.flatMap((id) => book.campaign.get(id as CampaignId) ?? []);
  if (found.length === 0) return null;
  return (
    <p className="sm">
      {found.slice(0, NAMED).map(({ id, name }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <Link className="lnk" href={`/market/campaigns/${id}`}>
            {name}
          </Link>
        </span>
      ))}
      {found.length > NAMED && ` and ${found.length - NAMED} more`}
    </p>
  );
};

const WORDS: { readonly [E in NonNullable<GapRow['entity']>]: readonly [string, string] } = {
  opportunity: ['deal', 'deals'],
  touch: ['touch', 'touches'],
  lead: ['lead', 'leads'],
  spend: ['row', 'rows'],
  work_done: ['row', 'rows'],
  account: ['account', 'accounts'],
  contact: ['contact', 'contacts'],
};
