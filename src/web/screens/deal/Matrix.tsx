import { useState } from 'react';
import { Select } from '@mantine/core';
import type { DealView, NotCounted, TouchLine } from '../../../views/deal/deal.ts';
import { count, dayWords, moneyFull } from '../../../views/words/format.ts';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './Matrix.module.css';

const WHY_NOT: { readonly [W in NotCounted]: string } = {
  'after-close': 'dated after the close',
  'outside-look-back': 'too long ago',
  'left-out': 'left out by the touch rules',
  repeat: 'a repeat',
  'not-closed': 'not closed yet',
};

/** What stands side by side at first; the others are one press away. */
const DESIGNED: ReadonlySet<string> = new Set([
  'first',
  'last',
  'last-non-direct',
  'linear',
  'u-hubspot',
  'w-hubspot',
  'full-path',
  'time-decay',
]);

const sharesOf = (touch: TouchLine, model: string): string => (touch.weights ? count((touch.weights[model] ?? 0) * 100, 1) : '–');

/** Each touch with its credit under each model; each model sums to 100. */
export const Matrix = ({ deal }: { readonly deal: DealView }) => {
  const { currency, amountMinor, rules, halfLife } = deal.facts;
  const [all, setAll] = useState(false);
  const models = deal.facts.models;
  const wide = (name: string): string => (all || DESIGNED.has(name) ? '' : css.rare!);
  const [shown, setShown] = useState(models[0]?.name ?? '');
  const year = deal.touches[0]?.on;
  if (deal.touches.length === 0) return null;
  return (
    <>
      <div className={css.pick}>
        <Select
          label="Model"
          data={models.map((m) => ({ value: m.name, label: m.label }))}
          value={shown}
          onChange={(value) => value && setShown(value)}
          allowDeselect={false}
        />
      </div>
      <Scroll label="Touches and their credit">
        <table className={`${lines.lines} ${css.matrix}`} data-model={shown}>
          <caption className="unseen">Touches of this deal with their share of the credit, in percent, under each model</caption>
          <thead>
            <tr>
              <th scope="col" className="r">
                <span className="unseen">Number</span>
              </th>
              <th scope="col">Date</th>
              <th scope="col">Touch</th>
              <th scope="col" className={css.role}>
                Role
              </th>
              {models.map((m) => (
                <th
                  key={m.name}
                  scope="col"
                  className={`r ${css.share} ${wide(m.name)} ${m.name === shown ? '' : css.other}`}
                  title={m.words}
                >
                  {m.label}
                  {m.convention && <small>{m.convention}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {deal.touches.map((t) => (
              <tr key={t.id} className={t.notCounted ? css.out : ''}>
                <td className="r">{t.n ?? ''}</td>
                <td className="nw">{dayWords(t.on, year)}</td>
                <td>
                  <b>{t.words}</b> <span className="dim">{[t.campaignName ?? t.campaignFound, t.contact].filter(Boolean).join(', ')}</span>
                  {t.campaign === null && !t.notCounted && (
                    <>
                      {' '}
                      <Tag kind="gap">no campaign</Tag>
                    </>
                  )}
                  <span className={css.inline}>
                    <Role touch={t} year={year} />
                  </span>
                </td>
                <td className={css.role}>
                  <Role touch={t} year={year} />
                </td>
                {models.map((m) => (
                  <td key={m.name} className={`r ${wide(m.name)} ${m.name === shown ? '' : css.other}`}>
                    {t.weights && (t.weights[m.name] ?? 0) >= 0.2 ? <b>{sharesOf(t, m.name)}</b> : sharesOf(t, m.name)}
                    {t.weights && (t.weights[m.name] ?? 0) > 0 && (
                      <i className={css.bar} style={{ width: `${Math.max(2, (t.weights[m.name] ?? 0) * 56)}px` }} aria-hidden="true" />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th colSpan={3} scope="row">
                <b>Sum of shares</b>, each model on its own
                {amountMinor === null ? '' : `; money split to the cent: ${moneyFull({ minor: amountMinor, currency })}`}
              </th>
              <td className={css.role}>&nbsp;</td>
              {models.map((m) => (
                <td key={m.name} className={`r ${wide(m.name)} ${m.name === shown ? '' : css.other}`}>
                  <b>{deal.touches.some((t) => t.weights) ? count((deal.sums[m.name] ?? 0) * 100, 1) : '–'}</b>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <p className={`dim xs ${css.foot}`}>
        {rules} Time decay has a {halfLife}. A touch that is several key touches gets the sum of their shares; a share that finds no touch
        goes to the others in proportion.{' '}
        {models.length > DESIGNED.size && (
          <button type="button" className={`lnk ${css.more}`} aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? 'Show the usual eight models' : `Show all ${models.length} models`}
          </button>
        )}
      </p>
    </>
  );
};

const Role = ({ touch: t, year }: { readonly touch: TouchLine; readonly year: string | undefined }) =>
  t.notCounted ? (
    <Tag>{WHY_NOT[t.notCounted]}</Tag>
  ) : (
    <>
      <span className="mut">{t.role}</span> {t.arrivedLate && <Tag kind="warn">arrived {dayWords(t.arrivedLate, year)}</Tag>}
    </>
  );
