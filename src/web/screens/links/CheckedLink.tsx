import { Link } from 'wouter';
import type { Checked } from '../../../views/links/check.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { list } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { copied } from './copied.ts';
import css from './LinksScreen.module.css';

/** One link as it would come back. */
export const CheckedLink = ({ link }: { readonly link: Checked }) => {
  const { campaign, channel, problems, better, near } = link;
  return (
    <li className={css.one}>
      <code>{link.found}</code>
      <p className="sm">
        <Status kind={campaign === null ? 'off' : problems.some(({ minor }) => !minor) ? 'risk' : 'on'}>
          {campaign ? <Link href={HREF.campaign(campaign.id)}>{campaign.name}</Link> : 'no campaign'}, {channel ?? 'no channel'}
        </Status>
      </p>
      {problems.length > 0 && (
        <ul className={css.problems}>
          {problems.map(({ code, text }) => (
            <li key={code} className="sm">
              {text}
            </li>
          ))}
        </ul>
      )}
      {near.length > 1 && <p className="dim xs">Close to it: {list(near.map(({ name, key }) => `${name} (${key})`))}.</p>}
      {better && (
        <p className={css.better}>
          <span className="sm mut">Better</span> <code>{better}</code>
          <Button size="small" onPress={() => void copied(better, 'The better link is copied.')}>
            Copy
          </Button>
        </p>
      )}
    </li>
  );
};
