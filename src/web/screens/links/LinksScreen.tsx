import { useSearchParams } from 'wouter';
import { Head } from '../../components/Head.tsx';
import { useFacts } from '../../state/facts.ts';
import { Segments } from '../../components/Segments.tsx';
import { BuildLinks } from './BuildLinks.tsx';
import { CheckLinks } from './CheckLinks.tsx';
import { SeenLinks } from './SeenLinks.tsx';
import { seenTitle } from './seen-title.ts';
import css from './LinksScreen.module.css';

type Tab = 'build' | 'check' | 'seen';
const TITLES: { readonly [T in Tab]: string } = {
  build: 'A link with the tracking key is a touch that finds its campaign.',
  check: 'Look before a link goes out: what would a touch by it be given?',
  seen: 'Counting how the links came back.',
};

/** Links of campaigns: built, checked, and as they came back in the touches. */
export const LinksScreen = () => {
  const [search, setSearch] = useSearchParams();
  const tab: Tab = (['check', 'seen'] as const).find((one) => one === search.get('tab')) ?? 'build';
  const seen = useFacts('ask', { question: 'link-variants' }, tab === 'seen');
  return (
    <>
      <Head
        title={tab === 'seen' && seen.data ? seenTitle(seen.data) : TITLES[tab]}
        sub="Source and medium tell the channel by written rules; the campaign is its tracking key, in lower case."
      />
      <div className={css.tabs}>
        <Segments
          label="Links"
          value={tab}
          onChoose={(to) =>
            setSearch((now) => {
              now.set('tab', to);
              return now;
            })
          }
          choices={[
            { value: 'build', text: 'Build' },
            { value: 'check', text: 'Check' },
            { value: 'seen', text: 'Seen in touches' },
          ]}
        />
      </div>
      {tab === 'build' ? <BuildLinks campaign={search.get('campaign')} /> : tab === 'check' ? <CheckLinks /> : <SeenLinks />}
    </>
  );
};
