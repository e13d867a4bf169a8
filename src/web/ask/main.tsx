/** The pages for people without an account: the form behind a share link, the page of one request, a workshop. */
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/print.css';
import { FormPage } from './FormPage.tsx';
import { StatusPage } from './StatusPage.tsx';

/** The room of a workshop comes only to those who open one. */
const GuestRoom = lazy(async () => ({ default: (await import('../room/GuestRoom.tsx')).GuestRoom }));

const [, kind, company = '', token = ''] = decodeURI(location.pathname).split('/');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {kind === 'w' ? (
      <Suspense>
        <GuestRoom company={company} token={token} />
      </Suspense>
    ) : kind === 'r' ? (
      <StatusPage company={company} token={token} />
    ) : (
      <FormPage company={company} token={token} />
    )}
  </StrictMode>,
);
