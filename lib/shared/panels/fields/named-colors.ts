import { cssColors } from "./css-colors";

export type ColorTheme = "dark" | "light";

export const fallbackColor = "#808080";

/** From super-light to dark, in the order of `shadeNames`. */
const hues: Record<ColorTheme, Record<string, string[]>> = {
  dark: {
    red: ["#FFA6B0", "#FF7383", "#F2495C", "#E02F44", "#C4162A"],
    orange: ["#FFCB7D", "#FFB357", "#FF9830", "#FF780A", "#FA6400"],
    yellow: ["#FFF899", "#FFEE52", "#FADE2A", "#F2CC0C", "#E0B400"],
    green: ["#C8F2C2", "#96D98D", "#73BF69", "#56A64B", "#37872D"],
    blue: ["#C0D8FF", "#8AB8FF", "#5794F2", "#3274D9", "#1F60C4"],
    purple: ["#DEB6F2", "#CA95E5", "#B877D9", "#A352CC", "#8F3BB8"],
  },
  light: {
    red: ["#FF7383", "#F2495C", "#E02F44", "#C4162A", "#AD0317"],
    orange: ["#FFB357", "#FF9830", "#FF780A", "#FA6400", "#E55400"],
    yellow: ["#FFEE52", "#FADE2A", "#F2CC0C", "#E0B400", "#CC9D00"],
    green: ["#96D98D", "#73BF69", "#56A64B", "#37872D", "#19730E"],
    blue: ["#8AB8FF", "#5794F2", "#3274D9", "#1F60C4", "#1250B0"],
    purple: ["#CA95E5", "#B877D9", "#A352CC", "#8F3BB8", "#7C2EA3"],
  },
};
const shadeNames = ["super-light-", "light-", "", "semi-dark-", "dark-"];

const byName: Record<ColorTheme, Map<string, string>> = { dark: index("dark"), light: index("light") };

/** A colour as dashboards write it: `dark-red`, `#73BF69`, `rgb(...)`, a CSS name. Hex or CSS text in return. */
export function colorByName(name: string | undefined | null, theme: ColorTheme): string {
  if (!name) return fallbackColor;
  return byName[theme].get(name) ?? (name.startsWith("#") ? name : (cssColors[name.toLowerCase()] ?? name));
}

function index(theme: ColorTheme): Map<string, string> {
  const colors = new Map<string, string>();
  for (const [hue, shades] of Object.entries(hues[theme])) {
    shades.forEach((color, i) => {
      colors.set(`${shadeNames[i]}${hue}`, color);
    });
  }
  colors.set("transparent", theme === "light" ? "rgba(255, 255, 255, 0)" : "rgba(0, 0, 0, 0)");
  colors.set("panel-bg", theme === "light" ? "#FFFFFF" : "#181b1f");
  colors.set("text", theme === "light" ? "#24292e" : "#ccccdc");
  return colors;
}
