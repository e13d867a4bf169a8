/**
 * Handle: what a source calls a person or an account, and what may be said about two of them.
 */

/** contact, visitor and account have a source; an address and a domain are the same everywhere. */
export type HandleKind = 'contact' | 'email' | 'visitor' | 'account' | 'domain';
export type Handle = { readonly kind: HandleKind; readonly src: string | null; readonly id: string };

/** person: two are one human being · account: two are one organisation · member: `a` belongs to account `b`. */
export type Of = 'person' | 'account' | 'member';

export const CONFIDENCES = ['certain', 'confirmed', 'likely', 'possible'] as const;
/** How sure a link is; what each means stands in identity.sql. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Somebody's word about two handles. */
export type Said = { readonly of: Of; readonly a: Handle; readonly b: Handle; readonly same: boolean };

/** A handle as it is compared: an address and a domain in lower case without spaces around. */
export const sameSpelling = ({ kind, src, id }: Handle): Handle =>
  kind === 'email' || kind === 'domain' ? { kind, src: null, id: id.trim().toLowerCase() } : { kind, src, id };

/** One text for a handle: what addresses of pages and lists use. `contact:crm:003A`, `email::ann@acme.com`. */
export const handleText = ({ kind, src, id }: Handle): string => `${kind}:${src ?? ''}:${id}`;

/** The handle of such a text; null where it is none. */
export const handleOf = (text: string): Handle | null => {
  const [, kind, src, id] = /^(contact|email|visitor|account|domain):([^:]*):(.+)$/s.exec(text) ?? [];
  if (!kind || !id) return null;
  const shared = kind === 'email' || kind === 'domain';
  return shared !== (src === '') ? null : sameSpelling({ kind: kind as HandleKind, src: shared ? null : src!, id });
};
