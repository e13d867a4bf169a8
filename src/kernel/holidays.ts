/**
 * Public holidays by rule: a starter set for a working calendar, which people then complete. National holidays only
 * (no state, no bank, no school holidays), with the names used there; days that are moved by decree are not foreseen.
 *
 * Easter: the anonymous Gregorian algorithm (Nature, 20 April 1876).
 * Checked against: the England and Wales holidays 2002 to 2012 of data/7digital; published dates of single years.
 */
import { addDays, dayOf, weekday, type Day } from './day.ts';

export type Country = 'nl' | 'de' | 'be' | 'fr' | 'at' | 'england-wales' | 'us';
export const COUNTRIES: readonly { readonly id: Country; readonly name: string }[] = [
  { id: 'at', name: 'Austria' },
  { id: 'be', name: 'Belgium' },
  { id: 'england-wales', name: 'England and Wales' },
  { id: 'fr', name: 'France' },
  { id: 'de', name: 'Germany, nationwide' },
  { id: 'nl', name: 'Netherlands' },
  { id: 'us', name: 'United States, federal' },
];

export type NamedDay = { readonly day: Day; readonly name: string };

/** Easter Sunday of a year, in the Gregorian calendar. */
export const easter = (year: number): Day => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)!;
};

/** The n-th such weekday of a month (Monday 1); the last where n is -1. */
const nth = (year: number, month: number, n: number, which: number): Day => {
  if (n > 0) {
    const first = dayOf(year, month, 1)!;
    return addDays(first, ((which - weekday(first) + 7) % 7) + (n - 1) * 7);
  }
  const last = addDays(month === 12 ? dayOf(year + 1, 1, 1)! : dayOf(year, month + 1, 1)!, -1);
  return addDays(last, -((weekday(last) - which + 7) % 7));
};

type Rule = (year: number, easterDay: Day) => readonly (readonly [Day, string])[];
const on = (year: number, month: number, date: number): Day => dayOf(year, month, date)!;

/** A weekend holiday is kept on the Monday after; two in a row on Monday and Tuesday. */
const substituted = (days: readonly (readonly [Day, string])[]): (readonly [Day, string])[] => {
  const taken = new Set(days.map(([day]) => day).filter((day) => weekday(day) < 6));
  return days.map(([day, name]) => {
    let moved = day;
    while (weekday(moved) > 5 || (moved !== day && taken.has(moved))) moved = addDays(moved, 1);
    taken.add(moved);
    return [moved, moved === day ? name : `${name} (substitute day)`] as const;
  });
};
/** Federal: Saturday is kept on Friday, Sunday on Monday. */
const observed = ([day, name]: readonly [Day, string]): readonly [Day, string] =>
  weekday(day) === 6
    ? [addDays(day, -1), `${name} (observed)`]
    : weekday(day) === 7
      ? [addDays(day, 1), `${name} (observed)`]
      : [day, name];

const RULES: { readonly [C in Country]: Rule } = {
  nl: (y, e) => [
    [on(y, 1, 1), 'Nieuwjaarsdag'],
    [addDays(e, 1), 'Tweede paasdag'],
    [
      y >= 2014 ? (weekday(on(y, 4, 27)) === 7 ? on(y, 4, 26) : on(y, 4, 27)) : weekday(on(y, 4, 30)) === 7 ? on(y, 4, 29) : on(y, 4, 30),
      y >= 2014 ? 'Koningsdag' : 'Koninginnedag',
    ],
    ...(y % 5 === 0 ? [[on(y, 5, 5), 'Bevrijdingsdag'] as const] : []),
    [addDays(e, 39), 'Hemelvaartsdag'],
    [addDays(e, 50), 'Tweede pinksterdag'],
    [on(y, 12, 25), 'Eerste kerstdag'],
    [on(y, 12, 26), 'Tweede kerstdag'],
  ],
  de: (y, e) => [
    [on(y, 1, 1), 'Neujahr'],
    [addDays(e, -2), 'Karfreitag'],
    [addDays(e, 1), 'Ostermontag'],
    [on(y, 5, 1), 'Tag der Arbeit'],
    [addDays(e, 39), 'Christi Himmelfahrt'],
    [addDays(e, 50), 'Pfingstmontag'],
    [on(y, 10, 3), 'Tag der Deutschen Einheit'],
    [on(y, 12, 25), 'Erster Weihnachtstag'],
    [on(y, 12, 26), 'Zweiter Weihnachtstag'],
  ],
  be: (y, e) => [
    [on(y, 1, 1), 'New Year’s Day'],
    [addDays(e, 1), 'Easter Monday'],
    [on(y, 5, 1), 'Labour Day'],
    [addDays(e, 39), 'Ascension Day'],
    [addDays(e, 50), 'Whit Monday'],
    [on(y, 7, 21), 'National Day'],
    [on(y, 8, 15), 'Assumption Day'],
    [on(y, 11, 1), 'All Saints’ Day'],
    [on(y, 11, 11), 'Armistice Day'],
    [on(y, 12, 25), 'Christmas Day'],
  ],
  fr: (y, e) => [
    [on(y, 1, 1), 'Jour de l’An'],
    [addDays(e, 1), 'Lundi de Pâques'],
    [on(y, 5, 1), 'Fête du Travail'],
    [on(y, 5, 8), 'Victoire 1945'],
    [addDays(e, 39), 'Ascension'],
    [addDays(e, 50), 'Lundi de Pentecôte'],
    [on(y, 7, 14), 'Fête nationale'],
    [on(y, 8, 15), 'Assomption'],
    [on(y, 11, 1), 'Toussaint'],
    [on(y, 11, 11), 'Armistice 1918'],
    [on(y, 12, 25), 'Noël'],
  ],
  at: (y, e) => [
    [on(y, 1, 1), 'Neujahr'],
    [on(y, 1, 6), 'Heilige Drei Könige'],
    [addDays(e, 1), 'Ostermontag'],
    [on(y, 5, 1), 'Staatsfeiertag'],
    [addDays(e, 39), 'Christi Himmelfahrt'],
    [addDays(e, 50), 'Pfingstmontag'],
    [addDays(e, 60), 'Fronleichnam'],
    [on(y, 8, 15), 'Mariä Himmelfahrt'],
    [on(y, 10, 26), 'Nationalfeiertag'],
    [on(y, 11, 1), 'Allerheiligen'],
    [on(y, 12, 8), 'Mariä Empfängnis'],
    [on(y, 12, 25), 'Christtag'],
    [on(y, 12, 26), 'Stefanitag'],
  ],
  'england-wales': (y, e) =>
    substituted([
      [on(y, 1, 1), 'New Year’s Day'],
      [addDays(e, -2), 'Good Friday'],
      [addDays(e, 1), 'Easter Monday'],
      [nth(y, 5, 1, 1), 'Early May bank holiday'],
      [nth(y, 5, -1, 1), 'Spring bank holiday'],
      [nth(y, 8, -1, 1), 'Summer bank holiday'],
      [on(y, 12, 25), 'Christmas Day'],
      [on(y, 12, 26), 'Boxing Day'],
    ]),
  us: (y) =>
    (
      [
        [on(y, 1, 1), 'New Year’s Day'],
        [nth(y, 1, 3, 1), 'Martin Luther King Jr. Day'],
        [nth(y, 2, 3, 1), 'Washington’s Birthday'],
        [nth(y, 5, -1, 1), 'Memorial Day'],
        ...(y >= 2021 ? [[on(y, 6, 19), 'Juneteenth'] as const] : []),
        [on(y, 7, 4), 'Independence Day'],
        [nth(y, 9, 1, 1), 'Labor Day'],
        [nth(y, 10, 2, 1), 'Columbus Day'],
        [on(y, 11, 11), 'Veterans Day'],
        [nth(y, 11, 4, 4), 'Thanksgiving Day'],
        [on(y, 12, 25), 'Christmas Day'],
      ] as const
    ).map(observed),
};

/** The national holidays of a year in the order of days. Those of `us` may lie in the last days of the year before. */
export const holidaysOf = (country: Country, year: number): readonly NamedDay[] =>
  [...Map.groupBy(RULES[country](year, easter(year)), ([day]) => day)]
    .map(([day, same]) => ({ day, name: same.map(([, name]) => name).join(', ') }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
