import type { CampaignId } from '../../../kernel/ids.ts';
import { capital, dayWords, list, moneyShort, plural, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/Note.tsx';
import type { Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { MeansField } from './MeansField.tsx';
import css from './NamesScreen.module.css';

/** Campaign names nobody answers to. What they mean is a decision: an alias of the campaign. */
export const CampaignNames = ({ campaigns }: { readonly campaigns: Output<'names'>['campaigns'] }) => {
  const { book, may, ask, today } = useCompany();
  const all = [...book.campaign.values()].filter((c) => !c.retired).map((c) => ({ value: c.id as string, label: c.name }));
  const mean = (found: string, to: string): void => {
    const answer = ask([{ type: 'campaign/add-alias', id: to as CampaignId, alias: found }]);
    if (answer.ok) say({ kind: 'done', text: `${found} now means ${book.campaign.get(to as CampaignId)?.name}.` });
    else say({ kind: 'problem', text: answer.words });
  };
  const nameOf = (id: string, otherwise: string): string => book.campaign.get(id as CampaignId)?.name ?? otherwise;
  const alike = campaigns.filter((c) => c.candidates[0]?.distance === 0);
  const meanAlike = (): void => {
    const answer = ask(alike.map((c) => ({ type: 'campaign/add-alias', id: c.candidates[0]!.id as CampaignId, alias: c.found })));
    say(answer.ok ? { kind: 'done', text: `${capital(plural(alike.length, 'name'))} matched.` } : { kind: 'problem', text: answer.words });
  };
  return (
    <section className={css.part} aria-labelledby="campaign-names">
      <h2 id="campaign-names">Campaigns, as the tools call them</h2>
      {alike.length > 1 && may('campaign/add-alias') && (
        <Note action={<Button onPress={meanAlike}>Match {alike.length} names</Button>}>
          <b>{capital(plural(alike.length, 'name'))}</b> differ from a campaign’s own only by case, space or a dash:{' '}
          {list(alike.slice(0, 3).map((c) => c.found))}
          {alike.length > 3 && ' …'}
        </Note>
      )}
      {campaigns.map((c) => {
        const close = new Set(c.candidates.map((x) => x.id));
        const carries = [
          c.touches > 0 && tally(c.touches, 'touch', 'touches'),
          c.leads > 0 && tally(c.leads, 'lead'),
          ...c.spend.map((s) => `${moneyShort(s)} spent`),
        ].filter((x): x is string => Boolean(x));
        return (
          <div key={c.found} className={css.line}>
            <div>
              <b>{c.found}</b>
              <p className="mut sm">
                {list(carries)}
                {c.firstOn && c.lastOn && `, ${dayWords(c.firstOn, today)} to ${dayWords(c.lastOn, today)}`}.{' '}
                {c.touches > 0 ? 'Their credit stands in “no campaign”.' : 'It is the cost of no campaign.'}
              </p>
            </div>
            {may('campaign/add-alias') && (
              <MeansField
                label={`The campaign ${c.found} means`}
                first={c.candidates[0]?.id}
                candidates={[
                  ...c.candidates.map((x) => ({ value: x.id, label: nameOf(x.id, x.name) })),
                  ...all.filter((x) => !close.has(x.value)),
                ]}
                onMean={(to) => mean(c.found, to)}
              />
            )}
          </div>
        );
      })}
    </section>
  );
};
