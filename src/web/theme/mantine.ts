/** Mantine's own defaults, where they differ from ours: what is not said in theme/mantine.css. */
import { createTheme } from '@mantine/core';
import { FLOATS } from './floats.ts';

/** As tokens.css has it; a person who wants less motion gets none. */
const MOVE = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
const fade = { transition: 'fade', duration: MOVE } as const;

export const theme = createTheme({
  fontFamily: 'var(--font-sans)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Named, not imported: what is not on the first page is not fetched with it.
  components: {
    // The list itself scrolls, not a box within it: so it belongs to its field, also for a screen reader.
    Autocomplete: { defaultProps: { withScrollArea: false, openOnFocus: false } },
    Menu: { defaultProps: { position: 'bottom-start', offset: 6, transitionProps: fade, loop: true, withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: fade,
        closeButtonProps: { 'aria-label': 'Close' },
        padding: 0,
        withCloseButton: false,
      },
    },
    Portal: { defaultProps: { target: `#${FLOATS}` } },
    MultiSelect: { defaultProps: { withScrollArea: false } },
    Select: { defaultProps: { withScrollArea: false, openOnFocus: false } },
    TagsInput: { defaultProps: { withScrollArea: false } },
    Tooltip: { defaultProps: { openDelay: 300, offset: 8, events: { hover: true, focus: true, touch: false }, transitionProps: fade } },
  },
});
