/** The classes of reason that open a locked Guidepoint, as a person chooses them. */
import type { Reason } from '../../domain/guidepoint/guidepoint.ts';

export const REASON_WORDS: { readonly [R in Reason]: string } = {
  'objective-changed': 'A company objective changed',
  'money-or-people-moved': 'Money or people were taken away or added',
  'law-or-regulator': 'A law or a regulator forces it',
};
