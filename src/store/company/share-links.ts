/** Share links: the hashed secret of each form, and the secrets by which this company signs its other links. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { hashOfSecret } from '../house/secret.ts';

/** A form and the secret of its link, as it is shown once. */
export type NewLink = { readonly form: string; readonly token: string };

export type ShareLinks = {
  readonly addLinks: (links: readonly NewLink[]) => void;
  /** The form that this secret opens; null for an unknown one. */
  readonly formOf: (token: string) => string | null;
  /** What this company signs with under a name: made by chance when first asked for, then always the same. */
  readonly secretFor: (name: string) => string;
};

/** The share links in an open `company.db`. */
export const shareLinksIn = (db: DatabaseSync): ShareLinks => {
  const put = db.prepare('insert into share_link (form, token_hash) values (?, ?)');
  const find = db.prepare('select form from share_link where token_hash = ?');
  const make = db.prepare('insert into secret (name, value) values (?, ?) on conflict (name) do nothing');
  const get = db.prepare('select value from secret where name = ?');
  return {
    addLinks: (links) => links.forEach(({ form, token }) => put.run(form, hashOfSecret(token))),
    formOf: (token) => (find.get(hashOfSecret(token)) as { form: string } | undefined)?.form ?? null,
    secretFor: (name) => {
      const known = get.get(name) as { value: string } | undefined;
      if (known) return known.value;
      make.run(name, randomBytes(32).toString('base64url'));
      return (get.get(name) as { value: string }).value;
    },
  };
};
