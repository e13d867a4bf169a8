/** What a person can choose for a column of a file: every field that the importer knows. */
import { ENTITIES } from '../../../facts/import/entities.ts';
import type { Output } from '../operation.ts';

const words = (field: string): string => field.replace(/_(at|on|minor)$/, '').replaceAll('_', ' ');

/** Every field that a file can feed, as entity.field; lists are named by their own column and are not chosen here. */
export const targets: Output<'import-preview'>['targets'] = Object.entries(ENTITIES)
  .filter(([entity]) => entity !== 'lookup')
  .flatMap(([entity, spec]) =>
    Object.keys(spec.fields).map((field) => ({
      value: `${entity}.${field}`,
      label: `${spec.words}: ${words(field)}`,
      entity,
      field,
      required: spec.required.some((group) => group.length === 1 && group[0] === field),
    })),
  );
