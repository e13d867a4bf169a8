import { dayOfMoment, holdersOf } from '../../../views/agree/signed.ts';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { dayWords, list } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './AgreedBy.module.css';

/** Who signed the version that stands, for which seat, when; and whose signature it waits for. */
export const AgreedBy = ({ view }: { readonly view: BlueprintView }) => {
  const { book, today, nameOf, noteOf } = useCompany();
  const v = view.version;
  return (
    <section className={css.by} aria-labelledby="agreed-by">
      <h3 id="agreed-by">{view.state === 'agreed' ? 'Agreed by' : 'Signatures'}</h3>
      {!v ? (
        <p className="mut sm">Nobody signs a draft. Put it forward, and it waits here for its seats.</p>
      ) : (
        <ul>
          {v.seats.map((seat) => {
            const signature = v.signatures[seat];
            const no = v.declined[seat];
            const by = signature?.by ?? no?.by ?? null;
            return (
              <li key={seat}>
                <Avatar name={by ? nameOf(by) : null} />
                <span>{by ? nameOf(by) : list(holdersOf(book, seat).map(nameOf)) || 'nobody yet'}</span>
                <span className="dim">{seatTitle(book, seat)}</span>
                <span className={signature ? css.when : css.open}>
                  {signature ? dayWords(dayOfMoment(book, signature.at), today) : no ? 'declined' : 'open'}
                </span>
                {no && <q className={`agreed ${css.no}`}>{noteOf(no.why)}</q>}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
