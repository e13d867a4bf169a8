import { useQueryClient } from '@tanstack/react-query';
import { calledWords, saidWords } from '../../../views/identity/words.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import css from './IdentityScreen.module.css';
import type { Review } from './review.ts';

/** What was said about who is who, with who said it and the way back. */
export const Decided = ({ review: { decisions } }: { readonly review: Review }) => {
  const { id: company, may, today } = useCompany();
  const queries = useQueryClient();
  if (decisions.length === 0) return null;
  const undo = async (id: string): Promise<void> => {
    try {
      await call('identity undo', { company, id });
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      say({ kind: 'done', text: 'Taken back. Every number is as it was without it.' });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
  };
  return (
    <section className={css.part} aria-labelledby="decided">
      <h2 id="decided">Said</h2>
      {decisions.map((one) => (
        <div key={one.id} className={css.line} style={{ cursor: 'default' }}>
          <div>
            <span className={one.revokedAt ? 'dim' : undefined}>
              {saidWords(one.of, calledWords(one.a, one.aName), calledWords(one.b, one.bName), one.same)}.
            </span>
            <p className="dim xs">
              {one.by}, {dayWords(one.at.slice(0, 10), today)}
              {one.why && `: ${one.why}`}
              {one.revokedAt && ` · taken back by ${one.revokedBy ?? 'somebody'}, ${dayWords(one.revokedAt.slice(0, 10), today)}`}
            </p>
          </div>
          {!one.revokedAt && may('campaign/plan') && (
            <Button size="small" onPress={() => void undo(one.id)}>
              Take back
            </Button>
          )}
        </div>
      ))}
    </section>
  );
};
