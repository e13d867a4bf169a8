import { useState } from 'react';
import { IconLock } from '@tabler/icons-react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { criteriaWords } from '../../../views/market/criteria-words.ts';
import { frameWords } from '../../../views/market/frame-words.ts';
import { instantWords } from '../../../views/market/instant-words.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { unseenKinds } from '../../../views/market/unseen-kinds.ts';
import { useFacts } from '../../state/facts.ts';
import { useCompany } from '../../state/company.tsx';
import type { PersonId } from '../../../kernel/ids.ts';
import { CriteriaDialog } from './CriteriaDialog.tsx';
import css from './Micro.module.css';

type Open = 'write' | 'propose' | 'freeze' | 'decline' | null;

/** Success criteria: what was agreed, by whom, and what is still to be done before they hold. */
export const CriteriaCard = ({ campaign, start }: { readonly campaign: Campaign; readonly start?: Open }) => {
  const { ask, company, may, me, nameOf, noteOf, today } = useCompany();
  const [open, setOpen] = useState<Open>(start ?? null);
  const { id, micro } = campaign;
  const written = micro!.written;
  const close = (): void => setOpen(null);
  const frozen = written?.frozen ?? null;
  const proposed = written?.proposed ?? null;
  const overtaken = written?.overtaken ?? null;
  const mine = proposed?.second === me;
  return (
    <section className={css.criteria} aria-label="Success criteria">
      <h2>
        {frozen && <IconLock size={15} stroke={1.8} aria-hidden="true" />}
        Success criteria{frozen ? ', frozen' : written ? ', not frozen' : ''}
      </h2>
      {written ? (
        <dl>
          {criteriaWords(written.criteria, company.currency, today).map(({ label, text }) => (
            <div key={label + text}>
              <dt>{label}</dt>
              <dd className="agreed">{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="mut sm">What would make us scale this, and what would make us stop? Nothing starts before two people have said so.</p>
      )}
      {frozen && (
        <p className="mut sm">
          Frozen on {instantWords(frozen.at, company.zone, today)} by {nameOf(proposed!.by)} and {nameOf(frozen.by)}. Unchanged: no command
          changes them, a new campaign is the way.
        </p>
      )}
      {!frozen && proposed && (
        <p className="sm">
          Put to <b>{nameOf(proposed.second)}</b> by {nameOf(proposed.by)} on {instantWords(proposed.at, company.zone, today)}.
        </p>
      )}
      {!frozen && overtaken && (
        <Note kind="risk">
          {nameOf(overtaken.by)} put them to <b>{nameOf(overtaken.second)}</b> on {instantWords(overtaken.at, company.zone, today)}. Since
          then the brief, dates, budget, channel or names have changed, so they must be put forward again.
        </Note>
      )}
      {!frozen && written?.declined && (
        <Note kind="risk">
          {nameOf(written.declined.by)} did not freeze them: <span className="agreed">{noteOf(written.declined.why)}</span>
        </Note>
      )}
      {!frozen && !campaign.retired && (
        <div className={css.acts}>
          {mine && (
            <>
              <Button kind="primary" onPress={() => setOpen('freeze')}>
                Freeze them
              </Button>
              <Button onPress={() => setOpen('decline')}>Say no</Button>
            </>
          )}
          {may('campaign/write-criteria') && (
            <>
              {written && !mine && (
                <Button kind={proposed ? 'plain' : 'primary'} onPress={() => setOpen('propose')}>
                  {proposed ? 'Name somebody else' : overtaken ? 'Put them forward again' : 'Put to a second person'}
                </Button>
              )}
              <Button kind={written ? 'quiet' : 'primary'} onPress={() => setOpen('write')}>
                {written ? 'Reword' : 'Write the criteria'}
              </Button>
            </>
          )}
        </div>
      )}
      {open === 'write' && <CriteriaDialog campaign={campaign} onClose={close} />}
      {open === 'propose' && written && <ProposeDialog campaign={campaign} revision={written.revision} onClose={close} />}
      {open === 'freeze' && written && <FreezeDialog campaign={campaign} revision={written.revision} onClose={close} />}
      {open === 'decline' && written && (
        <WhyDialog
          title="Say no to these criteria"
          does="Say no"
          onClose={close}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'campaign/decline-criteria', id, revision: written.revision, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        />
      )}
    </section>
  );
};

type About = { readonly campaign: Campaign; readonly revision: number; readonly onClose: () => void };

const ProposeDialog = ({ campaign, revision, onClose }: About) => {
  const { ask, me, company } = useCompany();
  const { data } = useFacts('touch-rules', {});
  const unseen = unseenKinds(campaign.micro!.written!.criteria, data?.known.kinds ?? []);
  const [second, setSecond] = useState<PersonId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const go = (): void => {
    const answer = second && ask([{ type: 'campaign/propose-criteria', id: campaign.id, revision, second }]);
    if (answer && !answer.ok) return setRefused(answer.words);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Who freezes the criteria with you?"
      onSubmit={go}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={second ? null : 'Name the second person'}>
            Put them forward
          </Button>
        </>
      }
    >
      <PersonField
        label="Second person"
        hint="Somebody else than you. Only the person you name can freeze them."
        value={second}
        onChange={setSecond}
        among={(person) => person !== me && company.members[person]?.role !== 'viewer'}
      />
      {unseen && <Note kind="risk">{unseen}</Note>}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

/** A signed act: it shows exactly what is frozen, and takes a confirmed press. */
const FreezeDialog = ({ campaign, revision, onClose }: About) => {
  const { ask, book, company, nameOf, noteOf, today } = useCompany();
  const [refused, setRefused] = useState<string | null>(null);
  const { written, hypothesis } = campaign.micro!;
  const go = (): void => {
    const answer = ask([{ type: 'campaign/freeze', id: campaign.id, revision }]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Freeze the criteria of “${campaign.name}”`}
      onSubmit={go}
      foot={
        <>
          <Button onPress={onClose}>Not yet</Button>
          <Button kind="primary" submit>
            Freeze them
          </Button>
        </>
      }
    >
      <p className="agreed">{noteOf(hypothesis)}</p>
      <dl className={css.frozen}>
        {[...criteriaWords(written!.criteria, company.currency, today), ...frameWords(book, campaign, today)].map(({ label, text }) => (
          <div key={label + text}>
            <dt>{label}</dt>
            <dd className="agreed">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="sm mut">
        {written!.proposed
          ? `Put forward by ${nameOf(written!.proposed.by)}. With your name beside it nobody can change it any more, you neither.`
          : 'Something changed since these were put to you, so they must be put forward again.'}
      </p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
