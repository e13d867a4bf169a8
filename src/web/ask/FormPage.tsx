import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Output } from '../state/api.ts';
import { problemOf, type Problem } from '../state/problem.ts';
import { missing, useDraft, type Draft } from './draft.ts';
import { Frame } from './Frame.tsx';
import { IfAccepted } from './IfAccepted.tsx';
import { rememberNew } from './new-page.ts';
import { Press } from './Press.tsx';
import { RequestForm } from './RequestForm.tsx';
import { Said } from './Said.tsx';
import css from './FormPage.module.css';

type Opened = Output<'open-form'>;
type Props = { readonly company: string; readonly token: string };

/** The form behind a share link. */
export const FormPage = ({ company, token }: Props) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [errors, setErrors] = useState<{ readonly [F in keyof Draft]?: string }>({});
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const [draft, change, clear] = useDraft(`lockstep:ask:${company}:${token.slice(-8)}`);

  const open = useCallback(async (): Promise<void> => {
    try {
      setOpened(await call('open-form', { company, token }));
      setProblem(null);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }, [company, token]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what the server answers is what this page shows
    void open();
  }, [open]);

  const send = async (): Promise<void> => {
    const gaps = missing(draft);
    setErrors(gaps);
    if (Object.keys(gaps).length > 0 || !opened || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const { link } = await call('file-request', {
        company,
        token,
        stamp: opened.stamp,
        ...draft,
        due: draft.due === '' ? null : draft.due,
      });
      clear();
      const { pathname } = new URL(link);
      rememberNew(pathname);
      location.assign(pathname);
    } catch (thrown) {
      const said = problemOf(thrown);
      if (said.code === 'form-too-old') await open();
      setErrors(fieldsOf(said));
      setProblem(said);
      setBusy(false);
      sending.current = false;
    }
  };

  if (!opened)
    return (
      <Frame company={null} note="">
        {problem ? (
          <>
            <h1 className={css.title}>{problem.code === 'form-closed' ? 'This form is closed.' : 'Nothing can be asked here.'}</h1>
            <Said
              text={problem.text}
              todo={problem.todo}
              action={problem.code === 'unreachable' && <Press onPress={() => void open()}>Try again</Press>}
            />
          </>
        ) : (
          <p className={css.opening}>Opening the form …</p>
        )}
      </Frame>
    );
  return (
    <Frame
      company={opened.company}
      side={
        <>
          <IfAccepted queue={opened.queue} why={opened.why} due={draft.due} today={opened.today} />
          <h2>What happens next</h2>
          <p className={css.sm}>
            We accept, join, defer or decline, always with a reason. You get a page of your own that shows where it stands, every day.
            {opened.mails && ' With an address you hear of it by mail, too.'}
          </p>
        </>
      }
    >
      <h1 className={css.title}>What result do you need?</h1>
      <p className={css.sub}>Tell us what should be different afterwards. How we get there comes last, and we will decide it together.</p>
      <RequestForm
        draft={draft}
        onChange={change}
        errors={errors}
        onSend={() => void send()}
        busy={busy}
        problem={problem && <Said text={problem.text} todo={problem.todo} />}
        as={
          draft.name.trim() === ''
            ? 'Without a name, if you like.'
            : `As ${draft.name.trim()}${draft.email.trim() === '' ? '' : `, ${draft.email.trim()}`}.`
        }
        stranger
        mails={opened.mails}
      />
    </Frame>
  );
};

/** What the server said of single fields. */
const fieldsOf = ({ detail }: Problem): { readonly [F in keyof Draft]?: string } => {
  const fields =
    typeof detail === 'object' && detail !== null && 'fields' in detail ? (detail.fields as { field: string; text: string }[]) : [];
  return Object.fromEntries(fields.map(({ field, text }) => [field, `This ${text}.`]));
};
