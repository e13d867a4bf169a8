import { useState } from 'react';
import type { CampaignId } from '../../../kernel/ids.ts';
import { capital, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/Note.tsx';
import type { Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { CampaignName } from './CampaignName.tsx';
import css from './NamesScreen.module.css';

type Meant = { readonly found: string; readonly to: CampaignId };

/** Campaign names nobody answers to. What they mean is a decision: an alias of the campaign. One, or those that are ticked. */
export const CampaignNames = ({ campaigns }: { readonly campaigns: Output<'names'>['campaigns'] }) => {
  const { book, may, ask } = useCompany();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const allowed = may('campaign/add-alias');
  const near = campaigns.filter((c) => c.candidates.length > 0);
  const alike = campaigns.filter((c) => c.candidates[0]?.distance === 0);
  const chosen = near.filter((c) => ticked.has(c.found));
  const mean = (meant: readonly Meant[]): void => {
    const answer = ask(meant.map(({ found, to }) => ({ type: 'campaign/add-alias', id: to, alias: found })));
    if (!answer.ok) return say({ kind: 'problem', text: answer.words });
    const [first] = meant;
    setTicked(new Set());
    say({
      kind: 'done',
      text:
        meant.length === 1
          ? `${first!.found} now means ${book.campaign.get(first!.to)?.name}.`
          : `${capital(plural(meant.length, 'name'))} matched.`,
      undo: () => {
        const back = ask(meant.map(({ found, to }) => ({ type: 'campaign/remove-alias', id: to, alias: found })));
        if (!back.ok) say({ kind: 'problem', text: back.words });
      },
    });
  };
  const firstOf = (c: (typeof near)[number]): Meant => ({ found: c.found, to: c.candidates[0]!.id as CampaignId });
  return (
    <section className={css.part} aria-labelledby="campaign-names">
      <h2 id="campaign-names">Campaigns, as the tools call them</h2>
      {allowed && near.length > 1 && (
        <Note
          action={
            chosen.length > 0 ? (
              <Button kind="primary" onPress={() => mean(chosen.map(firstOf))}>
                Match the {chosen.length} ticked
              </Button>
            ) : (
              <Button onPress={() => setTicked(new Set((alike.length > 0 ? alike : near).map((c) => c.found)))}>
                {alike.length > 0 ? `Tick the ${alike.length} that are alike` : `Tick the ${near.length} that are close`}
              </Button>
            )
          }
        >
          <b>{capital(plural(near.length, 'name is', 'names are'))} close to a campaign’s own.</b> Tick those that mean the campaign
          proposed, and match them at once.
        </Note>
      )}
      {campaigns.map((c) => (
        <CampaignName
          key={c.found}
          name={c}
          ticked={ticked.has(c.found)}
          onTick={
            allowed && c.candidates.length > 0
              ? (on) => setTicked(new Set(on ? [...ticked, c.found] : [...ticked].filter((one) => one !== c.found)))
              : null
          }
          onMean={allowed ? (to) => mean([{ found: c.found, to }]) : null}
        />
      ))}
    </section>
  );
};
