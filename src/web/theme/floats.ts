/** Where menus, dialogs and drawers stand: a landmark of their own at the end of the page, so that nothing lies outside all of them. */
export const FLOATS = 'floats';

/** The element itself. It stands in index.html, so it is there before anything is drawn. */
export const floats = (): HTMLElement => document.getElementById(FLOATS) ?? document.body;
