import type { Finding } from '../../kernel/answer.ts';
import { Note } from './Note.tsx';

/** A finding of an answer: what a careful reader must know, and what to do about it. */
export const FindingNote = ({ finding, action }: { readonly finding: Finding; readonly action?: React.ReactNode }) => (
  <Note kind="risk" action={action}>
    <b>{finding.text}</b> {finding.todo}
  </Note>
);
