import { useState, useSyncExternalStore } from 'react';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { FrontDoor } from './FrontDoor.tsx';
import { isPassing } from './state/problem.ts';
import { onTheme, shownTheme } from './state/theme.ts';
import { theme } from './theme/mantine.ts';

const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, refetchOnWindowFocus: false, retry: (times, thrown) => times < 2 && isPassing(thrown) },
    },
  });

/** The whole of what runs in a browser. Mantine writes no style of its own into the page: the content policy allows none. */
export const App = () => {
  const [queries] = useState(newQueries);
  const shown = useSyncExternalStore(onTheme, shownTheme);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={shown}
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateCssVariables={false}
    >
      <QueryClientProvider client={queries}>
        <FrontDoor />
      </QueryClientProvider>
    </MantineProvider>
  );
};
