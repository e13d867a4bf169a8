import { useState } from 'react';
import { Link } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { isFrozen } from '../../../domain/campaign/micro.ts';
import type { CampaignId } from '../../../kernel/ids.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayWords, moneyFull } from '../../../views/words/format.ts';
import { microState } from '../../../views/market/micro-state.ts';
import { campaignState } from '../../../views/work/campaigns.ts';
import { whyCampaign } from '../../../views/work/chain.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { ThreadList } from '../../components/thread/ThreadList.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import { RebriefDialog } from '../micro/RebriefDialog.tsx';
import { changesOf, draftOf } from './campaign-plan.ts';
import { CampaignFields, type CampaignDraft } from './CampaignFields.tsx';
import { CampaignNumbers } from './CampaignNumbers.tsx';
import { Names } from './Names.tsx';

/** One campaign: why it exists, how it is recognised, what it met, and what can be changed. */
export const CampaignDrawer = ({ campaign, order }: { readonly campaign: Campaign; readonly order: readonly CampaignId[] }) => {
  const { book, company, may, ask, noteOf, nameOf, today } = useCompany();
  const { id } = campaign;
  const wasWhy = campaign.foundational ? noteOf(campaign.foundational) : '';
  const [draft, setDraft] = useState<CampaignDraft | null>(null);
  const [dropping, setDropping] = useState(false);
  const [briefing, setBriefing] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const at = order.indexOf(id);
  useBearings({ crumb: campaign.name, to: knotsTo(whyCampaign(book, id)) });
  const step = (by: number): string | undefined => (at >= 0 && order[at + by] ? HREF.campaign(order[at + by]!) : undefined);
  const save = (): void => {
    const { commands, notes } = draft ? changesOf(campaign, draft, wasWhy) : { commands: [], notes: [] };
    const answer = commands.length === 0 ? null : ask(commands, { notes });
    if (answer && !answer.ok) return setRefused(answer.words);
    setRefused(null);
    setDraft(null);
  };
  return (
    <Drawer
      title={campaign.name}
      kick={`${campaign.channel}, ${campaignState(campaign, today)}`}
      closeTo="/market/campaigns"
      previous={step(-1)}
      next={step(1)}
      foot={
        may('campaign/rename') &&
        !campaign.retired &&
        (draft ? (
          <>
            <Button kind="primary" onPress={save}>
              Save changes
            </Button>
            <Button onPress={() => setDraft(null)}>Leave unchanged</Button>
          </>
        ) : (
          <>
            <Button onPress={() => setDraft(draftOf(campaign, wasWhy))}>Change</Button>
            <Button kind="quiet" onPress={() => setDropping(true)}>
              Drop
            </Button>
          </>
        ))
      }
    >
      {refused && <Note kind="off">{refused}</Note>}
      {draft ? (
        <Form onSubmit={save}>
          <CampaignFields draft={draft} onChange={setDraft} frozen={isFrozen(campaign.micro)} />
        </Form>
      ) : (
        <>
          <section className={item.part}>
            <h3>Why it exists</h3>
            <ThreadList
              knots={whyCampaign(book, id).map((s) => ({ link: s.link, name: s.label, sub: s.sub, href: s.href ?? undefined, gap: s.gap }))}
            />
            {wasWhy && <p className="agreed">{wasWhy}</p>}
          </section>
          {campaign.micro ? (
            <section className={item.part}>
              <h3>Micro-campaign</h3>
              <p className="sm">
                {microState(book, campaign, today)?.said}.{' '}
                <Link className="lnk" href={`/market/micro/${id}`}>
                  Brief and criteria
                </Link>
              </p>
            </section>
          ) : (
            may('campaign/brief') &&
            !campaign.retired && (
              <section className={item.part}>
                <h3>Not tested</h3>
                <p className="sm mut">
                  It has no criteria that were frozen before its start, so nothing will say whether it should grow or stop.
                </p>
                <p>
                  <Button
                    size="small"
                    forbid={today > campaign.from ? 'It has begun: what counts as success is frozen before the first day' : null}
                    onPress={() => setBriefing(true)}
                  >
                    Make it a micro-campaign
                  </Button>
                </p>
              </section>
            )
          )}
          <CampaignNumbers campaign={campaign} />
          <Names campaign={campaign} />
          <dl className={item.facts}>
            <dt>When</dt>
            <dd>
              {dayWords(campaign.from, today)} to {dayWords(campaign.to, today)}
            </dd>
            <dt>Budget</dt>
            <dd>
              {campaign.budgetMinor === null
                ? 'none recorded, or not shown to your role'
                : moneyFull({ minor: campaign.budgetMinor, currency: company.currency })}
            </dd>
            <dt>Owner</dt>
            <dd>{nameOf(campaign.owner)}</dd>
            {campaign.retired && (
              <>
                <dt>Dropped</dt>
                <dd className="agreed">{noteOf(campaign.retired.why)}</dd>
              </>
            )}
          </dl>
        </>
      )}
      {briefing && <RebriefDialog campaign={campaign} onClose={() => setBriefing(false)} />}
      {dropping && (
        <WhyDialog
          title={`Drop “${campaign.name}”?`}
          does="Drop the campaign"
          onClose={() => setDropping(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'campaign/drop', id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        >
          <p className="mut sm">Its names become free. Touches that carried them stand in “no campaign” from then on.</p>
        </WhyDialog>
      )}
      <Comments thing={campaign.id} />
    </Drawer>
  );
};
