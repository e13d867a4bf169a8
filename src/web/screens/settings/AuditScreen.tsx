import { localTime } from '../../../kernel/zone.ts';
import { Answered } from '../../components/Answered.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './Settings.module.css';

/** Sign-ins, grants and tokens, newest first. */
export const AuditScreen = () => {
  const { company, may } = useCompany();
  const own = may('company/rename');
  const facts = useFacts('audit', {}, own);
  if (!own) return <Head title="Only owners see the audit." />;
  return (
    <Answered of={facts} what="the audit">
      {({ entries }) => (
        <>
          <Head
            title={entries.length === 0 ? 'Nothing is recorded yet.' : 'Who came in, and who gave whom what.'}
            sub={`Times are those of ${company.zone.replaceAll('_', ' ')}.`}
          />
          <div className={css.body}>
            {entries.length === 0 ? (
              <Empty>Sign-ins, invitations, roles and tokens stand here with their time.</Empty>
            ) : (
              <Table
                label="Audit"
                rows={entries.map((e, place) => ({ ...e, place }))}
                keyOf={(e) => `${e.at} ${e.place}`}
                columns={[
                  { key: 'at', head: 'When', width: '160px', cell: (e) => localTime(company.zone, e.at).replace('T', ', ') },
                  { key: 'who', head: 'Who', cell: (e) => e.who },
                  { key: 'what', head: 'What', cell: (e) => e.what },
                  { key: 'detail', head: 'Detail', cell: (e) => e.detail },
                ]}
              />
            )}
          </div>
        </>
      )}
    </Answered>
  );
};
