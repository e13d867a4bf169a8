import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import css from './FeedDialog.module.css';

/** The secret address at which calendar programs read the milestones: opened, copied, replaced, closed. */
export const FeedDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { id, company, may, ask } = useCompany();
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const rule = may('company/open-feed') ? null : 'Only owners and marketers open a calendar feed';
  const { n, open } = company.feed;
  useEffect(() => {
    if (!open || rule !== null || busy) return;
    let left = false;
    call('feed', { company: id }).then(
      (answer) => {
        if (!left) setLink(answer.link);
      },
      (thrown: unknown) => {
        if (!left) setProblem(problemOf(thrown).text);
      },
    );
    return () => {
      left = true;
    };
  }, [busy, id, open, n, rule]);
  const decide = async (type: 'company/open-feed' | 'company/close-feed'): Promise<void> => {
    const answer = ask([{ type }]);
    if (!answer.ok) return setProblem(answer.words);
    setLink(null);
    setProblem(null);
    // The address is asked for once the server has decided, not while only this page has.
    setBusy(true);
    await answer.landed;
    setBusy(false);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Milestones in your calendar"
      foot={
        <>
          {open && (
            <>
              <Button kind="quiet" forbid={rule} onPress={() => void decide('company/close-feed')}>
                Close the feed
              </Button>
              <Button forbid={rule} onPress={() => void decide('company/open-feed')}>
                Replace the address
              </Button>
            </>
          )}
          {open ? (
            <Button
              kind="primary"
              forbid={link ? null : (rule ?? 'The address is being fetched')}
              onPress={() => {
                void navigator.clipboard.writeText(link!);
                say({ kind: 'done', text: 'The address is copied.' });
              }}
            >
              Copy the address
            </Button>
          ) : (
            <Button kind="primary" forbid={rule} onPress={() => void decide('company/open-feed')}>
              Open a feed
            </Button>
          )}
        </>
      }
    >
      <p>
        {open
          ? 'Calendar programs that know this address read the milestones from it, about once an hour. They see titles, days and priorities, no money.'
          : 'A feed gives calendar programs a secret address to read the milestones from. You can close it at any time.'}
      </p>
      {open && link && (
        <output className={css.link} aria-label="Address of the feed">
          {link}
        </output>
      )}
      {open && <p className="mut sm">Whoever has the address can read it. Replacing it makes the old one worthless.</p>}
      {problem && <Note kind="off">{problem}</Note>}
    </Dialog>
  );
};
