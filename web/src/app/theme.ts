import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const SYSTEM_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** Mantine's look, calmer; every pair of colours has a contrast of 4.5 or more (WCAG AA). */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: SYSTEM_FONT,
  headings: {
    fontFamily: SYSTEM_FONT,
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.1rem' }, h3: { fontSize: '0.95rem' } },
  },
  components: {
    // What takes the focus in place of the first entry is none that a menu may have, nor is there a landmark around a portal.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
    // A header element would be a second banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    ModalCloseButton: { defaultProps: { 'aria-label': 'Close' } },
    DrawerCloseButton: { defaultProps: { 'aria-label': 'Close' } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } },
      // Below a title it would be too faint to read.
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
  },
  colors: {
    // A dark scheme with a touch of blue.
    dark: [
      '#d5d9e0',
      '#b9c0ca',
      '#a0a8b5',
      '#6a7280',
      '#3d444f',
      '#2b313a',
      '#20252d',
      '#171b21',
      '#11141a',
      '#0b0d11',
    ],
  },
});

/** Mantine's own choices for quiet and for wrong text are too faint on white. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59616e',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#3450c4',
  },
  dark: {
    '--mantine-color-dimmed': '#a0a8b5',
    '--mantine-color-placeholder': '#939ba8',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#a5b8ff',
  },
});
