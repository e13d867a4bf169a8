/** A page that was just made says so once, so that its reader keeps the link. */
const KEY = 'lockstep:new-page';

export const rememberNew = (path: string): void => {
  try {
    sessionStorage.setItem(KEY, path);
  } catch {
    // It is said nowhere then; the address stands in the browser's bar all the same.
  }
};

/** True where this page was made in this tab a moment ago. */
export const isNew = (path: string): boolean => {
  try {
    return sessionStorage.getItem(KEY) === path;
  } catch {
    return false;
  }
};
