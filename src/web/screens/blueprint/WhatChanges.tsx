import type { Plan } from '../../../domain/blueprint/plan.ts';
import { chanceRows } from '../../../views/forecast/plan-change.ts';
import { whatChanges } from '../../../views/plan/what-changes.ts';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { useForecasts } from '../../state/forecasts.ts';
import css from './WhatChanges.module.css';

/** Two plans against what is recorded: people, money, shares, outcomes and their chances. */
export const WhatChanges = ({ was, now, names }: { readonly was: Plan; readonly now: Plan; readonly names: readonly [string, string] }) => {
  const { book, role } = useCompany();
  const { forecasts } = useForecasts();
  const rows = [...whatChanges(book, was, now, role !== 'viewer'), ...chanceRows(forecasts ?? [], was, now)];
  return (
    <table className={css.changes}>
      <caption className="unseen">What changes</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">What</span>
          </th>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
          <th scope="col">Limit</th>
          <th scope="col">
            <span className="unseen">How it stands</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.what}>
            <th scope="row">{r.what}</th>
            <td>{r.was}</td>
            <td>
              <b>{r.now}</b>
            </td>
            <td className="dim">{r.limit ?? ''}</td>
            <td className={css.words}>
              <Status kind={r.kind}>{r.words}</Status>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
