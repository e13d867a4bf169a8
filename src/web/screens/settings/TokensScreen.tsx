import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { dayWords, capital, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Head } from '../../components/Head.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Table } from '../../components/Table.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { useFacts } from '../../state/facts.ts';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import css from './Settings.module.css';
import { ShownOnce } from './ShownOnce.tsx';

/** API tokens: what programs may do in this company's name. */
export const TokensScreen = () => {
  const { id: company, may, today } = useCompany();
  const queries = useQueryClient();
  const own = may('company/rename');
  const facts = useFacts('tokens', {}, own);
  const [making, setMaking] = useState(false);
  if (!own) return <Head title="Only owners see API tokens." sub="Ask an owner of the company for one." />;
  const revoke = async (id: string): Promise<void> => {
    try {
      await call('token revoke', { company, id });
      await queries.invalidateQueries({ queryKey: ['facts', company, 'tokens'] });
      say({ kind: 'done', text: 'The token is worthless now.' });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
  };
  return (
    <Answered of={facts} what="the tokens">
      {({ tokens }) => (
        <>
          <Head
            title={
              tokens.length === 0
                ? 'No program has a token for this company.'
                : `${capital(plural(tokens.length, 'token opens', 'tokens open'))} this company to programs.`
            }
            sub="A token works for this company alone, to read or to write. The interface is described at /api/openapi.json."
            actions={
              <Button kind="primary" onPress={() => setMaking(true)}>
                Make a token
              </Button>
            }
          />
          <div className={css.body}>
            {tokens.length === 0 ? (
              <Empty action={<Button onPress={() => setMaking(true)}>Make the first</Button>}>
                Tokens stand here by name, with when each was last used.
              </Empty>
            ) : (
              <Table
                label="API tokens"
                rows={tokens}
                keyOf={(t) => t.id}
                columns={[
                  { key: 'name', head: 'Name', cell: (t) => t.name },
                  { key: 'scope', head: 'May', cell: (t) => t.scope },
                  { key: 'made', head: 'Made', cell: (t) => dayWords(t.made.slice(0, 10), today) },
                  {
                    key: 'used',
                    head: 'Last used',
                    cell: (t) => (t.lastUsed ? dayWords(t.lastUsed.slice(0, 10), today) : <span className="dim">never</span>),
                  },
                  {
                    key: 'do',
                    head: <span className="unseen">Revoke</span>,
                    cell: (t) => (
                      <Button size="small" kind="quiet" onPress={() => void revoke(t.id)}>
                        Revoke
                      </Button>
                    ),
                  },
                ]}
              />
            )}
          </div>
          {making && <MakeToken onClose={() => setMaking(false)} />}
        </>
      )}
    </Answered>
  );
};

const MakeToken = ({ onClose }: { readonly onClose: () => void }) => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'read' | 'write'>('read');
  const [made, setMade] = useState<string | null>(null);
  const doing = useDoing(async () => {
    setMade((await call('token add', { company, name: name.trim(), scope })).token);
    await queries.invalidateQueries({ queryKey: ['facts', company, 'tokens'] });
  });
  if (made)
    return (
      <Dialog
        opened
        onClose={onClose}
        title="Copy the token now"
        foot={
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        }
      >
        <ShownOnce label="API token" value={made} />
        <p className="mut sm">It is shown this once; only its fingerprint is kept.</p>
      </Dialog>
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Make a token"
      onSubmit={() => name.trim() !== '' && doing.run()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit busy={doing.busy} forbid={name.trim() === '' ? 'Say what it is for' : null}>
            Make it
          </Button>
        </>
      }
    >
      <TextField label="What it is for" value={name} onChange={setName} maxLength={80} autoFocus />
      <ChoiceField
        label="It may"
        value={scope}
        onChange={setScope}
        options={[
          { value: 'read', text: 'Read', small: 'Ask questions, see decisions and loads.' },
          { value: 'write', text: 'Write', small: 'Load files and decide, as you.' },
        ]}
      />
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
    </Dialog>
  );
};
