/**
 * Account for: what preview and load tell in the same words: columns, counts, zone and currency.
 */
import { columnsOfSource } from '../import/check-mapping.ts';
import { ENTITIES } from '../import/entities.ts';
import type { Prepared, Ready } from './prepare.ts';
import type { Column, EntityCount } from './report.ts';

export const countsOf = ({ plans }: Ready): EntityCount[] =>
  plans.map(({ relation, counts }) => ({ entity: relation.entity, ...(relation.lookup ? { lookup: relation.lookup } : {}), ...counts }));

export const columnsOf = ({ columns, mapping, stage }: Prepared): Column[] =>
  columns.all.map(({ header, filled, sample }) => {
    const goesTo: string[] = [];
    let kind: Column['kind'] = 'text';
    for (const { entity, fields, attributes } of mapping.feeds) {
      for (const [field, source] of Object.entries(fields)) {
        const uses = columnsOfSource(source).includes(header);
        if (!uses) continue;
        goesTo.push(`${entity}.${field}`);
        const of = ENTITIES[entity].fields[field]?.kind;
        kind =
          of === 'money'
            ? 'money'
            : of === 'time' || of === 'close'
              ? 'time'
              : of === 'day'
                ? 'day'
                : of === 'number' || of === 'whole'
                  ? 'number'
                  : of === 'boolean' || of === 'flag'
                    ? 'boolean'
                    : kind;
      }
      const attribute = attributes.find((one) => one.header === header);
      if (!attribute) continue;
      goesTo.push(`${entity}.attrs.${attribute.name}`);
      kind = attribute.kind;
    }
    return { header, goesTo, kind, filled, of: stage.rows, examples: [...new Set(sample)].slice(0, 3) };
  });

export const statedOf = ({ mapping, ready }: Prepared, zoneGiven: boolean): string[] => {
  const stated: string[] = [];
  const amounts = mapping.feeds.some(({ fields }) => fields['amount']);
  const own = mapping.feeds.map(({ fields }) => fields['currency']).find((source) => source !== undefined);
  if (amounts && own)
    stated.push(
      'header' in own
        ? `The currency of each amount is that of column ${own.header}.`
        : `Amounts are ${'constant' in own ? own.constant : ''}, as their column says.`,
    );
  else if (amounts)
    stated.push(
      mapping.currency
        ? `Amounts are read as ${mapping.currency}.`
        : 'No currency was given and the file says none: amounts have no currency.',
    );
  const times = mapping.feeds.some(({ entity, fields }) =>
    Object.keys(fields).some((field) => ['time', 'close'].includes(ENTITIES[entity].fields[field]?.kind ?? '')),
  );
  if (times)
    stated.push(
      zoneGiven
        ? `Times that name no zone are read as ${mapping.zone}.`
        : `No time zone was given: times that name none are read as ${mapping.zone}.`,
    );
  const channel = mapping.feeds.map(({ fields }) => fields['channel']).find((source) => source !== undefined && 'utm' in source);
  if (channel)
    stated.push(
      `Channels follow from ${columnsOfSource(channel).join(' and ')} by the rules of web analytics (google and cpc: Paid search); the columns stay beside them as they are.`,
    );
  const stages = Object.entries(mapping.stages ?? {});
  const called = mapping.feeds.map(({ fields }) => fields['stage']).find((source) => source !== undefined && 'means' in source);
  const means = called && 'header' in called ? called.means : undefined;
  const named = (status: string): string =>
    stages
      .filter(([, one]) => one === status)
      .map(([stage]) => means?.[stage] ?? stage)
      .join(', ') || 'none';
  if (stages.length > 0) stated.push(`Stages: open are ${named('open')}; won ${named('won')}; lost ${named('lost')}.`);
  if (mapping.creditNotes && ready) stated.push('Negative amounts are credit notes.');
  return stated;
};
