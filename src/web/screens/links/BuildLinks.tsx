import { lazy, Suspense, useState } from 'react';
import type { CampaignId } from '../../../kernel/ids.ts';
import { buildLink } from '../../../views/links/build.ts';
import { channelFor, houseValue, usualFor } from '../../../views/links/conventions.ts';
import { capital, list, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { LinesField } from './LinesField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { copied } from './copied.ts';
import css from './LinksScreen.module.css';

const LinkCode = lazy(async () => ({ default: (await import('./LinkCode.tsx')).LinkCode }));

/** Links of one campaign, as many as addresses are pasted. */
export const BuildLinks = ({ campaign }: { readonly campaign: string | null }) => {
  const { book } = useCompany();
  const all = [...book.campaign.values()].filter(({ retired }) => !retired).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const [id, setId] = useState<string | null>(campaign && book.campaign.has(campaign as CampaignId) ? campaign : (all[0]?.id ?? null));
  const chosen = id === null ? undefined : book.campaign.get(id as CampaignId);
  const [said, setSaid] = useState<{ readonly source?: string; readonly medium?: string }>({});
  const [content, setContent] = useState('');
  const [term, setTerm] = useState('');
  const [addresses, setAddresses] = useState('');
  const [coded, setCoded] = useState<string | null>(null);
  if (!chosen)
    return (
      <Empty action={<Button href="/market/campaigns?do=add">Plan a campaign</Button>}>
        A link carries the tracking key of a campaign, so the campaign comes first.
      </Empty>
    );
  const usual = usualFor(chosen.channel);
  const source = said.source ?? usual.source;
  const medium = said.medium ?? usual.medium;
  const lines = addresses
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const built = lines.map((address) => ({ address, link: buildLink({ address, key: chosen.key, source, medium, content, term }) }));
  const urls = built.flatMap(({ link }) => (link.ok ? [link.value.url] : []));
  const channel = channelFor(houseValue(source), houseValue(medium));
  return (
    <div className={css.build}>
      <div className={css.fields}>
        <SelectField
          label="Campaign"
          value={id}
          choices={all.map((one) => ({ value: one.id, label: `${one.name} (${one.key})` }))}
          onChange={(to) => {
            setId(to);
            setSaid({});
          }}
        />
        <TextField
          label="Source: who carries it"
          placeholder="linkedin"
          value={source}
          onChange={(to) => setSaid({ ...said, source: to })}
          maxLength={80}
        />
        <TextField
          label="Medium: how"
          placeholder="paid-social"
          value={medium}
          onChange={(to) => setSaid({ ...said, medium: to })}
          maxLength={80}
        />
        <TextField label="Content: which of several, if there are" value={content} onChange={setContent} maxLength={80} />
        <TextField label="Term: what was searched for, if anything" value={term} onChange={setTerm} maxLength={80} />
      </div>
      <LinesField
        label="Where the links lead, one address a line"
        placeholder="https://company.example/page"
        value={addresses}
        onChange={setAddresses}
      />
      {source.trim() !== '' && medium.trim() !== '' && (
        <p className="sm">
          A touch by {lines.length > 1 ? 'these links' : 'this link'} belongs to <b>{chosen.name}</b>, by the channel <b>{channel}</b>
          {channel !== null && channel.toLowerCase() !== chosen.channel.toLowerCase() && ` (the campaign says ${chosen.channel})`}.
        </p>
      )}
      {built.length > 0 && (
        <section aria-label="Links">
          <ul className={css.links}>
            {built.map(({ address, link }, i) =>
              link.ok ? (
                <li key={`${i} ${address}`}>
                  <code>{link.value.url}</code>
                  <span className={css.does}>
                    <Button size="small" onPress={() => void copied(link.value.url, 'The link is copied.')}>
                      Copy
                    </Button>
                    <Button size="small" onPress={() => setCoded(coded === link.value.url ? null : link.value.url)}>
                      {coded === link.value.url ? 'Hide the QR code' : 'QR code'}
                    </Button>
                  </span>
                  {link.value.changed.length > 0 && <p className="dim xs">{capital(list(link.value.changed))}.</p>}
                  {coded === link.value.url && (
                    <Suspense fallback={null}>
                      <LinkCode url={coded} name={`${chosen.key}-${i + 1}`} />
                    </Suspense>
                  )}
                </li>
              ) : (
                <li key={`${i} ${address}`}>
                  <Note kind="off">
                    <b>{address.slice(0, 80)}</b>: {link.refusal.text} {link.refusal.todo}
                  </Note>
                </li>
              ),
            )}
          </ul>
          {urls.length > 1 && (
            <Button onPress={() => void copied(urls.join('\n'), `${capital(plural(urls.length, 'link is', 'links are'))} copied.`)}>
              Copy all {urls.length}
            </Button>
          )}
        </section>
      )}
    </div>
  );
};
