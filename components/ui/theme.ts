import { type CSSVariablesResolver, createTheme } from "@mantine/core";

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';
const mono = 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace';

/** The page has one banner: the head of a dialog is none. */
const overlayHeader = { header: { role: "presentation" } };

export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: { fontFamily: sans, fontWeight: "600" },
  fontSizes: { xs: "13px", sm: "14px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  defaultRadius: "4px",
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 6 },
  respectReducedMotion: true,
  cursorType: "pointer",
  colors: {
    accent: [
      "#eef3ff",
      "#dbe6ff",
      "#b7ccff",
      "#8fb0ff",
      "#6e98fb",
      "#4f80f0",
      "#3a6ce0",
      "#2f5ccb",
      "#274ca9",
      "#1f3d87",
    ],
    dark: [
      "#d9dbe0",
      "#babdc5",
      "#9a9da7",
      "#70737d",
      "#3a3d45",
      "#2b2d34",
      "#1e2025",
      "#101114",
      "#0c0d10",
      "#08090b",
    ],
    gray: [
      "#f7f8f9",
      "#f1f2f4",
      "#e5e7eb",
      "#d8dbe0",
      "#c3c7ce",
      "#9aa0aa",
      "#6b717c",
      "#4d525c",
      "#33373f",
      "#1f2228",
    ],
  },
  components: {
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 30 } },
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "xs" } },
    Autocomplete: { defaultProps: { size: "xs" } },
    TagsInput: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "xs" } },
    NumberInput: { defaultProps: { size: "xs" } },
    Select: { defaultProps: { size: "xs" } },
    MultiSelect: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        transitionProps: { duration: 100 },
        events: { hover: true, focus: true, touch: false },
      },
    },
    Menu: {
      defaultProps: {
        shadow: "md",
        transitionProps: { duration: 80 },
        // A menu may hold nothing but its items.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: { transitionProps: { duration: 100 }, centered: false, attributes: overlayHeader },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, attributes: overlayHeader } },
  },
});

/** Points Mantine's own variables at the neutral greys of `app/global.css`, so that there is one palette. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  dark: {
    "--mantine-color-body": "var(--ps-raised)",
    "--mantine-color-text": "var(--ps-text)",
    "--mantine-color-dimmed": "var(--ps-dim)",
    "--mantine-color-default": "var(--ps-input)",
    "--mantine-color-default-hover": "var(--ps-hover)",
    "--mantine-color-default-border": "var(--ps-border-strong)",
    "--mantine-color-anchor": "var(--ps-link)",
    "--mantine-color-placeholder": "var(--ps-placeholder)",
    "--mantine-color-error": "var(--ps-error)",
    "--mantine-color-yellow-light-color": "var(--ps-warn)",
  },
  light: {
    "--mantine-color-body": "var(--ps-raised)",
    "--mantine-color-text": "var(--ps-text)",
    "--mantine-color-dimmed": "var(--ps-dim)",
    "--mantine-color-default": "var(--ps-input)",
    "--mantine-color-default-hover": "var(--ps-hover)",
    "--mantine-color-default-border": "var(--ps-border-strong)",
    "--mantine-color-anchor": "var(--ps-link)",
    "--mantine-color-placeholder": "var(--ps-placeholder)",
    "--mantine-color-error": "var(--ps-error)",
    "--mantine-color-yellow-light-color": "var(--ps-warn)",
  },
});
