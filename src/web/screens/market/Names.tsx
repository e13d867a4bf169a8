import { useState } from 'react';
import { Link } from 'wouter';
import { IconX } from '@tabler/icons-react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { mayBeKnownAs, mayBeUnknownAs } from '../../../domain/campaign/frame.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import css from './CampaignsScreen.module.css';

/** The names a campaign is known by in the data; none of them may mean two campaigns. */
export const Names = ({ campaign }: { readonly campaign: Campaign }) => {
  const { ask, may } = useCompany();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { id } = campaign;
  const tell = (answer: ReturnType<typeof ask>): boolean => {
    setRefused(answer.ok ? null : answer.words);
    return answer.ok;
  };
  const allowed = may('campaign/add-alias') && !campaign.retired;
  return (
    <section className={item.part}>
      <h3>Known in the data as</h3>
      <ul className={css.names}>
        <li>
          <Tag kind="ok">{campaign.key}</Tag>
        </li>
        {campaign.aliases.map((alias) => (
          <li key={alias}>
            <Tag>
              {alias}
              {allowed && mayBeUnknownAs(campaign, alias).ok && (
                <button
                  type="button"
                  aria-label={`Remove the name ${alias}`}
                  onClick={() => tell(ask([{ type: 'campaign/remove-alias', id, alias }]))}
                >
                  <IconX size={12} aria-hidden="true" />
                </button>
              )}
            </Tag>
          </li>
        ))}
      </ul>
      {!campaign.retired && (
        <p className="sm">
          <Link className="lnk" href={`/market/links?campaign=${id}`}>
            Build its links
          </Link>
        </p>
      )}
      {allowed && !mayBeKnownAs(campaign).ok && (
        <p className="sm mut">
          Its criteria are frozen, and with them its names. After its start a name under which late data came may be added.
        </p>
      )}
      {allowed && mayBeKnownAs(campaign).ok && (
        <form
          className={css.add}
          onSubmit={(e) => {
            e.preventDefault();
            if (typed.trim() !== '' && tell(ask([{ type: 'campaign/add-alias', id, alias: typed }]))) setTyped('');
          }}
        >
          <TextField
            label="Another name"
            hint={
              campaign.micro?.started
                ? 'For late data. Its verdict says from then on that it is counted under one more name.'
                : 'A UTM value, a CRM campaign id, the ad platform’s name.'
            }
            value={typed}
            onChange={setTyped}
            error={refused}
            maxLength={200}
          />
          <Button submit forbid={typed.trim() === '' ? 'Type the name first' : null}>
            Add
          </Button>
        </form>
      )}
    </section>
  );
};
