/** ⌘Z: takes back what was decided last in this tab. How, domain/inverse.ts says. */
import { eventWords } from '../../views/words/events.ts';
import { capital } from '../../views/words/format.ts';
import type { CompanyHere } from '../state/company.tsx';
import { drop, lastDone } from '../state/decided.ts';
import { say } from '../state/toasts.ts';

/** Takes back what was decided last here, if it has an inverse and nobody has gone on from it; says what became of it. */
export const undoLast = async (here: CompanyHere): Promise<void> => {
  const last = lastDone(here.id);
  if (!last) return say({ kind: 'done', text: 'Nothing was decided in this tab that could be taken back.' });
  const [{ decideBatch }, { inverseOfBatch, standsAsLeft }] = await Promise.all([
    import('../../domain/decide.ts'),
    import('../../domain/inverse.ts'),
  ]);
  drop(last);
  const asked = decideBatch(last.before, last.commands, last.ctx);
  if (!asked.ok) return;
  const { entries, book: after } = asked.value;
  const { text } = eventWords(entries.at(-1)!.event, { book: after, nameOf: here.nameOf, today: here.today });
  const what = `You ${text}.`;
  const back = inverseOfBatch(entries, last.before);
  if (!back)
    return say({ kind: 'problem', text: `This cannot be taken back with a key: ${what}`, todo: 'Decide the other way where it stands.' });
  if (!standsAsLeft(entries, last.after, here.book))
    return say({ kind: 'problem', text: `Somebody has gone on from it: ${what}`, todo: 'Look at what stands now before you change it.' });
  const answer = here.ask(back, { silent: true });
  if (!answer.ok) return say({ kind: 'problem', text: answer.words });
  say({ kind: 'done', text: `Taken back: ${capital(text)}.`, undo: () => void here.ask(last.commands) });
};
