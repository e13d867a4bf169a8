/**
 * Accounts: mid-size shippers in four markets, with the people who work there.
 *
 * Everything about account `i` is drawn from its own stream, so any account can be made alone, in any order: rows
 * stream however many there are. Accounts 1 to 4 are told by hand (told.ts).
 */
import type { Random } from '../kernel/random.ts';
import { SECTORS, type Market, type Sector } from './channels.ts';
import { pickBy } from './draws.ts';
import { ascii, nameOf } from './account-names.ts';
import { FIRST_NAMES, LAST_NAMES, type Language } from './name-parts.ts';
import { TOLD_BY_NUMBER } from './told-accounts.ts';
import { ACTIVITY_SIGMA, UNREACHABLE } from './truth.ts';
import type { World } from './world.ts';

export type Contact = { readonly id: string; readonly name: string; readonly email: string; readonly title: string };

/** `employees` is a head count; `known` the day it entered the CRM; `activity` multiplies how often its people come by themselves. */
export type Account = {
  readonly i: number;
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly market: Market;
  readonly country: string;
  readonly sector: Sector;
  readonly employees: number;
  readonly known: number;
  readonly activity: number;
  readonly reachable: boolean;
  readonly contacts: readonly Contact[];
};

const SHARES = [
  ['Netherlands', 0.34],
  ['Germany', 0.3],
  ['France', 0.18],
  ['Nordics', 0.18],
] as const satisfies readonly (readonly [Market, number])[];
const NORDIC = [
  ['Denmark', 0.34],
  ['Sweden', 0.4],
  ['Norway', 0.16],
  ['Finland', 0.1],
] as const;
const LANGUAGE: Readonly<Record<Market, Language>> = { Netherlands: 'nl', Germany: 'de', France: 'fr', Nordics: 'north' };
const TITLES = [
  'Head of warehouse',
  'Logistics manager',
  'IT',
  'Transport planner',
  'Finance',
  'Purchasing',
  'Plant manager',
  'Supply chain director',
];

export const accountAt = ({ root, calendar }: World, i: number): Account => {
  const r = root.fork(`account ${i}`);
  const told = TOLD_BY_NUMBER[i];
  const market = told?.market ?? pickBy(SHARES, r);
  const sector = told?.sector ?? r.pick(SECTORS);
  const language = LANGUAGE[market];
  const name = told?.name ?? nameOf(i, language, sector);
  const employees = told?.employees ?? Math.min(2500, Math.max(60, Math.round(340 * Math.exp(0.6 * r.normal()))));
  const country = market === 'Nordics' ? (told ? 'Norway' : pickBy(NORDIC, r)) : market;
  const known = told || r.chance(0.72) ? calendar.start - r.whole(30, 700) : calendar.start + r.whole(0, 640);
  const domain = `${ascii(name)}.example`;
  return {
    i,
    id: `a-${i}`,
    name,
    domain,
    market,
    country,
    sector,
    employees,
    known,
    activity: Math.exp(ACTIVITY_SIGMA * r.normal() - (ACTIVITY_SIGMA * ACTIVITY_SIGMA) / 2),
    reachable: told !== undefined || !r.chance(UNREACHABLE),
    contacts: contactsOf(i, language, domain, r, told?.people),
  };
};

/** Spelled once: people's names are few, drawn from parts. */
const mailboxes = new Map<string, string>();
const mailbox = (name: string): string => {
  const known = mailboxes.get(name);
  if (known !== undefined) return known;
  const text = ascii(name).replaceAll('-', '.');
  mailboxes.set(name, text);
  return text;
};

const contactsOf = (i: number, language: Language, domain: string, r: Random, told?: readonly (readonly [string, string])[]): Contact[] =>
  Array.from({ length: told?.length ?? r.whole(2, 6) }, (_, n) => {
    const [name, title] = told?.[n] ?? [
      `${r.pick(FIRST_NAMES[language])} ${r.pick(LAST_NAMES[language])}`,
      TITLES[(i + n * 3) % TITLES.length]!,
    ];
    return { id: `p-${i}-${n + 1}`, name, email: `${mailbox(name)}${n > 0 && !told ? n + 1 : ''}@${domain}`, title };
  });
