/** The operations of intakeContract. */
import type { Operations } from '../operation.ts';
import { fileRequest } from './file-request.ts';
import { formMake, formRevoke, forms } from './forms.ts';
import { openForm } from './open-form.ts';
import { openPage, pageAnswer, pageAskPlace, pageWithdraw } from './page.ts';
import { post, requestErase, requestLink, requests } from './requests.ts';

export const intakeOperations = {
  requests,
  'request link': requestLink,
  'request erase': requestErase,
  forms,
  'form make': formMake,
  'form revoke': formRevoke,
  post,
  'open-form': openForm,
  'file-request': fileRequest,
  'open-page': openPage,
  'page-withdraw': pageWithdraw,
  'page-answer': pageAnswer,
  'page-ask-place': pageAskPlace,
} satisfies Partial<Operations>;
