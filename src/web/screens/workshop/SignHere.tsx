import type { Command } from '../../../domain/book.ts';
import type { Workshop } from '../../../domain/workshop/workshop.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './SignHere.module.css';

/** Signing what was put forward here: one seat, one press; who has signed stands beside it. */
export const SignHere = ({ workshop }: { readonly workshop: Workshop }) => {
  const { book, me, ask, nameOf } = useCompany();
  const { made } = workshop;
  if (!made) return null;
  const mine = book.company.get('company')?.members[me]?.seats ?? [];
  const put = (['guidepoint', 'blueprint'] as const).flatMap((what) => {
    const period = made[what];
    const version = period === null ? undefined : book[what].get(period)?.versions.at(-1);
    return period !== null && version ? [{ what, period, version }] : [];
  });
  return put.map(({ what, period, version }) => (
    <section key={what} className={css.sign} aria-label={`Signing the ${what === 'guidepoint' ? 'Guidepoint' : 'Blueprint'}`}>
      <h2>
        {what === 'guidepoint' ? 'Guidepoint' : 'Blueprint'} for {quarterWords(period)}
      </h2>
      {'statement' in version && <p className={`agreed ${css.statement}`}>{version.statement}</p>}
      <ul>
        {version.seats.map((seat) => {
          const signature = version.signatures[seat];
          const command: Command = { type: `${what}/sign`, period, version: version.n, seat };
          return (
            <li key={seat}>
              <span>{seatTitle(book, seat)}</span>
              {signature ? (
                <span className={`agreed ${css.signed}`}>{nameOf(signature.by)}</span>
              ) : mine.includes(seat) ? (
                <Button kind="primary" onPress={() => void ask([command])}>
                  Sign for {seatTitle(book, seat)}
                </Button>
              ) : (
                <span className={css.waits}>waits</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  ));
};
