/** The pages for people without an account: the form behind a share link, and the page of one request. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../theme/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/print.css';
import { FormPage } from './FormPage.tsx';
import { StatusPage } from './StatusPage.tsx';

const [, kind, company = '', token = ''] = decodeURI(location.pathname).split('/');

createRoot(document.getElementById('root')!).render(
  <StrictMode>{kind === 'r' ? <StatusPage company={company} token={token} /> : <FormPage company={company} token={token} />}</StrictMode>,
);
