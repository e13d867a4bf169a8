/** Names: spellings that match no reference file or campaign, with the rows and money they carry. */
import type { Finding } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import { moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { amount, count, listed, many, percent } from './words.ts';

type Unmatched = {
  readonly lookup: string;
  readonly field: string;
  readonly found: string;
  readonly rows: number;
  readonly won: number;
  readonly won_minor: number | null;
  readonly won_share: number | null;
  readonly names: number;
  readonly all_rows: number;
  readonly nearest: string | null;
};
type Unused = {
  readonly lookup: string;
  readonly field: string;
  readonly n: number;
  readonly ids: readonly string[];
  readonly members: number;
};
type Named = { readonly tab: 'touch' | 'spend' | 'lead'; readonly found: string | null; readonly n: number; readonly minor: number | null };

/** One finding per column and reference file; `detail.names` holds the first twenty names with what they carry. */
export const nameFindings = (raw: Raw): Finding[] => [
  ...[...Map.groupBy(table<Unmatched>(raw, 'unmatched'), ({ field, lookup }) => `${field} ${lookup}`).values()].map((rows) =>
    unmatched(raw, rows),
  ),
  ...table<Unused>(raw, 'unused')
    .filter((u) => u.n > 0)
    .map(({ lookup, field, n, ids, members }) =>
      finding(
        'lookup-unused',
        n,
        `${many(n, 'member', 'members')} of ${lookup} (of ${count(members)}) ${n === 1 ? 'is' : 'are'} named by no row of ${field}: ${listed(ids.slice(0, 5))}${n > 5 ? ' and others' : ''}.`,
        { ids, detail: { lookup, field } },
      ),
    ),
];

const unmatched = (raw: Raw, rows: readonly Unmatched[]): Finding => {
  const { field, lookup, names, all_rows } = rows[0]!;
  const won = rows.reduce((sum, row) => sum + row.won, 0);
  const minor = rows.reduce((sum, row) => sum + (row.won_minor ?? 0), 0);
  const share = rows.reduce((sum, row) => sum + (row.won_share ?? 0), 0);
  const first = rows[0]!;
  const carries =
    won > 0 && minor !== 0
      ? ` ${count(won)} of them are won deals of ${amount(moneyIn(raw, minor)!)}, ${percent(share)} of won money.`
      : '';
  const which =
    names === 1
      ? `"${first.found}"${first.nearest ? `, perhaps "${first.nearest}"` : ''}`
      : `${count(names)} names, the most frequent "${first.found}"${first.nearest ? ` (perhaps "${first.nearest}")` : ''}`;
  return finding(
    'unmatched-name',
    all_rows,
    `${many(all_rows, 'row', 'rows')} of ${field} ${all_rows === 1 ? 'names' : 'name'} something that the list of ${lookup} does not know: ${which}.${carries}`,
    {
      ids: rows.map((row) => row.found),
      ...(minor !== 0 && { minor }),
      detail: {
        lookup,
        field,
        names,
        won,
        share: share === 0 ? null : share,
        list: rows.slice(0, 20).map((row) => ({
          found: row.found,
          rows: row.rows,
          won: row.won,
          wonMoney: row.won_minor === null ? null : moneyIn(raw, row.won_minor),
          share: row.won_share,
          nearest: row.nearest,
        })),
      },
    },
  );
};

/** Touches, spend and leads whose campaign is blank or known to nobody. */
export const campaignFindings = (raw: Raw): Finding[] => {
  const named = table<Named>(raw, 'campaigns');
  const known = (table<{ readonly campaigns: number }>(raw, 'known')[0]?.campaigns ?? 0) > 0;
  const todo = known ? {} : { todo: 'No campaign is recorded here yet. Record those the files name, and their touches are tracked.' };
  return (['touch', 'spend', 'lead'] as const).flatMap((tab) => {
    const rows = named.filter((row) => row.tab === tab);
    if (rows.length === 0 || (tab === 'lead' && rows.every((row) => row.found === null))) return [];
    const blank = rows.find((row) => row.found === null)?.n ?? 0;
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    const minor = tab === 'spend' ? rows.reduce((sum, row) => sum + (row.minor ?? 0), 0) : null;
    const unknown = rows.flatMap((row) => (row.found === null ? [] : [row.found]));
    const [code, words] =
      tab === 'spend'
        ? (['unmatched-spend', many(n, 'row of spend', 'rows of spend')] as const)
        : (['untracked-touches', tab === 'touch' ? many(n, 'touch', 'touches') : many(n, 'lead')] as const);
    const money = minor === null ? '' : `, ${amount(moneyIn(raw, minor)!)}`;
    const names =
      unknown.length > 0
        ? `; ${many(unknown.length, 'name is', 'names are')} known to no campaign: ${listed(unknown.slice(0, 5))}${unknown.length > 5 ? ' and others' : ''}`
        : '';
    return [
      finding(
        tab === 'lead' ? 'untracked-leads' : code,
        n,
        `${words} ${n === 1 ? 'has' : 'have'} no campaign${money} (${count(blank)} name none${names}).`,
        {
          ids: unknown,
          minor,
          ...todo,
          detail: {
            blank,
            names: unknown.length,
            list: rows
              .filter((row) => row.found !== null)
              .slice(0, 20)
              .map((row) => ({ found: row.found, rows: row.n, ...(row.minor !== null && { minor: row.minor }) })),
          },
        },
      ),
    ];
  });
};
