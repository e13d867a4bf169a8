import { useDeferredValue, useMemo, useState } from 'react';
import { checkLink, linksIn } from '../../../views/links/check.ts';
import { capital, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { CheckedLink } from './CheckedLink.tsx';
import { copied } from './copied.ts';
import { LinesField } from './LinesField.tsx';
import css from './LinksScreen.module.css';

/** Every link in what is pasted: whose touch it would be, and what is wrong. Nothing leaves the browser. */
export const CheckLinks = () => {
  const { book } = useCompany();
  const [text, setText] = useState('');
  const read = useDeferredValue(text);
  const links = useMemo(
    () =>
      linksIn(read)
        .slice(0, 500)
        .map((found) => checkLink(found, [...book.campaign.values()])),
    [read, book],
  );
  const lost = links.filter(({ campaign }) => campaign === null).length;
  const wrong = links.filter(({ problems }) => problems.length > 0).length;
  const better = links.map(({ better: mended, found }) => mended ?? found);
  return (
    <div className={css.build}>
      <LinesField label="Links, a list of them, or the text of a mail" placeholder="Paste here" value={text} onChange={setText} />
      {links.length === 0 ? (
        <p className="mut sm">
          {read.trim() === '' ? 'Each link is read as the touch it would become.' : 'There is no link in this text.'}
        </p>
      ) : (
        <>
          <p>
            <Status kind={lost > 0 ? 'off' : wrong > 0 ? 'risk' : 'on'}>
              {lost > 0
                ? `${capital(plural(lost, 'link', 'links'))} of ${links.length} would belong to no campaign.`
                : wrong > 0
                  ? `Every link finds its campaign; ${plural(wrong, 'could be', 'could be')} written better.`
                  : links.length === 1
                    ? 'The link is right.'
                    : `All ${links.length} links are right.`}
            </Status>
          </p>
          <ul className={css.checked}>
            {links.map((link) => (
              <CheckedLink key={link.found} link={link} />
            ))}
          </ul>
          {wrong > 1 && (
            <Button onPress={() => void copied(better.join('\n'), 'The links as they ought to be are copied.')}>
              Copy all as they ought to be
            </Button>
          )}
        </>
      )}
    </div>
  );
};
