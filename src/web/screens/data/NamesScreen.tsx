import { useQueryClient } from '@tanstack/react-query';
import { capital, count, dayWords, moneyShort, percent, plural, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { call, type Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import { problemOf } from '../../state/problem.ts';
import { CampaignNames } from './CampaignNames.tsx';
import { MeansField } from './MeansField.tsx';
import css from './NamesScreen.module.css';

type Report = Output<'names'>;

/** Names that match nothing yet, with the money they carry; a person says what they mean. */
export const NamesScreen = () => {
  const facts = useFacts('names', {});
  return (
    <Answered of={facts} what="the names">
      {(report) => <Names report={report} />}
    </Answered>
  );
};

const Names = ({ report }: { readonly report: Report }) => {
  const { id: company, may, nameOf, today } = useCompany();
  const queries = useQueryClient();
  const allowed = may('campaign/plan');
  const change = async (run: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await run();
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      say({ kind: 'done', text: done });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
  };
  const open = report.unmatched.length + report.campaigns.length;
  return (
    <>
      <Head
        title={open === 0 ? 'Every name is matched.' : `${capital(plural(open, 'name'))} match${open === 1 ? 'es' : ''} nothing yet.`}
        sub="Tools spell the same thing differently. The file keeps its spelling; an alias says what it means, from now on and for the past, and can be taken back."
      />
      {report.unmatched.length > 0 && (
        <section className={css.part} aria-labelledby="unmatched">
          <h2 id="unmatched">In your lists</h2>
          {report.unmatched.map((u) => (
            <div key={`${u.field} ${u.found}`} className={css.line}>
              <div>
                <b>{u.found}</b> <span className="dim">in {u.header}</span>
                <p className="mut sm">
                  {tally(u.rows, 'row')}
                  {u.won > 0 &&
                    `, ${tally(u.won, 'won deal')} for ${moneyShort({ minor: u.wonMinor, currency: u.currency })}${u.wonShare === null ? '' : `, ${percent(u.wonShare)} of all that was won`}`}
                  . They are missing wherever {u.lookup} is asked about.
                </p>
              </div>
              {allowed && (
                <MeansField
                  label={`What ${u.found} means`}
                  first={u.candidates[0]?.id}
                  candidates={u.candidates.map((c) => ({ value: c.id, label: c.id }))}
                  onMean={(means) =>
                    void change(
                      () => call('alias confirm', { company, field: u.field, found: u.found, means }),
                      `${u.found} now means ${means}.`,
                    )
                  }
                />
              )}
            </div>
          ))}
        </section>
      )}
      {report.campaigns.length > 0 && <CampaignNames campaigns={report.campaigns} />}
      {report.unused.length > 0 && (
        <section className={css.part} aria-labelledby="unused">
          <h2 id="unused">In a list, but on no row</h2>
          {report.unused.map((u) => (
            <Note key={`${u.lookup} ${u.field}`}>
              <b>{u.lookup}:</b> {u.ids.slice(0, 12).join(', ')}
              {u.ids.length > 12 && ` and ${count(u.ids.length - 12)} more`}.
            </Note>
          ))}
        </section>
      )}
      {report.aliases.length > 0 && (
        <section className={css.part} aria-labelledby="aliases">
          <h2 id="aliases">Aliases</h2>
          {report.aliases.map((a) => (
            <div key={`${a.field} ${a.found}`} className={css.line}>
              <div>
                <b>{a.found}</b> means <b>{a.means}</b> <span className="dim">in {a.field.replace('.', ', ')}</span>
                <p className="dim xs">
                  {nameOf(a.confirmedBy as `p_${string}`)}, {dayWords(a.confirmedAt.slice(0, 10), today)}
                </p>
              </div>
              {allowed && (
                <Button
                  size="small"
                  onPress={() =>
                    void change(
                      () => call('alias revoke', { company, field: a.field, found: a.found }),
                      `${a.found} stands for itself again.`,
                    )
                  }
                >
                  Take back
                </Button>
              )}
            </div>
          ))}
        </section>
      )}
    </>
  );
};
