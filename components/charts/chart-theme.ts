export interface ChartTheme {
  text: string;
  grid: string;
  border: string;
}

/** Contrast of text on a panel's background is above 7:1 in both. */
export const chartThemes: Record<"dark" | "light", ChartTheme> = {
  dark: {
    text: "rgb(204, 204, 220)",
    grid: "rgba(240, 250, 255, 0.09)",
    border: "rgba(240, 250, 255, 0.25)",
  },
  light: { text: "rgb(36, 41, 46)", grid: "rgba(0, 10, 23, 0.09)", border: "rgba(0, 10, 23, 0.3)" },
};

export const AXIS_FONT_PX = 12;
