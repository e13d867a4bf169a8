import { useQueryClient } from '@tanstack/react-query';
import { dayWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Table } from '../../components/Table.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import { ROLE } from './roles.ts';
import css from './Settings.module.css';

/** Links that were given out and not yet taken up. */
export const Invitations = () => {
  const { id: company, today } = useCompany();
  const queries = useQueryClient();
  const facts = useFacts('invitations', {});
  const withdraw = async (id: string): Promise<void> => {
    try {
      await call('withdraw-invitation', { company, id });
      await queries.invalidateQueries({ queryKey: ['facts', company, 'invitations'] });
      say({ kind: 'done', text: 'The link is worthless now.' });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
  };
  return (
    <Answered of={facts} what="the invitations">
      {({ invitations }) =>
        invitations.length > 0 && (
          <section className={css.part} aria-labelledby="invited">
            <h2 id="invited">Invited, not here yet</h2>
            <Table
              label="Invitations"
              rows={invitations}
              keyOf={(i) => i.id}
              columns={[
                { key: 'name', head: 'Name', cell: (i) => i.name },
                { key: 'role', head: 'Role', cell: (i) => ROLE[i.role].name },
                { key: 'until', head: 'Until', cell: (i) => dayWords(i.expires.slice(0, 10), today) },
                {
                  key: 'do',
                  head: <span className="unseen">Withdraw</span>,
                  cell: (i) => (
                    <Button size="small" kind="quiet" onPress={() => void withdraw(i.id)}>
                      Withdraw
                    </Button>
                  ),
                },
              ]}
            />
          </section>
        )
      }
    </Answered>
  );
};
