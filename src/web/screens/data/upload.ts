/** Sends a file as it is; the server keeps it aside until it is loaded or forgotten. */
import { failureOf, unreachable } from '../../state/problem.ts';

/** The upload's id. Throws Failure with words for a person; `onSent` is told the share sent, 0 to 1. */
export const upload = (file: File, onSent: (share: number) => void): Promise<string> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest(); // fetch cannot say how much of a body has gone
    request.open('POST', '/api/upload');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (e) => onSent(e.lengthComputable && e.total > 0 ? e.loaded / e.total : 0));
    request.addEventListener('error', () => failed(unreachable('the upload broke off')));
    request.addEventListener('load', () => {
      const said = request.response as { upload?: string } | null;
      if (request.status >= 200 && request.status < 300 && typeof said?.upload === 'string') done(said.upload);
      else failed(failureOf(request.status, said));
    });
    request.send(file);
  });
