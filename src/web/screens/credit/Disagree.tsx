import type { CreditView } from '../../../views/credit/credit-view.ts';
import { moneyShort } from '../../../views/words/format.ts';
import css from './CreditScreen.module.css';

/** Where the models are furthest apart, and why. */
export const Disagree = ({ view }: { readonly view: CreditView }) => {
  const money = (minor: number): string => moneyShort({ minor, currency: view.currency });
  const called = (name: string): string => {
    const model = view.models.find((m) => m.name === name)!;
    return model.convention && !model.label.includes('days') ? `${model.label} ${model.convention}` : model.label;
  };
  return (
    <section aria-labelledby="credit-apart">
      <h2 id="credit-apart">Where they disagree most</h2>
      {view.disagree.length === 0 ? (
        <p className="mut sm">Nowhere: every deal has one touch, and one touch gets all.</p>
      ) : (
        <ol className={css.apart}>
          {view.disagree.map(({ key, label, low, high, why }) => (
            <li key={key}>
              <b>{label}</b>: {money(low.minor)} under {called(low.model)}, {money(high.minor)} under {called(high.model)}.{' '}
              <span className="mut">{why}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
