import { useState } from 'react';
import type { Workshop } from '../../../domain/workshop/workshop.ts';
import { blueprintView } from '../../../views/plan/blueprint.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import { SignVersion } from '../blueprint/SignVersion.tsx';
import { SignDialog } from '../guidepoint/SignDialog.tsx';
import css from './SignHere.module.css';

type Signing = { readonly what: 'guidepoint' | 'blueprint'; readonly seat: string };

/** Signing what was put forward here: who has signed stands beside each seat; one's own opens exactly what is signed. */
export const SignHere = ({ workshop }: { readonly workshop: Workshop }) => {
  const { book, me, today, nameOf } = useCompany();
  const [signing, setSigning] = useState<Signing | null>(null);
  const { made } = workshop;
  if (!made) return null;
  const mine = book.company.get('company')?.members[me]?.seats ?? [];
  const put = (['guidepoint', 'blueprint'] as const).flatMap((what) => {
    const period = made[what];
    const version = period === null ? undefined : book[what].get(period)?.versions.at(-1);
    return period !== null && version ? [{ what, period, version }] : [];
  });
  const close = (): void => setSigning(null);
  return put.map(({ what, period, version }) => (
    <section key={what} className={css.sign} aria-label={`Signing the ${what === 'guidepoint' ? 'Guidepoint' : 'Blueprint'}`}>
      <h2>
        {what === 'guidepoint' ? 'Guidepoint' : 'Blueprint'} for {quarterWords(period)}
      </h2>
      {'statement' in version && <p className={`agreed ${css.statement}`}>{version.statement}</p>}
      <ul>
        {version.seats.map((seat) => {
          const signature = version.signatures[seat];
          return (
            <li key={seat}>
              <span>{seatTitle(book, seat)}</span>
              {signature ? (
                <span className={`agreed ${css.signed}`}>{nameOf(signature.by)}</span>
              ) : mine.includes(seat) ? (
                <Button kind="primary" onPress={() => setSigning({ what, seat })}>
                  Sign for {seatTitle(book, seat)}
                </Button>
              ) : (
                <span className={css.waits}>waits</span>
              )}
            </li>
          );
        })}
      </ul>
      {signing?.what === what &&
        (what === 'guidepoint' ? (
          <SignDialog guidepoint={book.guidepoint.get(period)!} seats={[signing.seat]} onClose={close} />
        ) : (
          <SignVersion view={blueprintView(book, period, today)} period={period} seats={[signing.seat]} onClose={close} />
        ))}
    </section>
  ));
};
