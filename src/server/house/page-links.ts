/**
 * Links that let somebody in without an account: to a form, and to the page of one request.
 *
 * The secret of a form is made by chance, shown once and kept hashed. That of a page is signed with a key of the
 * company (HMAC-SHA-256 over the request's id), so that every letter can hold it and nothing has to be kept for it.
 * A stamp on an open form says when it was opened, so that what fills forms in no time is told from people.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { RequestId } from '../../kernel/ids.ts';
import type { CompanyStore } from '../../store/company-store.ts';
import { sameSecret } from './secrets.ts';

type Signing = Pick<CompanyStore, 'secretFor'>;
/** What this company signs with under a name. */
export const signed = (store: Signing, name: string, text: string): string =>
  createHmac('sha256', Buffer.from(store.secretFor(name), 'base64url'))
    .update(text)
    .digest('base64url');

/** The secret of a request's page. */
export const pageToken = (store: Signing, request: string): string => `${request.slice(2)}.${signed(store, 'pages', request)}`;

/** Where the page of a request is. */
export const pageLink = (store: Signing, publicUrl: string, company: string, request: string): string =>
  `${publicUrl}/r/${company}/${pageToken(store, request)}`;

/** The request that this secret opens; null where it opens none. */
export const requestOf = (store: Signing, token: string): RequestId | null => {
  const id = token.slice(0, token.indexOf('.'));
  const request: RequestId = `q_${id}`;
  return id !== '' && sameSecret(token, pageToken(store, request)) ? request : null;
};

/** Where a form is. */
export const formLink = (publicUrl: string, company: string, token: string): string => `${publicUrl}/ask/${company}/${token}`;

/** Handed out with an open form, sent back with what was written. */
export const formStamp = (store: Signing, form: string, now: string): string => {
  const text = `${Date.parse(now).toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${signed(store, 'stamps', `${form} ${text}`)}`;
};

/** How long ago this form was opened with this stamp, in milliseconds; null for a stamp that we did not give for it. */
export const stampAge = (store: Signing, form: string, stamp: string, now: string): number | null => {
  const [at = '', chance = '', mark = ''] = stamp.split('.');
  const text = `${at}.${chance}`;
  return sameSecret(mark, signed(store, 'stamps', `${form} ${text}`)) ? Date.parse(now) - Number.parseInt(at, 36) : null;
};
