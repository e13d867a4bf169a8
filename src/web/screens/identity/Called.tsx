import { Link } from 'wouter';
import { calledWords, partsOf } from '../../../views/identity/words.ts';

/** What somebody is called, opening everything known of him. A domain opens nothing. */
export const Called = ({ handle, name }: { readonly handle: string; readonly name: string | null }) =>
  partsOf(handle).kind === 'domain' ? (
    <span>{calledWords(handle, name)}</span>
  ) : (
    <Link href={`/data/identity/${encodeURIComponent(handle)}`}>{calledWords(handle, name)}</Link>
  );
