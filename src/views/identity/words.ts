/** Words about who is who: why we think so, how sure, what a handle is. */
import { plural, tally } from '../words/format.ts';

export type Handled = { readonly kind: string; readonly src: string; readonly id: string };

/** The parts of a handle as it travels: `contact:crm:003A`. */
export const partsOf = (handle: string): Handled => {
  const [, kind = '', src = '', id = handle] = /^([a-z]+):([^:]*):(.*)$/s.exec(handle) ?? [];
  return { kind, src, id };
};

/** What a handle is called: its name, and where it comes from. */
export const calledWords = (handle: string, name: string | null): string => {
  const { kind, src, id } = partsOf(handle);
  if (kind === 'email') return id;
  if (kind === 'domain') return `@${id}`;
  if (kind === 'visitor') return `visitor ${id} (${src})`;
  return `${name ?? id} (${src} ${id})`;
};

const RULES: { readonly [rule: string]: (detail: string) => string } = {
  'same address': (detail) => `Both have the address ${detail}, in one source: a duplicate, or a mailbox that two people share.`,
  'plus tag': (detail) => `${detail} is the other address with a tag after the plus: usually one mailbox.`,
  'same name': (detail) => `Both are called ${detail}.`,
  'same domain': (detail) => `Both have the domain ${detail}. A parent and its subsidiary often do: say no if they stay apart.`,
  'same domain and name': (detail) => `Both are called ${detail} and have one domain.`,
  'near name': (detail) => `Their names differ by one letter: ${detail}.`,
  'several people': () => 'Several people were identified on this device. It is nobody’s until somebody says whose.',
  domain: (detail) =>
    `Their addresses end in ${detail}, the domain of this account alone. They count already; say no if they do not belong.`,
  'domain of several accounts': (detail) => `Their addresses end in ${detail}, which several accounts have.`,
  colleagues: (detail) => `At least three people of ${detail}, and four of five, belong to this account.`,
};

/** Why we think so, in one sentence or two. */
export const whyWords = (rule: string, detail: string | null): string => RULES[rule]?.(detail ?? '') ?? rule;

/** What is asked. */
export const questionWords = (of: string, a: string, b: string, n: number): string =>
  of === 'member'
    ? `${n > 1 ? `Do ${tally(n, 'person', 'people')} of ` : 'Does '}${a} belong to ${b}?`
    : of === 'account'
      ? `Is ${a} the same account as ${b}?`
      : `Is ${a} the same person as ${b}?`;

/** What was said. */
export const saidWords = (of: string, a: string, b: string, same: boolean): string =>
  of === 'member'
    ? `${a} ${same ? 'belongs' : 'does not belong'} to ${b}`
    : `${a} and ${b} are ${same ? 'one' : 'two'} ${of === 'account' ? (same ? 'account' : 'accounts') : same ? 'person' : 'people'}`;

/** Why a link of a person or account stands. */
export const linkWords = (rule: string, confidence: string): string =>
  ({
    'own record': 'its own record',
    'same address': 'the same address in another source',
    'converted lead': 'a lead that became this contact',
    merged: 'merged by a person',
    address: 'the address of a record',
    'address only': 'an address without a record',
    'shared address': 'an address that several people share',
    identified: 'identified on a device',
    'nobody yet': 'a visitor whom nobody has named',
    'account id': 'the account its row names',
    group: 'the group a tool named',
    confirmed: 'said by a person',
    domain: 'the domain of the address',
  })[rule]?.concat(confidence === 'likely' ? ' (likely)' : '') ?? rule;

/** How many deals would move, as the sentence before somebody accepts. */
export const movesWords = (moved: number, concerned: number, touches: number): string =>
  moved === 0
    ? concerned === 0
      ? 'No deal hangs on it: no number moves.'
      : `None of the ${plural(concerned, 'deal')} concerned would count otherwise.`
    : `${tally(moved, 'deal')} would count otherwise: ${touches > 0 ? `${tally(touches, 'touch', 'touches')} more` : touches < 0 ? `${tally(-touches, 'touch', 'touches')} fewer` : 'as many touches, of other people'}.`;
