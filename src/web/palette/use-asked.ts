import { useQueries } from '@tanstack/react-query';
import { askedChances } from '../../views/asked/chances.ts';
import { askedNumbers } from '../../views/asked/asked.ts';
import { chanceWords } from '../../views/forecast/words.ts';
import { useForecasts } from '../state/forecasts.ts';
import { useCompany } from '../state/company.tsx';
import { call } from '../state/api.ts';
import { openNumber } from '../components/figure/opening.ts';
import type { Entry } from './entry.ts';

/** Numbers that the words ask for, each with its value as soon as it is there; taking one opens it. */
export const useAskedEntries = (wish: string): Entry[] => {
  const { id: company, book, today } = useCompany();
  const asked = askedNumbers(wish, book, today);
  const answers = useQueries({
    queries: asked.map(({ ask, what }) => ({
      queryKey: ['facts', company, 'cite', ask],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(
          'cite',
          {
            company,
            question: ask!.name,
            with: ask!.parameters.map((p) => `${p.name}=${p.value}`),
            row: ask!.row,
            figure: ask!.figure,
            what,
          },
          { signal },
        ),
      enabled: ask !== null,
    })),
  });
  const { forecasts } = useForecasts();
  const chances = askedChances(wish, forecasts ?? []).map((forecast): Entry => ({
    id: `chance-${forecast.outcome}`,
    group: 'Ask a number',
    text: `Chance of ${forecast.name}`,
    small: forecast.numbers ? chanceWords(forecast.numbers.chance) : 'not known',
    key: null,
    forbid: null,
    go: { href: `/prove/forecast?outcome=${forecast.outcome}` },
  }));
  const numbers = asked.map(({ what, ask, value }, place): Entry => {
    const { data, isError } = answers[place]!;
    const shown = value ?? data?.shown ?? null;
    const parameters = Object.fromEntries((ask?.parameters ?? []).map((p) => [p.name, p.value]));
    return {
      id: `ask-${place}`,
      group: 'Ask a number',
      text: what,
      small: shown ?? (ask === null ? '' : isError ? 'not known' : '…'),
      key: null,
      forbid: null,
      go: {
        run: () => {
          const anchor = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')!;
          // The palette gives the focus back first; then the number opens under the page's finding.
          setTimeout(
            () =>
              openNumber({
                anchor,
                text: shown ?? 'Not known',
                opens: ask ? { what, ask: { ...parameters, question: ask.name } } : { what, how: 'As a person reported it.' },
              }),
            60,
          );
        },
      },
    };
  });
  return [...chances, ...numbers];
};
